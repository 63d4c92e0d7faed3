import { isHeading, linkDensity, type Line } from './lines.ts';

/** Boxes alike beside each other that make a list of other articles. */
const FEWEST = 3;
/** Characters; a teaser is shorter. */
const LONGEST = 600;

/**
 * Lines of boxes that announce other articles: three or more of one shape under one parent, each
 * short and with a headline that is all link, be there full sentences below it.
 */
export function findTeasers(lines: readonly Line[], body: Element): Set<Line> {
  const boxes = new Map<Element, Line[]>();
  for (const line of lines) {
    for (let box = line.element.parentElement; box && box !== body; box = box.parentElement) {
      const inside = boxes.get(box);
      if (inside) inside.push(line);
      else boxes.set(box, [line]);
    }
  }
  const groups = new Map<Element, Map<string, Line[][]>>();
  for (const [box, inside] of boxes) {
    const parent = box.parentElement;
    if (!parent || !isTeaser(inside)) continue;
    const shape = `${box.localName}.${box.className.replace(/\d+/g, '')}`;
    const shapes = groups.get(parent) ?? new Map<string, Line[][]>();
    shapes.set(shape, [...(shapes.get(shape) ?? []), inside]);
    groups.set(parent, shapes);
  }
  const teasers = new Set<Line>();
  for (const shapes of groups.values()) {
    for (const alike of shapes.values()) {
      if (alike.length >= FEWEST) for (const line of alike.flat()) teasers.add(line);
    }
  }
  return teasers;
}

function isTeaser(lines: readonly Line[]): boolean {
  if (lines.length > 8) return false;
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > LONGEST) return false;
  return lines.some(
    (line) => line.text.length >= 15 && linkDensity(line) > 0.95 && leads(line, lines),
  );
}

/** A headline, or the first words of its box. */
function leads(line: Line, lines: readonly Line[]): boolean {
  return isHeading(line) || lines.find(({ text }) => text) === line;
}
