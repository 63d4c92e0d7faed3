import { matchPhrase } from '../arabic/phrases.ts';
import { isHeading, linkDensity, type Line } from './lines.ts';
import { shapeOf } from './shape.ts';
import type { TreeElement } from './tree.ts';

/** Characters; more is no caption. */
const LONGEST_CAPTION = 400;

/** Characters; see `inner-noise.ts`. */
const PARAGRAPH = 120;

/**
 * Of the lines inside the article's container those that belong. A line that stands beside running
 * text, or is built like it, does unless it is all link; a box without running text of its own has
 * to be a picture with its caption, a quotation, a list or table, a heading.
 */
export function judgeIslands(
  lines: readonly Line[],
  core: ReadonlySet<Line>,
  container: TreeElement,
  readable: ReadonlySet<Line>,
): Line[] {
  const mainland = boxesAround(core, container);
  const shapes = new Set([...core].map(shapeOf));
  const [first, last] = [
    lines.findIndex((line) => core.has(line)),
    lines.findLastIndex((line) => core.has(line)),
  ];
  const kept: Line[] = [];
  for (const { box, from, to } of islandsOf(lines, mainland)) {
    const inside = lines.slice(from, to);
    const place = to <= first ? 'head' : from > last ? 'tail' : 'middle';
    if (box === null) kept.push(...inside.filter((line) => core.has(line) || belongs(line)));
    else if (isBody(box, inside, place, shapes, readable)) kept.push(...inside);
  }
  return kept;
}

interface Island {
  /** The outermost box without running text; null for lines of the mainland. */
  box: TreeElement | null;
  from: number;
  to: number;
}

function islandsOf(lines: readonly Line[], mainland: ReadonlySet<TreeElement>): Island[] {
  const islands: Island[] = [];
  lines.forEach((line, index) => {
    const box = islandOf(line, mainland);
    const previous = islands.at(-1);
    if (previous && previous.box === box) previous.to = index + 1;
    else islands.push({ box, from: index, to: index + 1 });
  });
  return islands;
}

/** The outermost ancestor of a line that is no part of the mainland; null where the line itself stands on it. */
function islandOf(line: Line, mainland: ReadonlySet<TreeElement>): TreeElement | null {
  let box: TreeElement | null = null;
  for (
    let at: TreeElement | null = line.element.parentElement;
    at && !mainland.has(at);
    at = at.parentElement
  )
    box = at;
  return box;
}

function boxesAround(core: ReadonlySet<Line>, container: TreeElement): Set<TreeElement> {
  const boxes = new Set([container]);
  for (const { element } of core) {
    for (let at = element.parentElement; at && at !== container; at = at.parentElement)
      boxes.add(at);
  }
  return boxes;
}

/** Of labels only a picture's credit stands in boxes of the article. */
function isForeign(text: string): boolean {
  const kind = matchPhrase(text)?.kind;
  return kind !== undefined && kind !== 'photo-credit';
}

function belongs(line: Line): boolean {
  if (!line.text) return true;
  return linkDensity(line) < (isHeading(line) ? 0.5 : 0.95);
}

function isBody(
  box: TreeElement,
  lines: readonly Line[],
  place: 'head' | 'middle' | 'tail',
  shapes: ReadonlySet<string>,
  readable: ReadonlySet<Line>,
): boolean {
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
  const linked = lines.reduce((sum, line) => sum + line.linked, 0);
  const density = characters === 0 ? 0 : linked / characters;
  const texts = lines.filter(({ text }) => text);
  if (texts.length === 0) return place !== 'tail';
  if (texts.slice(0, 2).some(({ text }) => isForeign(text))) return false;
  // Running text between running text: Readability weighs boxes, and one may fall short.
  if (place === 'middle' && density < 0.2 && texts.some(({ text }) => text.length >= PARAGRAPH))
    return true;
  if (box.localName === 'table' || box.holds('table')) return density < 0.3 && place !== 'head';
  if (box.localName === 'blockquote') return density < 0.5;
  if (density >= 0.5) return false;
  const pictured = lines.some((line) => !line.text || line.element.holds('img'));
  if (pictured) {
    if (characters > LONGEST_CAPTION || texts.length > 3 || density >= 0.3) return false;
    // A picture's box becomes its figure, and the words in it the caption.
    if (!box.closest('figure') && !box.holds('figure')) box.setAttribute('data-figure', '');
    return true;
  }
  if (texts.every((line) => shapes.has(shapeOf(line)))) return true;
  if (/^(?:ul|ol|dl)$/.test(box.localName)) return place !== 'head' && density < 0.4;
  const heading = texts[0] && isHeading(texts[0]) ? texts[0] : null;
  if (heading && texts.length === 1) return place === 'middle' && linkDensity(heading) < 0.5;
  if (box.holds('ul', 'ol')) return place === 'middle' && density < 0.2;
  if (place === 'middle') return texts.every((line) => readable.has(line)) && density < 0.3;
  return texts.some((line) => readable.has(line) && line.text.length >= 60) && density < 0.3;
}
