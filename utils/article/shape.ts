import type { Line } from './lines.ts';
import type { TreeElement } from './tree.ts';

/** How a line is built: its element and its box, with their names. Lines of one text share it, boxes of other kinds do not. */
export function shapeOf(line: Line): string {
  const { element, name } = line;
  const parent = element.parentElement;
  return `${parent ? signature(parent) : ''}>${name}.${element.className}`;
}

/** Name and classes, without those that hold a number: a page numbers its boxes, also by their content's hash. */
export function signature(element: TreeElement): string {
  return `${element.localName}.${element.className.replace(/\S*\d\S*/g, '').trim()}`;
}

/** The boxes beside one that are built alike. */
export function alikeBeside(box: TreeElement): TreeElement[] {
  const shape = signature(box);
  const beside = box.parentElement?.children ?? [];
  return beside.filter((one) => one !== box && signature(one) === shape);
}
