import { holdsWord, namesSources, PARAGRAPH } from './label-or-text.ts';
import { isHeading, linkDensity, type Line } from './lines.ts';

/** Slides of one gallery, from which on their counters are known. */
const SLIDES = 3;

/** «3 / 9» above each picture of a gallery, counted up to one figure. */
export function counters(lines: readonly Line[]): Line[] {
  const counted = lines.flatMap((line) => {
    const [, at, of] = /^(\d{1,3})\s?\/\s?(\d{1,3})$/.exec(line.text) ?? [];
    return at && of && !/^t[dh]$/.test(line.name) ? [{ line, at: Number(at), of }] : [];
  });
  return [...Map.groupBy(counted, ({ of }) => of).values()].flatMap((slides) =>
    slides.length >= SLIDES &&
    slides.every(({ at }, index) => index === 0 || at > slides[index - 1]!.at)
      ? slides.map(({ line }) => line)
      : [],
  );
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
        saysNothing(line) ||
        linkDensity(line) > 0.9 ||
        (isHeading(line) &&
          index + 1 < first &&
          !lines[index + 1]!.text.endsWith('.') &&
          !isArabic(line) &&
          isArabic(lines[first]!)),
    );
  const tail = lines.slice(lines.findLastIndex(isParagraph) + 1);
  let end = tail.length;
  const least = endOfSources(tail);
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
