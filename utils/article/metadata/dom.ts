import * as dom from '../dom.ts';

/** Elements of a live document in its order, past whatever its own names shadow. */
export function queryAll(document: Document, selector: string): Element[] {
  return Array.from(Document.prototype.querySelectorAll.call(document, selector));
}

/** Elements of one name. Told by name alone, and remembered by the browser: a fraction of a selector's cost. */
export function named(document: Document, name: string): Element[] {
  return Array.from(Document.prototype.getElementsByTagName.call(document, name));
}

export function attribute(element: Element, name: string): string {
  return dom.getAttribute(element, name) ?? '';
}

/** An element's text on one line. */
export function textOf(node: Node): string {
  return oneLine(dom.textContent(node) ?? '');
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
