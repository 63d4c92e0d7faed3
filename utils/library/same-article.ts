import type { Article } from '../article/article.ts';
import { fold } from '../arabic/fold.ts';

/** Share of the shorter text that must stand in the longer one. */
const SHARED = 0.5;

type Told = Pick<Article, 'title' | 'text'>;

/**
 * Whether two readings are of one article: the same headline, or a text that is largely the same.
 * A site corrects one or the other; where both differ it has put another article at the address.
 */
export function isSameArticle(a: Told, b: Told): boolean {
  return fold(a.title).trim() === fold(b.title).trim() || sharesText(a.text, b.text);
}

/** Whether a reading has every line of another, as a selection has that goes over the whole text. */
export function holdsAllOf(reading: Pick<Told, 'text'>, other: Pick<Told, 'text'>): boolean {
  const lines = linesOf(reading.text);
  return [...linesOf(other.text)].every((line) => lines.has(line));
}

function sharesText(a: string, b: string): boolean {
  const [left, right] = [linesOf(a), linesOf(b)];
  const [shorter, longer] = sizeOf(left) <= sizeOf(right) ? [left, right] : [right, left];
  const size = sizeOf(shorter);
  const shared = new Set([...shorter].filter((line) => longer.has(line)));
  return size > 0 && sizeOf(shared) / size >= SHARED;
}

function linesOf(text: string): Set<string> {
  return new Set(
    text
      .split('\n')
      .map((line) => fold(line).replaceAll(/\s+/gu, ' ').trim())
      .filter((line) => line !== ''),
  );
}

function sizeOf(lines: Set<string>): number {
  return [...lines].reduce((total, line) => total + line.length, 0);
}
