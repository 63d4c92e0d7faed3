/** Kept between tools and what they are about, and the edges of the window, px. */
const GAP = 8;

/**
 * Puts tools over what they are about, or under it where there is no room (under the bar), or where a
 * finger selects and the system has its own tools above. They scroll with the text.
 *
 * @param top bottom of the bar over the text, px from the window's top
 */
export function placeTools(tools: HTMLElement, at: DOMRect, top: number): void {
  const { documentElement: root, defaultView: window } = tools.ownerDocument;
  const box = tools.getBoundingClientRect();
  const coarse = window?.matchMedia('(pointer: coarse)').matches ?? false;
  const above = at.top - box.height - GAP;
  const below = Math.min(at.bottom + GAP, root.clientHeight - box.height - GAP);
  const block = coarse || above < top ? Math.max(top + GAP, below) : above;
  const middle = at.left + at.width / 2 - box.width / 2;
  const widest = root.clientWidth - box.width - GAP;
  const inline = Math.max(GAP, Math.min(middle, widest));
  const rtl = window?.getComputedStyle(root).direction === 'rtl';
  tools.style.insetBlockStart = `${block + (window?.scrollY ?? 0)}px`;
  tools.style.insetInlineStart = `${rtl ? root.clientWidth - inline - box.width : inline}px`;
}

/** Bottom of the bar over the text. */
export function barBottom(page: Document): number {
  return page.querySelector('header.bar')?.getBoundingClientRect().bottom ?? 0;
}
