import { isHeading, linkDensity, type Line } from './lines.ts';
import { isProse } from './readable.ts';

/** Share of the readable prose that a box must hold to be the article's container. */
const MAJORITY = 0.85;

/**
 * The article's lines: what Readability kept, and what it should have: lines of the same container
 * that read like the others (lists, tables, headings, short paragraphs, a last third one level
 * deeper). What lies outside the container stays only if Readability took it and it is prose.
 */
export function articleLines(lines: readonly Line[], readable: ReadonlySet<Line>): Line[] {
  const prose = lines.filter((line) => readable.has(line) && isProse(line));
  const seeds = prose.length > 0 ? prose : lines.filter((line) => readable.has(line));
  const container = containerOf(seeds);
  if (!container) return [];
  return lines.filter((line) => {
    if (line.hidden) return false;
    if (container.contains(line.element)) return readable.has(line) || belongs(line);
    return readable.has(line) && isProse(line);
  });
}

/** The smallest box that holds most of the lines' characters. */
export function containerOf(lines: readonly Line[]): Element | null {
  const sizes = new Map<Element, number>();
  let all = 0;
  for (const { element, text } of lines) {
    all += text.length;
    for (let at = element.parentElement; at; at = at.parentElement) {
      sizes.set(at, (sizes.get(at) ?? 0) + text.length);
    }
  }
  let best: Element | null = null;
  for (const [box, size] of sizes) {
    if (size >= all * MAJORITY && (!best || best.contains(box))) best = box;
  }
  return best;
}

function belongs(line: Line): boolean {
  if (!line.text) return true;
  if (isHeading(line)) return linkDensity(line) < 0.5;
  return linkDensity(line) < 0.5;
}
