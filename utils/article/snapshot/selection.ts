import { contains, dataIn, nodeType, parentNode } from '../page/dom.ts';

/** Characters; a shorter selection is a slip of the mouse. */
const SHORTEST = 20;

/** One for an ordinary selection. */
type Ranges = readonly [Range, ...Range[]];

/**
 * The ranges a reader has selected, in the page's order, or null where it is not worth an article.
 * Firefox has several where a reader adds to a selection or selects cells, and where it goes over
 * what cannot be selected.
 */
export function selectedRanges(document: Document): Ranges | null {
  const selection = Document.prototype.getSelection.call(document);
  if (!selection || selection.isCollapsed || selection.toString().trim().length < SHORTEST)
    return null;
  const count = selection.rangeCount;
  const [first, ...others] = Array.from({ length: count }, (_, index) =>
    selection.getRangeAt(index),
  );
  return first ? [first, ...others] : null;
}

/** The element that holds all of the ranges. */
export function elementAround(ranges: Ranges): Node {
  const nodes = ranges.map(({ commonAncestorContainer }) => commonAncestorContainer);
  let node = ranges[0].commonAncestorContainer;
  while (nodeType(node) !== 1 || !nodes.every((one) => contains(node, one))) {
    const parent = parentNode(node);
    if (!parent) break;
    node = parent;
  }
  return node;
}

/** What of a text node lies inside the ranges. A word that one begins with is none that went on before it. */
export function textInside(node: Node, ranges: readonly Range[]): string {
  const data = dataIn(node);
  const parts = ranges.map((range) => {
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : data.length;
    return (start > 0 && start < end ? ' ' : '') + data.slice(start, end);
  });
  return parts.join('');
}
