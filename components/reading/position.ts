import type { Position } from '../../utils/library/item.ts';
import { blockText, placeAt, placesOf, type TextPlace } from './block-text.ts';

/** Room above the line that counts as still read, in px: what is cut off by the bar is not. */
const SLACK = 4;

/**
 * The first of an article's text that is to be seen under `top` (px from the window's own), as a
 * text coordinate: it is the same place at any type size. Null where no block is.
 */
export function positionIn(body: Element, top: number): Position | null {
  const blocks = blocksOf(body);
  const total = blocks.reduce((sum, { length }) => sum + length, 0);
  if (total === 0) return null;
  let above = 0;
  for (const { element, key, length } of blocks) {
    const box = element.getBoundingClientRect();
    if (box.bottom > top + SLACK && box.height > 0) {
      const offset = box.top >= top - SLACK ? 0 : firstBelow(element, top);
      return { block: key, offset, share: isEndInSight(body) ? 1 : (above + offset) / total };
    }
    above += length;
  }
  const last = blocks.at(-1);
  return last ? { block: last.key, offset: last.length, share: 1 } : null;
}

/** How far the window must be scrolled for a place to stand at its top, in px; null where the block is gone. */
export function scrollTo(body: Element, { block, offset }: Position, top: number): number | null {
  const found = blocksOf(body).find(({ key }) => key === block);
  if (!found) return null;
  const place = offset > 0 ? placeAt(found.element, offset) : null;
  const at = place
    ? (boxOf(place) ?? found.element.getBoundingClientRect())
    : found.element.getBoundingClientRect();
  return at.top - top;
}

/**
 * Changes what is shown of a text without moving the line that is read: the first under what is
 * fixed over it stands after `change` where it stood before.
 */
export function holdLine(body: Element, change: () => void): void {
  const scroller = body.ownerDocument.scrollingElement;
  const top = body.ownerDocument.querySelector('header.bar')?.getBoundingClientRect().bottom ?? 0;
  const place = scroller && scroller.scrollTop > 0 ? positionIn(body, top) : null;
  const before = place && scrollTo(body, place, top);
  change();
  const after = place && scrollTo(body, place, top);
  if (scroller && before !== null && after !== null) scroller.scrollTop += after - before;
}

interface KeyedBlock {
  element: HTMLElement;
  key: string;
  /** UTF-16 units of its text. */
  length: number;
}

function blocksOf(body: Element): KeyedBlock[] {
  return [...body.querySelectorAll<HTMLElement>('[data-block]')].map((element) => ({
    element,
    key: element.dataset['block'] ?? '',
    length: blockText(element).length,
  }));
}

/** What ends in the window is read to its end. */
function isEndInSight(body: Element): boolean {
  const { defaultView } = body.ownerDocument;
  return body.getBoundingClientRect().bottom <= (defaultView?.innerHeight ?? 0) + SLACK;
}

/** Offset of the first character whose line is below `top`. Lines follow one another, so halves suffice. */
function firstBelow(block: Element, top: number): number {
  const places = placesOf(block);
  let from = 0;
  let to = places.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const { at, box } = nextWithBox(places, middle);
    if (box && box.top < top - SLACK) from = at + 1;
    else to = middle;
  }
  return places[Math.min(nextWithBox(places, from).at, places.length - 1)]?.at ?? 0;
}

/** The first place from `at` on that is to be seen: what parts the halves of a verse is not. */
function nextWithBox(
  places: readonly TextPlace[],
  at: number,
): { at: number; box: DOMRect | null } {
  for (let next = at; next < places.length; next += 1) {
    const box = boxOf(places[next]!);
    if (box) return { at: next, box };
  }
  return { at, box: null };
}

/** Box of the character at a place; null where it has none. */
function boxOf({ node, offset }: TextPlace): DOMRect | null {
  const range = node.ownerDocument.createRange();
  range.setStart(node, offset);
  range.setEnd(node, Math.min(offset + 1, node.length));
  const box = range.getBoundingClientRect();
  return box.height > 0 ? box : null;
}
