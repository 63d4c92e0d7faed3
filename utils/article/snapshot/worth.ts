import * as dom from '../page/dom.ts';

/**
 * Hidden, but prose: links stand far apart in it. A paragraph says by its name that it is text; a
 * formula in a sentence is shown as a picture.
 */
export function isWorthKeeping(element: Element, name: string): boolean {
  if (name === 'span' && dom.querySelector(element, ':scope > math')) return false;
  const { length } = (dom.textContent(element) ?? '').trim();
  const links = dom.countTags(element, 'a');
  return length >= 120 ? length / (links + 1) >= 100 : name === 'p' && length >= 40 && links === 0;
}

/** Characters of an article that a page opens in a layer of its own. */
const IN_LAYER = 500;

/** Whether a dialog is the article that was opened, with its headline. */
export function holdsArticle(dialog: Element): boolean {
  const isLong = (dom.textContent(dialog) ?? '').trim().length >= IN_LAYER;
  return isLong && dom.querySelector(dialog, 'article h1') !== null;
}

/** The body of a frame of the page's own origin that holds text, not an ad's or a counter's. */
export function readableFrame(frame: Element): Element | null {
  const inner = dom.frameDocument(frame);
  const body = inner && dom.bodyIn(inner);
  return body && (dom.textContent(body) ?? '').trim().length >= 400 ? body : null;
}
