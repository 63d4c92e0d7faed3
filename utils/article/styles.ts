import { getAttribute, getBoundingClientRect, offsetLeft, offsetTop, textContent } from './dom.ts';

/** What the page's styles say of its elements. */
export interface Styles {
  /**
   * Whether the page shows an element itself (whatever holds it). Opacity does not count: pages
   * fade their text in. `bare`: it has no attribute by which a page could have styled it away.
   */
  isShown(element: Element, name: string, bare: boolean): boolean;
  /** Whether a text-level element stands in lines of its own. */
  isBlock(element: Element): boolean;
  /** Whether line feeds in an element's text are line breaks. */
  keepsLines(element: Element): boolean;
}

/** Text-level elements are hidden by styles too, but seldom enough to look only at those that pages use for it. */
const NEVER_HIDDEN = new Set('b strong i em u s a br sup sub tbody thead tr'.split(' '));
const VISIBLE: CheckVisibilityOptions = { visibilityProperty: true };

/** Layout decides where there is one; without (a document never shown), the markup's own words. */
export function stylesIn(document: Document): Styles {
  const view = document.defaultView;
  if (!view || !('checkVisibility' in Element.prototype)) return MARKUP;
  const style = view.getComputedStyle.bind(view);
  return {
    isShown(element, name, bare) {
      if (NEVER_HIDDEN.has(name)) return true;
      if (Element.prototype.checkVisibility.call(element, VISIBLE))
        return bare || !isOutOfSight(element, style);
      // It has no box of its own but shows its children.
      const { display } = style(element);
      return display === 'contents' || display === '';
    },
    isBlock: (element) =>
      /^(?:block|flex|grid|list-item|table|flow-root)$/.test(style(element).display),
    keepsLines: (element) => /^(?:pre|break-spaces)/.test(style(element).whiteSpace),
  };
}

/** CSS pixels from the box it is placed in; no layout moves what it shows as far. */
const FAR_AWAY = 2500;
/** CSS pixels in which an icon stands, and no word; a column that floats have squeezed is far higher. */
const NARROW = 24;
const LOW = 100;
const CUTS = /^(?:hidden|clip)$/;

/**
 * For screen readers only, or for search engines: a box of one pixel, one far beside the screen, or
 * one too small for its words that cuts them off at its edges.
 * A box without any height says nothing, since floats give it none. The layout is asked once for
 * all; where a box seems far away, by scrolling or a transform as a rule, its place in the box
 * around it decides.
 */
function isOutOfSight(element: Element, style: (of: Element) => CSSStyleDeclaration): boolean {
  if (!(element instanceof HTMLElement)) return false;
  const { left, top, width, height } = getBoundingClientRect(element);
  if (Math.round(height) === 1) {
    if (Math.round(width) === 1 || CUTS.test(style(element).overflowY)) return true;
  } else if (width <= NARROW && height <= LOW && holdsAWord(element)) {
    if (CUTS.test(style(element).overflowX)) return true;
  }
  return (
    (Math.abs(left) > FAR_AWAY && Math.abs(offsetLeft(element)) > FAR_AWAY) ||
    (top < -FAR_AWAY && offsetTop(element) < -FAR_AWAY)
  );
}

function holdsAWord(element: Element): boolean {
  return (textContent(element) ?? '').trim().length >= 6;
}

const MARKUP: Styles = {
  isShown(element) {
    if (getAttribute(element, 'hidden') !== null) return false;
    return !/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(styleOf(element));
  },
  isBlock: (element) => /(?:^|;)\s*display\s*:\s*(?:block|flex|grid)/i.test(styleOf(element)),
  keepsLines: (element) =>
    /(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)/i.test(styleOf(element)),
};

function styleOf(element: Element): string {
  return getAttribute(element, 'style') ?? '';
}
