/** A cell of a table: where it is hidden it stays, empty, so that those beside it keep their columns. */
export const CELL = 'td, th';

/** The outermost box that holds a part of the text and nothing else; a cell at most. */
export function wholeBox(part: Element, holds: (box: Element, child: Element) => boolean): Element {
  let box = part;
  while (box.parentElement && !box.matches(CELL) && holds(box.parentElement, box)) {
    box = box.parentElement;
  }
  return box;
}
