import { isHeading, linkDensity, type Line } from '../lines/lines.ts';
import { shapeOf } from '../lines/shape.ts';
import { leadsToItself } from '../lines/teasers.ts';

/** Headings alike that make a list article. */
const FEWEST = 3;

/**
 * Headings that are links and name what the text below each tells of: the books, films or shops of a
 * list article. Each has running text of the article beside it, before the next; headlines of other
 * articles stand together, or over texts in boxes of their own. `core`: the article's running text.
 */
export function itemHeadings(lines: readonly Line[], core: ReadonlySet<Line>): Set<Line> {
  const linked = new Map<string, { heading: Line; hasText: boolean }[]>();
  lines.forEach((line, at) => {
    if (!isHeading(line) || linkDensity(line) < 0.5 || leadsToItself(line)) return;
    const shape = shapeOf(line);
    const alike = linked.get(shape) ?? [];
    alike.push({ heading: line, hasText: hasTextBelow(lines, at, core) });
    linked.set(shape, alike);
  });
  const items = new Set<Line>();
  for (const alike of linked.values())
    if (alike.length >= FEWEST && alike.every(({ hasText }) => hasText))
      for (const { heading } of alike) items.add(heading);
  return items;
}

function hasTextBelow(lines: readonly Line[], at: number, core: ReadonlySet<Line>): boolean {
  const box = lines[at]!.element.parentElement;
  for (const line of lines.slice(at + 1)) {
    if (!line.text) continue;
    if (isHeading(line) || line.element.parentElement !== box) return false;
    if (core.has(line)) return true;
  }
  return false;
}
