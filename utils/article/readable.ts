import Readability from '@mozilla/readability/Readability.js?lean';
import type { Line } from './lines.ts';
import { linkDensity } from './lines.ts';
import { FIRST_STEP } from './readability-steps.ts';
import { linesIn, makeTwin } from './twin.ts';
import type { TreeElement } from './tree.ts';

/** Readability tries again, less strictly, below this many characters; many Arabic news items are shorter than its 500. */
const SHORTEST_ARTICLE = 120;

/** Readability's own measure: with what it asks for by itself it looks again at what boxes named like furniture hold. */
const LONG_ARTICLE = 500;

/** The lines Readability takes for the article; empty where it finds none. */
export function readableLines(lines: readonly Line[], body: TreeElement): Set<Line> {
  // What stands beside the text by its own word is no part of it, however it weighs.
  const candidates = lines.filter(({ element }) => !element.closest('aside', 'footer'));
  const read = (charThreshold: number): Line[] => {
    const reader = new Readability<TreeElement>(makeTwin(candidates, body), { charThreshold });
    const content = reader[FIRST_STEP]();
    return content ? linesIn(content) : [];
  };
  const found = read(SHORTEST_ARTICLE);
  // Headline, reporter, day and caption are as long as a short article.
  const holdsText = found.some((line) => isProse(line) && line.name !== 'figcaption');
  return new Set(holdsText ? found : read(LONG_ARTICLE));
}

/** A line that reads as running text; a first-level heading never does, however long. */
export function isProse(line: Pick<Line, 'name' | 'text' | 'linked'>): boolean {
  return line.name !== 'h1' && line.text.length >= 80 && linkDensity(line) < 0.5;
}
