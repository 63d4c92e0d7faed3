import { isolatesOf, type Isolate } from '../../utils/arabic/isolates.ts';
import { unbrokenIn } from '../../utils/arabic/latin-runs.ts';
import { linesOf, type TextLine } from './text-lines.ts';

/** Elements that may be parted in two where an isolate begins or ends inside them. */
const PARTED = 'mark, b, strong, i, em, u, s, small, span:not([class])';

/**
 * Isolates names, numbers and ranges (`isolatesOf`), each in a `span` whose class says how. Before
 * anything is shown otherwise than published: what must be isolated is the same under every
 * setting. No text changes, and none is added: what holds ranges together is drawn by the styles.
 *
 * @param dir direction of what has none of its own
 */
export function isolateIn(root: ParentNode & Node, dir: 'rtl' | 'ltr'): void {
  for (const line of linesOf(root, dir, (node) => node.data)) {
    // From the last, so that the offsets before it stand.
    for (const isolate of isolatesIn(line).toReversed()) wrap(line, isolate);
  }
}

function isolatesIn({ dir, isPre, text }: TextLine): Isolate[] {
  if (!isPre) return isolatesOf(text, dir);
  let start = 0;
  return text.split('\n').flatMap((part) => {
    const from = start;
    start += part.length + 1;
    return isolatesOf(part, dir).map((isolate) => ({
      ...isolate,
      start: isolate.start + from,
      end: isolate.end + from,
      apart: isolate.apart.map((at) => at + from),
    }));
  });
}

function wrap(line: TextLine, { start, end, kind, apart }: Isolate): void {
  const run = wrapped(line, start, end, `run-${kind}`);
  const whole = kind === 'latin' ? unbrokenIn(line.text.slice(start, end)) : [];
  if (!run || apart.length + whole.length === 0) return;
  const [inside] = linesOf(run, 'rtl', (node) => node.data);
  if (!inside) return;
  for (const at of apart.toReversed()) wrapped(inside, at - start, at - start + 1, 'run-apart');
  for (const part of whole.toReversed()) wrapped(inside, part.start, part.end, 'run-whole');
}

/** Null where it would part a link or what is linked to: that stays as published. */
function wrapped(line: TextLine, start: number, end: number, name: string): Element | null {
  const first = placeIn(line, start);
  const last = placeIn(line, end - 1);
  if (!first || !last) return null;
  const span = first.node.ownerDocument.createElement('span');
  span.className = name;
  if (first.node === last.node) {
    const text = first.offset > 0 ? first.node.splitText(first.offset) : first.node;
    const length = last.offset + 1 - first.offset;
    if (length < text.length) text.splitText(length);
    text.replaceWith(span);
    span.append(text);
    return span;
  }
  const range = span.ownerDocument.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  widen(range);
  if (!canPart(range.startContainer, range) || !canPart(range.endContainer, range)) return null;
  span.append(range.extractContents());
  range.insertNode(span);
  return span;
}

function placeIn({ nodes }: TextLine, at: number): { node: Text; offset: number } | null {
  const found = nodes.findLast(({ start }) => start <= at);
  if (!found || at - found.start >= found.node.length) return null;
  return { node: found.node, offset: at - found.start };
}

/** An element that begins or ends with the range is in it whole: none is left behind empty. */
function widen(range: Range): void {
  const common = range.commonAncestorContainer;
  while (range.startContainer !== common && range.startOffset === 0) {
    range.setStartBefore(range.startContainer);
  }
  while (range.endContainer !== common && range.endOffset === lengthOf(range.endContainer)) {
    range.setEndAfter(range.endContainer);
  }
}

function lengthOf(node: Node): number {
  return node instanceof Text ? node.length : node.childNodes.length;
}

/** Whether all that stands between an end of a range and what holds the whole of it may be parted. */
function canPart(from: Node, { commonAncestorContainer }: Range): boolean {
  for (let node: Node | null = from; node && node !== commonAncestorContainer;) {
    if (node instanceof Element && (node.id || !node.matches(PARTED))) return false;
    node = node.parentNode;
  }
  return true;
}
