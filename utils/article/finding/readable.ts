import Readability from '@mozilla/readability/Readability.js?lean';
import type { Line } from '../lines/lines.ts';
import { lengthOf, linkDensity } from '../lines/lines.ts';
import { FIRST_STEP } from './readability-steps.ts';
import { linesIn, makeTwin } from './twin.ts';
import type { TreeElement } from '../snapshot/tree.ts';

/** Characters; below it Readability tries again, less strictly. Many Arabic news items are shorter than its 500. */
const SHORTEST_ARTICLE = 120;
/** Readability's own measure. */
const LONG_ARTICLE = 500;
/** Characters; headline and caption aside, reporter and day are shorter. */
const SHORTEST_TEXT = 60;

/**
 * The lines Readability takes for the article; empty where it finds none. Headline, caption, reporter
 * and day may be as long as a short article: where it finds no more, a long text that it finds less
 * strictly, in boxes named like comments, counts.
 */
export function readableLines(lines: readonly Line[], body: TreeElement): Set<Line> {
  // What stands beside the text by its own word is no part of it.
  const candidates = lines.filter(({ element }) => !element.closest('aside', 'footer'));
  const read = (charThreshold: number): Line[] => {
    const reader = new Readability<TreeElement>(makeTwin(candidates, body), { charThreshold });
    const content = reader[FIRST_STEP]();
    return content ? linesIn(content) : [];
  };
  const found = read(SHORTEST_ARTICLE);
  const said = found.filter(({ name, linked }) => !linked && !/^(?:h1|figcaption)$/.test(name));
  if (lengthOf(said) >= SHORTEST_TEXT) return new Set(found);
  const long = read(LONG_ARTICLE);
  return new Set(lengthOf(long.filter(isProse)) >= LONG_ARTICLE ? long : found);
}

/** A line that reads as running text; a first-level heading never does, however long. */
export function isProse(line: Pick<Line, 'name' | 'text' | 'linked'>): boolean {
  return line.name !== 'h1' && line.text.length >= 80 && linkDensity(line) < 0.5;
}
