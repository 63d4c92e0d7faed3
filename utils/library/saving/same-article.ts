import type { Article } from '../../article/article.ts';
import { fold } from '../../arabic/fold.ts';

/** Share of the shorter text that must stand in the longer one. */
const SHARED = 0.5;

type Told = Pick<Article, 'title' | 'text'>;

/**
 * Whether two readings are of one article: the same headline, or a text that is largely the same.
 * A site corrects one or the other; where both differ it has put another article at the address.
 */
export function isSameArticle(a: Told, b: Told): boolean {
  return fold(a.title).trim() === fold(b.title).trim() || sharesText(a, b);
}

/** Whether a reading has every line of another, as a selection has that goes over the whole text. */
export function holdsAllOf(reading: Pick<Told, 'text'>, other: Pick<Told, 'text'>): boolean {
  const lines = linesOf(reading);
  return [...linesOf(other)].every((line) => lines.has(line));
}

function sharesText(a: Told, b: Told): boolean {
  const [left, right] = [linesOf(a), linesOf(b)];
  const [shorter, longer] = sizeOf(left) <= sizeOf(right) ? [left, right] : [right, left];
  const size = sizeOf(shorter);
  const shared = new Set([...shorter].filter((line) => longer.has(line)));
  return size > 0 && sizeOf(shared) / size >= SHARED;
}

/** Of each reading once: an import compares one with many. */
const folded = new WeakMap<object, ReadonlySet<string>>();

function linesOf(reading: Pick<Told, 'text'>): ReadonlySet<string> {
  const known = folded.get(reading);
  if (known) return known;
  const lines = new Set(
    reading.text
      .split('\n')
      .map((line) => fold(line).replaceAll(/\s+/gu, ' ').trim())
      .filter((line) => line !== ''),
  );
  folded.set(reading, lines);
  return lines;
}

function sizeOf(lines: ReadonlySet<string>): number {
  return [...lines].reduce((total, line) => total + line.length, 0);
}
