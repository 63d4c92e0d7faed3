import { letterCounts, textDirection } from '../arabic/direction.ts';
import { countWords, readingMinutes } from '../arabic/words.ts';
import type { Article, Extraction } from './article.ts';
import { articleLines } from './article-lines.ts';
import { listBlocks } from './blocks.ts';
import { findCopies } from './copies.ts';
import { bodyIn } from './dom.ts';
import { removeFurniture } from './furniture.ts';
import { findInnerNoise } from './inner-noise.ts';
import { listLines, type Line } from './lines.ts';
import { readMetadata } from './metadata/metadata.ts';
import { makeParagraphs } from './paragraphs.ts';
import { readableLines } from './readable.ts';
import { createRecord } from './removals.ts';
import { renderBody } from './render.ts';
import { findRepeats } from './repeats.ts';
import { takeSnapshot } from './snapshot.ts';
import { verdictOn } from './verdict.ts';

export const EXTRACTOR_VERSION = '0.1.0';

/** The page as its article: plain data. Reads the live document and changes nothing in it. */
export function extractArticle(
  document: Document,
  { now = new Date(), url = document.URL }: { now?: Date; url?: string } = {},
): Extraction {
  const record = createRecord();
  const body = bodyIn(document);
  const snapshot = takeSnapshot(document, body ?? document, record);
  makeParagraphs(snapshot.body);
  const page = listLines(snapshot.body);
  const copies = findCopies(page, snapshot.body);
  const lines = removeFurniture(
    page.filter((line) => !line.hidden && !copies.has(line)),
    snapshot.body,
    record,
  );
  const article = articleLines(lines, readableLines(lines, snapshot.body));
  const repeats = findRepeats(article);
  const noise = findInnerNoise(article);
  const gone = new Set<Line>([...repeats, ...noise].map(({ line }) => line));
  const { metadata, ownLines } = readMetadata({
    document,
    page,
    article: article.filter((line) => !gone.has(line)),
    now,
    url,
  });
  for (const { line } of ownLines) gone.add(line);
  const kept = article.filter((line) => !gone.has(line));
  const rendered = renderBody(snapshot.body, new Set(kept.map(({ element }) => element)));
  const list = listBlocks(rendered);
  const text = list.map((block) => block.text).join('\n');
  const letters = letterCounts(text);
  const result: Article = {
    schema: 1,
    url: url.replace(/#.*$/, ''),
    canonicalUrl: metadata.canonicalUrl,
    title: metadata.title || text.slice(0, 80),
    kicker: metadata.kicker,
    deck: metadata.deck,
    byline: metadata.byline,
    authors: metadata.authors,
    siteName: metadata.siteName,
    publishedTime: metadata.publishedTime,
    modifiedTime: metadata.modifiedTime,
    lang: metadata.lang,
    dir: textDirection(text) ?? 'rtl',
    excerpt: text.replace(/\n/g, ' ').slice(0, 300),
    html: rendered.innerHTML,
    text,
    leadImage: metadata.leadImage,
    endNotes: [],
    complete: true,
    incompleteReason: null,
    fromSelection: false,
    wordCount: countWords(text),
    readingMinutes: readingMinutes(text, letters.rtl * 2 >= letters.all),
    blocks: list.map(({ key }) => key),
    removals: record.list(),
    extractedAt: now.toISOString(),
    extractorVersion: EXTRACTOR_VERSION,
  };
  const reason = snapshot.tooLarge ? 'too-large' : verdictOn(page, kept, url);
  if (!reason) return { ok: true, article: result };
  return {
    ok: false,
    reason,
    page: { url, title: metadata.title, lang: metadata.lang },
    anyway: text ? result : null,
  };
}
