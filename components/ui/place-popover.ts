/** Kept between a popover and the edges of the window, in px. */
const MARGIN = 8;

/**
 * Puts an open popover under the control that opened it, end to end, or above it where there is more
 * room. (Anchors in CSS are not in every browser we support.)
 */
export function placePopover(popover: HTMLElement, control: HTMLElement): void {
  const { style, ownerDocument } = popover;
  const root = ownerDocument.documentElement;
  style.insetInlineStart = '0';
  style.insetInlineEnd = 'auto';
  style.maxBlockSize = '';
  const at = control.getBoundingClientRect();
  const box = popover.getBoundingClientRect();
  const room = root.clientHeight - at.bottom;
  const above = room < box.height + MARGIN && at.top > room;
  const block = above ? Math.max(MARGIN, at.top - 4 - box.height) : at.bottom + 4;
  const rtl = getComputedStyle(control).direction === 'rtl';
  const inline = rtl ? box.right - box.width - at.left : at.right - box.width - box.left;
  // The room kept for a scroll bar is part of `clientWidth`, and not of where things can be put.
  const widest = root.getBoundingClientRect().width - box.width - MARGIN;
  style.insetBlockStart = `${block}px`;
  style.insetInlineStart = `${Math.max(MARGIN, Math.min(inline, widest))}px`;
  style.maxBlockSize = `${root.clientHeight - block - MARGIN}px`;
}
