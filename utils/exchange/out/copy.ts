import type { Article } from '../../article/article.ts';
import type { Edit } from '../../library/item.ts';
import { plain } from './article-facts.ts';
import { exportBody } from './body.ts';
import type { ExportWords } from './exported.ts';
import { escapeMarkdown, markdownAddress } from './markdown-escape.ts';
import { lineOf, textOf } from './markdown.ts';
import { plainTextOf } from './plain-text.ts';

/** What is copied of an article that is read. UNTRUSTED, as all that is stored. */
export interface Copied {
  article: Article;
  /** What the reader put in the place of headline and byline; null where nothing is. */
  corrected: { title: string | null; byline: string | null } | null;
  edits: readonly Edit[];
  /** Its page on the web, or null. */
  address: string | null;
}

export interface CopyOptions {
  /** With a window: what sanitises needs one. */
  document: Document;
  words: Pick<ExportWords, 'date'>;
}

/** The whole article as plain text, as published, with the reader's edits: what display changes is not in it. */
export async function copyAsText(copied: Copied, options: CopyOptions): Promise<string> {
  const { title, deck, about } = headOf(copied, options);
  const head = [title, about.join(' ◆ '), copied.address].filter(Boolean).join('\n');
  const text = plainTextOf(await bodyOf(copied, options));
  return `${[head, deck, text].filter(Boolean).join('\n\n')}\n`;
}

/** The same as Markdown. Pictures are their alternative text: what is pasted asks for nothing. */
export async function copyAsMarkdown(copied: Copied, options: CopyOptions): Promise<string> {
  const { title, deck, about } = headOf(copied, options);
  const source = copied.address === null ? '' : `<${markdownAddress(copied.address)}>`;
  const head = [
    `# ${lineOf(title)}`,
    about.map(escapeMarkdown).join(' ◆ '),
    source,
    deck === null ? '' : lineOf(deck),
  ].filter(Boolean);
  return `${head.join('\n\n')}\n\n${textOf(await bodyOf(copied, options))}`;
}

/** A passage in quotation marks, then whose it is, from where and when. */
export function copyAsQuotation(passage: string, copied: Copied, options: CopyOptions): string {
  const { title, about } = headOf(copied, options);
  const { lang, dir } = copied.article;
  const language = typeof lang === 'string' ? lang.slice(0, 2) : null;
  const marks = dir === 'rtl' || language === 'fr' ? ['«»', '“”'] : ['“”', '‘’'];
  const comma = dir === 'rtl' ? '، ' : ', ';
  const source = [quoted(title, marks), ...about].join(comma);
  return [quoted(passage.trim(), marks), `— ${source}`, copied.address].filter(Boolean).join('\n');
}

/** In the first marks that the text has none of. Its own stay as they are; what holds all of them stands bare. */
function quoted(text: string, marks: readonly string[]): string {
  const [open = '', close = ''] = marks.find(([mark = '']) => !text.includes(mark)) ?? '';
  return `${open}${text}${close}`;
}

function headOf({ article, corrected }: Copied, { words }: CopyOptions) {
  const published = plain(article.publishedTime);
  return {
    title: plain(corrected?.title) ?? plain(article.title) ?? '',
    deck: plain(article.deck),
    about: [
      plain(corrected?.byline) ?? plain(article.byline),
      plain(article.siteName),
      published === null ? null : words.date(published),
    ].filter((part) => part !== null),
  };
}

function bodyOf({ article, edits }: Copied, { document }: CopyOptions): Promise<DocumentFragment> {
  return exportBody(
    {
      text: { id: '', article, chosenAt: null, previous: null },
      edits,
      picture: () => Promise.resolve(null),
    },
    { document, idPrefix: 'n', place: () => Promise.resolve(null) },
  );
}
