import { Readability } from '@mozilla/readability';
import type { Line } from './lines.ts';
import { linkDensity } from './lines.ts';
import { makeTwin } from './twin.ts';

/** Readability tries again, less strictly, below this many characters; many Arabic news items are shorter than its 500. */
const SHORTEST_ARTICLE = 120;

/** The lines Readability takes for the article; empty where it finds none. */
export function readableLines(lines: readonly Line[], body: Element): Set<Line> {
  const twin = makeTwin(lines, body);
  const reader = new Readability<Node>(twin, {
    charThreshold: SHORTEST_ARTICLE,
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node) => node,
  });
  const content = reader.parse()?.content as Element | null | undefined;
  const kept = new Set<Line>();
  if (!content) return kept;
  const byIndex = new Map(lines.map((line) => [line.index, line]));
  for (const element of content.querySelectorAll('[data-line-index]')) {
    const line = byIndex.get(Number(element.getAttribute('data-line-index')));
    if (line) kept.add(line);
  }
  return kept;
}

/** A line that reads as running text; a first-level heading never does, however long. */
export function isProse(line: Line): boolean {
  return line.name !== 'h1' && line.text.length >= 80 && linkDensity(line) < 0.5;
}
