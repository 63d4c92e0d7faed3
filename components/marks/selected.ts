import type { BlockText } from '../../utils/library/find-passage.ts';
import type { Anchor } from '../../utils/library/item.ts';
import { placesOf } from '../reading/block-text.ts';

/** The body of the article shown. */
export function shownBody(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-testid="article-body"]');
}

export function blockElement(body: Element, key: string): HTMLElement | null {
  return body.querySelector<HTMLElement>(`[data-block="${CSS.escape(key)}"]`);
}

/** What is selected of the article; null where nothing of it is. */
export function selectedRange(body: Element): Range | null {
  const selection = body.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return range.intersectsNode(body) ? range : null;
}

/**
 * The stretches of blocks a range covers, in offsets of their source texts, without white space at
 * their ends. What is shown without its marks is taken with them: a stretch ends where the next
 * character shown begins.
 */
export function stretchesIn(range: Range, body: Element, blocks: readonly BlockText[]): Anchor[] {
  return blocks.flatMap(({ key, text }): Anchor[] => {
    const block = blockElement(body, key);
    if (!block || !range.intersectsNode(block)) return [];
    const places = placesOf(block);
    const isInside = ({ node, offset }: (typeof places)[number]): boolean =>
      range.comparePoint(node, offset) === 0 && range.comparePoint(node, offset + 1) === 0;
    const first = places.findIndex(isInside);
    const last = places.findLastIndex(isInside);
    const start = places[first]?.at;
    if (start === undefined) return [];
    const next = places[last + 1]?.at ?? text.length;
    const length = text.slice(start, next).trimEnd().length;
    return length > 0 ? [{ block: key, start, end: start + length }] : [];
  });
}
