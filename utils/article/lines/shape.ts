import { isStopped, type Line } from './lines.ts';
import type { TreeElement } from '../snapshot/tree.ts';

/**
 * How a line is built: its element and its box, with their names. Lines of one text share it, boxes
 * of other kinds do not. An `id` names one line and no kind: editors give each paragraph its own.
 */
export function shapeOf(line: Line): string {
  const { element, name } = line;
  const parent = element.parentElement;
  return `${parent ? signature(parent) : ''}>${name}.${element.className.replace(/#.*/, '')}`;
}

/**
 * Name and classes, without those that hold a number: a page numbers its boxes, also by their content's
 * hash. One that has no others is still not built like one without any.
 */
export function signature({ localName, className }: TreeElement): string {
  return `${localName}.${className.replace(/\S*\d\S*/g, '').trim() || (className ? '#' : '')}`;
}

/** By parent, its children by how they are built, as long as there are as many. */
const known = new WeakMap<TreeElement, { count: number; alike: Map<string, TreeElement[]> }>();

/** The boxes of one parent that are built alike, the given one among them. */
export function builtAlike(box: TreeElement): readonly TreeElement[] {
  const parent = box.parentElement;
  if (!parent) return [];
  let inParent = known.get(parent);
  if (inParent?.count !== parent.childElementCount) {
    inParent = {
      count: parent.childElementCount,
      alike: Map.groupBy(parent.children, signature),
    };
    known.set(parent, inParent);
  }
  return inParent.alike.get(signature(box)) ?? [];
}

/** The boxes beside one that are built alike. */
export function alikeBeside(box: TreeElement): TreeElement[] {
  return builtAlike(box).filter((one) => one !== box);
}

/** Characters; a longer cell says something of its own. */
const LONGEST_NAME = 40;

/** Whether a cell stands beside a short one, which names what it tells of. A layout sets texts side by side. */
export function isNamedCell(cell: TreeElement): boolean {
  const row = cell.parentElement;
  if (!/^(?:t[dh]|dd)$/.test(cell.localName) || !row) return false;
  return row.children.some((other) => {
    const { length } = other === cell ? '' : other.textContent.trim();
    return length > 0 && length <= LONGEST_NAME;
  });
}

/** Whether a paragraph is all in bold and does not end like one: a sub-heading. */
export function isBold(line: Line): boolean {
  const { element, text } = line;
  const only = element.childElementCount === 1 ? element.firstElementChild : null;
  if (only === null || !/^(?:strong|b)$/.test(only.localName)) return false;
  return only.textContent.trim() === text && !isStopped(line);
}
