import type { Sink } from '../sink.ts';
import { createZip } from '../zip/writer.ts';
import { factsOf } from './article-facts.ts';
import { headerMarkup, languageMarkup, notesMarkup } from './article-markup.ts';
import {
  CONTAINER,
  navigationDocument,
  packageDocument,
  xhtmlPage,
  type Chapter,
} from './epub-documents.ts';
import { exportBody } from './body.ts';
import { inTurn, type Exported, type ExportOptions, type ExportWords } from './exported.ts';
import { EPUB_STYLE } from './style.ts';
import { createMajority } from './majority.ts';
import { markupOf } from './markup.ts';
import { CORE_PICTURES, type PictureKind } from './picture-bytes.ts';

export interface EpubOptions extends ExportOptions {
  /** With a window: what sanitises needs one. */
  document: Document;
  words: ExportWords;
  /** Milliseconds: when the book was last modified. */
  now: number;
  /** A naskh as WOFF2, and the text of its licence, which has to go with it. */
  font: { bytes: Uint8Array; licence: string };
}

/**
 * A book of EPUB 3.3 (https://www.w3.org/TR/epub-33/), one chapter an article, turned from right to left
 * where most articles are read so. Its identifier follows from theirs: the same articles are the same
 * book, however often it is made.
 */
export async function exportEpub(
  articles: AsyncIterable<Exported>,
  write: Sink,
  options: EpubOptions,
): Promise<void> {
  const { document, words, now, font } = options;
  const encoder = new TextEncoder();
  const zip = createZip(write, new Date(now));
  const addText = (name: string, text: string): Promise<void> =>
    zip.add(name, encoder.encode(text));
  await zip.add('mimetype', encoder.encode('application/epub+zip'), { store: true });
  await addText('META-INF/container.xml', CONTAINER);

  const majority = createMajority();
  const pictures = new Map<string, PictureKind>();
  const chapters: Chapter[] = [];
  for await (const exported of inTurn(articles, options)) {
    const facts = factsOf(exported);
    majority.add(exported.item);
    const body = await exportBody(exported, {
      document,
      idPrefix: 'p',
      place: async ({ name, bytes, type, extension }) => {
        if (!CORE_PICTURES.has(type)) return null;
        if (!pictures.has(name)) {
          pictures.set(name, { type, extension });
          await zip.add(`EPUB/images/${name}.${extension}`, bytes, { store: true });
        }
        return `../images/${name}.${extension}`;
      },
    });
    const file = `articles/${String(chapters.length + 1).padStart(5, '0')}.xhtml`;
    const content = [
      `<article${languageMarkup(facts.lang, facts.dir, 'xml')}>`,
      headerMarkup(facts, words, 1),
      markupOf(body, 'xml'),
      notesMarkup(facts, words),
      '</article>',
    ].join('\n');
    await addText(
      `EPUB/${file}`,
      xhtmlPage({ ...facts, lang: facts.lang ?? words.lang, style: '../style.css', content }),
    );
    chapters.push({ ...facts, file });
  }

  const { lang, dir } = majority.result();
  const book = {
    chapters,
    pictures,
    lang: lang ?? words.lang,
    dir,
    words,
    now,
    title: (chapters.length === 1 && chapters[0]?.title) || words.title,
    identifier: await identifierOf(chapters),
  };
  await addText('EPUB/style.css', EPUB_STYLE);
  await zip.add('EPUB/fonts/naskh.woff2', font.bytes, { store: true });
  await addText('EPUB/fonts/licence.txt', font.licence);
  await addText('EPUB/nav.xhtml', navigationDocument(book));
  await addText('EPUB/package.opf', packageDocument(book));
  await zip.end();
}

/** A UUID of the form that is free to make (8, RFC 9562), from the articles' ids in any order. */
async function identifierOf(chapters: readonly Chapter[]): Promise<string> {
  const ids = new TextEncoder().encode(
    chapters
      .map(({ id }) => id)
      .toSorted()
      .join(' '),
  );
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', ids));
  const hex = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return `urn:uuid:${[...parts, hex.slice(20)].join('-')}`;
}
