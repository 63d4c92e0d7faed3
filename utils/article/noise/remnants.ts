import { holdsWord, namesSources, PARAGRAPH } from '../lines/label-or-text.ts';
import { isHeading, isStopped, linkDensity, type Line } from '../lines/lines.ts';

/** Slides of one gallery, from which on their counters are known. */
const SLIDES = 3;

/**
 * «1 / 9», «2 / 9» … above the pictures of a gallery, whose first may show none; marks that rise
 * («3/5», «4/5») begin elsewhere.
 */
export function counters(lines: readonly Line[]): Line[] {
  const counted = lines.flatMap((line) => {
    const [, at, of] = /^(\d{1,3})\s?\/\s?(\d{1,3})$/.exec(line.text) ?? [];
    return at && of && !/^t[dh]$/.test(line.name) ? [{ line, at: Number(at), of }] : [];
  });
  return [...Map.groupBy(counted, ({ of }) => of).values()].flatMap((slides) =>
    slides.length >= SLIDES && areCounted(slides) ? slides.map(({ line }) => line) : [],
  );
}

function areCounted(slides: readonly { at: number; of: string }[]): boolean {
  const from = slides[0]!.at;
  const isComplete = slides.length === Number(slides[0]!.of) - 1;
  const isFirst = from === 1 || (from === 2 && isComplete);
  return isFirst && slides.every(({ at }, index) => at === from + index);
}

/**
 * At either end of the article: counters, bare links, a heading of something that has gone, and at
 * the head of an Arabic one a heading for those who listen that was left in English («Article
 * information») with no text below it.
 */
export function remnants(lines: readonly Line[]): Line[] {
  const isParagraph = (line: Line): boolean => line.text.length >= PARAGRAPH;
  const first = lines.findIndex(isParagraph);
  if (first < 0) return [];
  const head = lines
    .slice(0, first)
    .filter(
      (line, index) =>
        (saysNothing(line) && !isNumbered(line, lines)) ||
        linkDensity(line) > 0.9 ||
        (isHeading(line) &&
          index + 1 < first &&
          !isStopped(lines[index + 1]!) &&
          !isArabic(line) &&
          isArabic(lines[first]!)),
    );
  const tail = lines.slice(lines.findLastIndex(isParagraph) + 1);
  let end = tail.length;
  const least = Math.max(endOfSources(tail), endOfNames(tail));
  while (end > least && isRemnant(tail[end - 1]!)) end--;
  return [...head, ...tail.slice(end)];
}

/** Where the list of a text's sources ends, each of which may be all link; 0 without one. */
function endOfSources(lines: readonly Line[]): number {
  const label = lines.findIndex((line) => namesSources(line));
  let end = label + 1;
  while (label >= 0 && lines[end]?.name === 'li') end++;
  return end > label + 1 ? end : 0;
}

/** Headings of one kind, from which on they name what the pictures below them show. */
const NAMES = 3;

/** Where the headings of a list of pictures end. */
function endOfNames(lines: readonly Line[]): number {
  const isName = ({ element, linked }: Line): boolean =>
    linked === 0 && element.localName === lines[0]?.name;
  const end = lines.findIndex((line) => !isName(line));
  const count = end < 0 ? lines.length : end;
  return count >= NAMES && lines[0] && isHeading(lines[0]) ? count : 0;
}

/** A heading that is a figure, or a line with one between signs («(1)», «- 2 -»), as another one is: a year, a place in a list, a part. */
function isNumbered(line: Line, lines: readonly Line[]): boolean {
  const isPart = /^[(–—-]\s?[\d٠-٩]{1,2}\s?[)–—-]$/.test(line.text);
  return (
    (isPart || (isHeading(line) && /[\d٠-٩]/.test(line.text))) &&
    lines.some((other) => other !== line && other.name === line.name && saysNothing(other))
  );
}

function isArabic({ text }: Line): boolean {
  return /[ء-ي]/.test(text);
}

function isRemnant(line: Line): boolean {
  return isHeading(line) || saysNothing(line) || linkDensity(line) > 0.9;
}

/** No two letters beside each other, and no cell or item, which may be a figure. */
function saysNothing(line: Line): boolean {
  return !holdsWord(line.text) && !/^(?:td|th|li|dd|dt|pre)$/.test(line.name);
}
