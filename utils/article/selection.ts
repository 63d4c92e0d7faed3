import { parentNode, nodeType, dataIn } from './dom.ts';

/** Characters; a shorter selection is a slip of the mouse. */
const SHORTEST = 20;

/** The ranges a reader has selected, or none where it is not worth an article. */
export function selectedRanges(document: Document): Range[] {
  const selection = Document.prototype.getSelection.call(document);
  if (!selection || selection.isCollapsed || selection.toString().trim().length < SHORTEST)
    return [];
  return Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
}

/** The element that holds all of a range. */
export function elementAround(range: Range): Node {
  const node = range.commonAncestorContainer;
  return nodeType(node) === 1 ? node : (parentNode(node) ?? node);
}

/** What of a text node lies inside a range. */
export function textInside(node: Node, range: Range | null): string {
  const data = dataIn(node);
  if (!range) return data;
  const end = node === range.endContainer ? range.endOffset : data.length;
  return data.slice(node === range.startContainer ? range.startOffset : 0, end);
}
