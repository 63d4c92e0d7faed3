import { getAttribute } from './dom.ts';

/** Whether the page shows an element itself (whatever holds it). Opacity does not count: pages fade their text in. */
export type IsShown = (element: Element, name: string) => boolean;

/** Text-level elements are hidden by styles too, but seldom enough to look only at those that pages use for it. */
const NEVER_HIDDEN = new Set('b strong i em u s a br sup sub tbody thead tr'.split(' '));

const VISIBLE: CheckVisibilityOptions = { visibilityProperty: true };

/** Layout decides where there is one; without (a document never shown), the markup's own words. */
export function visibilityIn(document: Document): IsShown {
  const view = document.defaultView;
  if (!view || !('checkVisibility' in Element.prototype)) return shownByMarkup;
  const style = view.getComputedStyle.bind(view);
  return (element, name) => {
    if (NEVER_HIDDEN.has(name)) return true;
    if (Element.prototype.checkVisibility.call(element, VISIBLE)) return true;
    // It has no box of its own but shows its children, and a fragment's nodes have no style at all.
    const display = style(element).display;
    return display === 'contents' || display === '';
  };
}

function shownByMarkup(element: Element): boolean {
  if (getAttribute(element, 'hidden') !== null) return false;
  const style = getAttribute(element, 'style');
  return !style || !/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}
