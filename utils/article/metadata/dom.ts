import * as dom from '../page/dom.ts';

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
