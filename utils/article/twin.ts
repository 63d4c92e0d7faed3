import type { Line } from './lines.ts';
import { linkDensity } from './lines.ts';

/**
 * The page for Readability: its boxes with their names, and in them each line's text, with what
 * of it is a link in one link. A fraction of the snapshot's nodes, and the same to its scoring.
 * Lines carry their place in `data-line-index`.
 */
export function makeTwin(lines: readonly Line[], body: Element): Document {
  const twin = body.ownerDocument.implementation.createHTMLDocument('');
  const boxes = new Map<Element, Element>([[body, twin.body]]);
  for (const line of lines) {
    if (!line.text) continue;
    const parent = line.element.parentElement;
    if (!parent) continue;
    const copy = twin.createElement(line.name);
    copyNames(line.element, copy);
    copy.setAttribute('data-line-index', String(line.index));
    fill(copy, line, twin);
    boxFor(parent, boxes, twin).append(copy);
  }
  return twin;
}

/** The twin of a box, made on first need with all its ancestors. */
function boxFor(box: Element, boxes: Map<Element, Element>, twin: Document): Element {
  const missing: Element[] = [];
  let known: Element | undefined;
  for (let at: Element | null = box; at && !(known = boxes.get(at)); at = at.parentElement)
    missing.push(at);
  let copy = known ?? twin.body;
  for (const element of missing.toReversed()) {
    const made = twin.createElement(element.localName);
    copyNames(element, made);
    copy.append(made);
    boxes.set(element, made);
    copy = made;
  }
  return copy;
}

function copyNames(from: Element, to: Element): void {
  const names = from.getAttribute('class');
  if (names) to.className = names;
}

function fill(copy: Element, line: Line, twin: Document): void {
  if (line.linked === 0) {
    copy.textContent = line.text;
    return;
  }
  const link = twin.createElement('a');
  link.setAttribute('href', '/');
  const all = linkDensity(line) > 0.99;
  link.textContent = all ? line.text : line.text.slice(0, line.linked);
  copy.append(link);
  if (!all) copy.append(line.text.slice(line.linked));
}
