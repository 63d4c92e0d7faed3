/** A cell of a table: where it is hidden it stays, empty, so that those beside it keep their columns. */
export const CELL = 'td, th';

/** The outermost box that holds a part of the text and nothing else; a cell at most. */
export function wholeBox(part: Element): Element {
  let box = part;
  while (box.parentElement && !box.matches(CELL) && holdsOnly(box.parentElement, box)) {
    box = box.parentElement;
  }
  return box;
}

function holdsOnly(box: Element, child: Element): boolean {
  return box.childElementCount === 1 && box.textContent.trim() === child.textContent.trim();
}
