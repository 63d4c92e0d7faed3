import {
  countTags,
  dataIn,
  getAttribute,
  getBoundingClientRect,
  isHtml,
  localName,
  nextSibling,
  nodeType,
  offsetLeft,
  offsetTop,
  parentElement,
  textContent,
} from '../page/dom.ts';

/** What the page's styles say of its elements. */
export interface Styles {
  /**
   * Whether the page shows an element itself (whatever holds it). Opacity does not count: pages
   * fade their text in. `bare`: it has no attribute by which a page could have styled it away.
   */
  isShown(element: Element, name: string, bare: boolean): boolean;
  /** Whether a text-level element stands in lines of its own. */
  isBlock(element: Element): boolean;
  /**
   * Whether a block is one by its float alone, or by the line it is set in, and part of what stands
   * around it: a first letter or word set large, a picture; the number and name in a heading, which a
   * space parts.
   */
  setInLine(element: Element): 'joined' | 'spaced' | null;
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
    setInLine(element) {
      const text = (textContent(element) ?? '').trim();
      const precedes = precedesText(element);
      // An hour or a price that floats stands apart.
      if (style(element).float !== 'none')
        return precedes && text.length <= LONGEST_CAP && !/\d/.test(text) ? 'joined' : null;
      if (precedes) return null;
      const line = parentElement(element);
      if (!line || !/^(?:p|h[1-6]|li|dt)$/.test(localName(line))) return null;
      return countTags(line, 'a') === 0 && style(line).display.endsWith('flex') ? 'spaced' : null;
    },
    keepsLines: (element) => /^(?:pre|break-spaces)/.test(style(element).whiteSpace),
  };
}

/** Characters of what is set large at a paragraph's head. */
const LONGEST_CAP = 12;

/** Whether text goes on right behind an element, in no element of its own. */
function precedesText(element: Element): boolean {
  const next = nextSibling(element);
  return next !== null && nodeType(next) === 3 && dataIn(next).trim() !== '';
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
  const { left, top, width, height } = getBoundingClientRect(element);
  const isThin = Math.round(height) === 1;
  const isSmall = width <= NARROW && height <= LOW;
  const isBeside = Math.abs(left) > FAR_AWAY;
  const isAbove = top < -FAR_AWAY;
  if (!(isThin || isSmall || isBeside || isAbove) || !isHtml(element)) return false;
  if (isThin) {
    if (Math.round(width) === 1 || CUTS.test(style(element).overflowY)) return true;
  } else if (isSmall && holdsAWord(element)) {
    if (CUTS.test(style(element).overflowX)) return true;
  }
  return (
    (isBeside && Math.abs(offsetLeft(element)) > FAR_AWAY && !isInRow(element, style)) ||
    (isAbove && offsetTop(element) < -FAR_AWAY)
  );
}

/** Boxes out, at most, in which a row of slides is scrolled. */
const ROW = 5;

function isInRow(element: Element, style: (of: Element) => CSSStyleDeclaration): boolean {
  let box = parentElement(element);
  for (let out = 0; box && localName(box) !== 'body' && out < ROW; out++) {
    const scrolls = /^(?:auto|scroll)$/.test(style(box).overflowX);
    if (scrolls && box.scrollWidth > FAR_AWAY) return true;
    box = parentElement(box);
  }
  return false;
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
  setInLine: () => null,
  keepsLines: (element) =>
    /(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)/i.test(styleOf(element)),
};

function styleOf(element: Element): string {
  return getAttribute(element, 'style') ?? '';
}
