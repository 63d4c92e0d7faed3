import * as dom from './dom.ts';

/** Hidden, but prose: links stand far apart in it. A paragraph says by its name that it is text. */
export function isWorthKeeping(element: Element, name: string): boolean {
  const { length } = (dom.textContent(element) ?? '').trim();
  const links = dom.countTags(element, 'a');
  return length >= 120 ? length / (links + 1) >= 100 : name === 'p' && length >= 40 && links === 0;
}

/** What a closed `details` holds is there for whoever opens it. */
export function insideClosedDetails(element: Element): boolean {
  const parent = dom.parentNode(element);
  return parent !== null && dom.nodeType(parent) === 1 && dom.localName(parent) === 'details';
}

/** The body of a frame of the page's own origin that holds text, not an ad's or a counter's. */
export function readableFrame(frame: Element): Element | null {
  const inner = dom.frameDocument(frame);
  const body = inner && dom.bodyIn(inner);
  return body && (dom.textContent(body) ?? '').trim().length >= 400 ? body : null;
}
