import { lengthOf, linkDensity, type Line } from '../lines/lines.ts';
import { isProse } from './readable.ts';
import { alikeBeside, shapeOf } from '../lines/shape.ts';
import { isTeaser } from '../lines/teasers.ts';
import type { TreeElement } from '../snapshot/tree.ts';

/** Boxes up from the container that may be one of several alike. */
const ALIKE_HEIGHT = 3;

/**
 * Where the container stands in one of several boxes that bear one name (a question with its answer,
 * a part of a report), the box around them, and the running text of the others: Readability may
 * take the longest alone. Articles, rows and items have neighbours of the same name that are none
 * of the text. Where running text stands in nameless boxes beside a nameless container as well, the
 * box around all.
 */
export function withAlike(
  smallest: TreeElement,
  lines: readonly Line[],
  seeds: readonly Line[],
): { container: TreeElement; more: Line[] } {
  if (isPartlyOutside(smallest, seeds)) return { container: smallest.parentElement!, more: [] };
  const shapes = new Set(seeds.map(shapeOf));
  let box: TreeElement = smallest;
  for (let height = 0; height < ALIKE_HEIGHT; height++) {
    const around = box.parentElement;
    if (!around) break;
    if (box.className && /^(?:div|section)$/.test(box.localName)) {
      const beside = new Set(alikeBeside(box));
      const byBox = Map.groupBy(lines, ({ element }) => boxAmong(beside, element));
      byBox.delete(null);
      const more = [...byBox.values()].flatMap(textIn).filter((line) => shapes.has(shapeOf(line)));
      if (more.length > 0) return { container: around, more };
    }
    box = around;
  }
  return { container: smallest, more: [] };
}

/**
 * Whether running text stands right in the nameless boxes beside a nameless container as well: old
 * editors set each part of a text whose letters or side differ into a `div` of its own.
 */
function isPartlyOutside(container: TreeElement, seeds: readonly Line[]): boolean {
  if (container.className || container.localName !== 'div') return false;
  const beside = new Set(alikeBeside(container));
  return seeds.some(({ element }) => element.parentElement && beside.has(element.parentElement));
}

/** Of several boxes the one in which an element stands. */
export function boxAmong(
  boxes: ReadonlySet<TreeElement>,
  element: TreeElement,
): TreeElement | null {
  for (let at: TreeElement | null = element; at; at = at.parentElement)
    if (boxes.has(at)) return at;
  return null;
}

/** Share of a box's characters that must be running text: modules of a page's layout hold more labels and links. */
const MOSTLY = 0.6;

/** The running text of a box that holds little else; none of a teaser's or of one that a label names. */
function textIn(lines: readonly Line[]): Line[] {
  if (isTeaser(lines) || lines.some(({ phrase }) => phrase)) return [];
  const text = lines.filter((line) => isProse(line) && linkDensity(line) < 0.2);
  return lengthOf(text) >= lengthOf(lines) * MOSTLY ? text : [];
}
