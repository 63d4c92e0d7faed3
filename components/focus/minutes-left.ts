import { letterCounts } from '../../utils/arabic/direction.ts';
import { readingMinutes } from '../../utils/arabic/words.ts';
import type { Article } from '../../utils/article/article.ts';

/** Before this share of it is read the article's own reading time says it all. */
const BEGUN = 0.02;

/**
 * Whole minutes that the rest of an article takes, fastest to slowest, by the reading speeds of Gecko's
 * reader; null before reading has begun and after it has ended.
 *
 * @param share of the text that is read, 0 to 1
 */
export function minutesLeft(
  { text }: Pick<Article, 'text'>,
  share: number,
): { min: number; max: number } | null {
  if (typeof text !== 'string' || share < BEGUN || share >= 1) return null;
  const rest = text.slice(Math.round(text.length * share));
  if (rest.trim() === '') return null;
  const { rtl, all } = letterCounts(rest);
  return readingMinutes(rest, rtl * 2 >= all);
}
