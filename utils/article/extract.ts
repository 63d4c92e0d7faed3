import { foldWords } from '../arabic/fold.ts';
import type { Extraction } from './article.ts';
import { articleLines } from './finding/article-lines.ts';
import { assemble } from './assemble.ts';
import { listBlocks } from './body/blocks.ts';
import { findCopies } from './finding/copies.ts';
import { bodyIn } from './page/dom.ts';
import { removeFurniture } from './noise/furniture.ts';
import { incompleteReason } from './verdict/incomplete.ts';
import { unfolded } from './finding/fold.ts';
import { findInnerNoise } from './noise/inner-noise.ts';
import { takeLeadFigure } from './body/lead-figure.ts';
import { lengthOf, listLines, type Line } from './lines/lines.ts';
import { readHead, statedTitle } from './metadata/meta.ts';
import { readMetadata } from './metadata/metadata.ts';
import { makeParagraphs } from './snapshot/paragraphs.ts';
import { readableLines } from './finding/readable.ts';
import { recordAround } from './record-around.ts';
import { recordLines, type Gone } from './record-lines.ts';
import { createRecord, type RemovalRecord } from './removals.ts';
import { renderBody } from './body/render.ts';
import { findRepeats } from './repeats/repeats.ts';
import { elementAround, selectedRanges } from './snapshot/selection.ts';
import { takeSnapshot, type Snapshot } from './snapshot/snapshot.ts';
import { titleParts } from './page/title-parts.ts';
import { verdictOn } from './verdict/verdict.ts';

/** The page as its article: plain data. Reads the live document and changes nothing in it. */
export function extractArticle(
  document: Document,
  { now = new Date(), url = document.URL }: { now?: Date; url?: string } = {},
): Extraction {
  const record = createRecord();
  const ranges = selectedRanges(document);
  const snapshot = takeSnapshot(
    document,
    ranges ? elementAround(ranges) : (bodyIn(document) ?? document),
    record,
    { ranges },
  );
  makeParagraphs(snapshot.body);
  const page = listLines(snapshot.body);
  const head = readHead(document);
  const title = statedTitle(head);
  const { stretch, around } = ranges
    ? { stretch: page, around: [] }
    : findArticle(page, snapshot, title, document, record);
  const gone = ranges ? [] : findForeign(stretch, headlinesIn(title));
  const { metadata, ownLines } = readMetadata({
    document,
    head,
    page,
    article: without(stretch, gone),
    now,
    url,
  });
  if (!ranges) {
    for (const { line, reason } of ownLines)
      gone.push({ line, step: 'metadata', reason, phrase: null });
  }
  const kept = without(stretch, gone);
  const { body, places } = renderBody(snapshot.body, new Set(kept.map(({ element }) => element)));
  const leadImage = takeLeadFigure(body, metadata.leadImage);
  const blocks = listBlocks(body);
  gone.push(...recordAround(around, stretch, metadata, record));
  recordLines(gone, kept, places, blocks, record);
  const article = assemble({
    body,
    blocks,
    metadata: { ...metadata, leadImage },
    endNotes: gone.filter(({ reason }) => reason === 'source-line').map(({ line }) => line.text),
    incomplete: ranges ? null : incompleteReason(page, kept, document, url),
    fromSelection: ranges !== null,
    record,
    url,
    now,
  });
  const reason = snapshot.tooLarge
    ? 'too-large'
    : ranges
      ? null
      : verdictOn(page, kept, document, head, url);
  if (!reason) return { ok: true, article };
  return {
    ok: false,
    reason,
    page: { url, title: metadata.title, lang: metadata.lang },
    anyway: article.text ? article : null,
  };
}

/**
 * The lines of the page's article, its own noise and repeats still among them, and what is left of
 * the page around them.
 */
function findArticle(
  page: readonly Line[],
  { body }: Snapshot,
  title: string,
  document: Document,
  record: RemovalRecord,
): { stretch: Line[]; around: Line[] } {
  const copies = findCopies(page, body);
  for (const { hidden, text } of copies)
    record.drop('snapshot', hidden ? 'hidden' : 'repeated', () => text);
  const rest = page.filter((line) => !copies.has(line));
  const shown = removeFurniture(
    rest.filter(({ hidden }) => !hidden),
    body,
    title,
    record,
  );
  const article = articleLines(shown, readableLines(shown, body), page, title);
  const found = (lines: readonly Line[], of: readonly Line[]) => {
    const stretch = new Set(lines);
    return { stretch: [...lines], around: of.filter((line) => !stretch.has(line)) };
  };
  if (!isTooLittle(article)) return found(unfolded(article, rest, document), shown);
  // Hiding never discards the only copy of a text.
  const all = removeFurniture(rest, body, title, createRecord());
  const hidden = articleLines(all, readableLines(all, body), page, title);
  return isTooLittle(hidden) ? found(article, shown) : found(hidden, all);
}

function isTooLittle(lines: readonly Line[]): boolean {
  return lengthOf(lines) < 140;
}

/** What stands among the article's lines and is said twice or is not its text. */
function findForeign(lines: readonly Line[], headlines: readonly string[]): Gone[] {
  const repeats = findRepeats(lines, headlines).map(({ line, reason }): Gone => ({
    line,
    step: 'repeats',
    reason,
    phrase: null,
  }));
  const noise = findInnerNoise(without(lines, repeats), headlines).map((found): Gone => ({
    ...found,
    step: 'inner-noise',
  }));
  return [...repeats, ...noise];
}

/** Of a page's stated titles the headlines, folded, without the site's name. */
function headlinesIn(title: string): string[] {
  const parts = titleParts(title).map((part) => foldWords(part));
  return [...new Set(parts)].filter((part) => part.split(' ').length >= 5);
}

function without(lines: readonly Line[], gone: readonly { line: Line }[]): Line[] {
  const left = new Set(gone.map(({ line }) => line));
  return lines.filter((line) => !left.has(line));
}
