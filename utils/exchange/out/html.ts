import { headlineDirection } from '../../arabic/direction.ts';
import type { Item } from '../../library/item.ts';
import { textSink, type Sink } from '../sink.ts';
import { factsOf, titleOf } from './article-facts.ts';
import { headerMarkup, languageMarkup, notesMarkup } from './article-markup.ts';
import { exportBody } from './body.ts';
import { inTurn, type Exported, type ExportOptions, type ExportWords } from './exported.ts';
import { HTML_STYLE } from './style.ts';
import { createMajority } from './majority.ts';
import { markupOf, textMarkup, valueMarkup } from './markup.ts';
import { dataAddress } from './picture-bytes.ts';

export interface HtmlOptions extends ExportOptions {
  /** With a window: what sanitises needs one. */
  document: Document;
  words: ExportWords;
  /** The rows of what is exported, in its order: the table of contents stands before the texts. */
  contents: readonly Item[];
}

/** The second wall, should the first fail: nothing is loaded, nothing runs. */
const POLICY = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;

/**
 * One file to read anywhere: a table of contents and the articles, kept pictures inside it. Opening it
 * asks the network for nothing.
 */
export async function exportHtml(
  articles: AsyncIterable<Exported>,
  write: Sink,
  options: HtmlOptions,
): Promise<void> {
  const { contents, document, words } = options;
  const out = textSink(write);
  const many = contents.length !== 1;
  await out.write(pageStart(options, many));
  for await (const exported of inTurn(articles, options)) {
    const facts = factsOf(exported);
    const anchor = anchorOf(facts.id);
    const body = await exportBody(exported, {
      document,
      idPrefix: `${anchor}-`,
      place: (picture) => dataAddress(picture, picture.bytes),
    });
    await out.write(
      `<article id="${anchor}"${languageMarkup(facts.lang, facts.dir, 'html')}>\n` +
        `${headerMarkup(facts, words, many ? 2 : 1)}\n` +
        `${markupOf(body, 'html', many ? 1 : 0)}\n${notesMarkup(facts, words)}</article>\n`,
    );
  }
  await out.write('</main>\n</body>\n</html>\n');
  await out.end();
}

function pageStart({ contents, words }: HtmlOptions, many: boolean): string {
  const majority = createMajority();
  for (const item of contents) majority.add(item);
  const { lang, dir } = majority.result();
  const [first] = contents;
  const title = many || !first ? words.title : titleOf(first);
  const head = [
    '<!doctype html>',
    `<html${languageMarkup(lang ?? words.lang, dir, 'html')}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${valueMarkup(POLICY)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${textMarkup(title)}</title>`,
    `<style>${HTML_STYLE}</style>`,
    '</head>',
    '<body>',
  ];
  const list = contents.map((item) => {
    const headline = titleOf(item);
    const own = headlineDirection(headline, item.dir === 'ltr' ? 'ltr' : 'rtl');
    return `<li dir="${own}"><a href="#${anchorOf(item.id)}">${textMarkup(headline)}</a></li>`;
  });
  const contentsList = [
    `<h1${languageMarkup(words.lang, words.dir, 'html')}>${textMarkup(words.title)}</h1>`,
    `<nav aria-label="${valueMarkup(words.contents)}">`,
    `<ol>\n${list.join('\n')}\n</ol>`,
    '</nav>',
  ];
  return `${[...head, ...(many ? contentsList : []), '<main>'].join('\n')}\n`;
}

/** Ids are hex digits; what is stored under another is named by those it has. */
function anchorOf(id: unknown): string {
  return `a${String(id).replace(/[^\da-f]/gu, '')}`;
}
