import type { BlockText } from '../../utils/library/edits/find-passage.ts';
import type { Anchor } from '../../utils/library/item.ts';
import { stretchOf } from '../reading/block-text.ts';

/** The body of the article shown. */
export function shownBody(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-testid="article-body"]');
}

export function blockElement(body: Element, key: string): HTMLElement | null {
  return body.querySelector<HTMLElement>(`[data-block="${CSS.escape(key)}"]`);
}

/** A picture or an embed that no block stands for. */
export function wordlessElement(body: Element, key: string): HTMLElement | null {
  return body.querySelector<HTMLElement>(`[data-wordless="${CSS.escape(key)}"]`);
}

/** What is selected of the article; null where nothing of it is. */
export function selectedRange(body: Element): Range | null {
  const selection = body.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return range.intersectsNode(body) ? range : null;
}

/** The stretches of blocks a range covers, in offsets of their source texts. */
export function stretchesIn(range: Range, body: Element, blocks: readonly BlockText[]): Anchor[] {
  return blocks.flatMap(({ key }): Anchor[] => {
    const block = blockElement(body, key);
    const stretch = block && range.intersectsNode(block) ? stretchOf(block, range) : null;
    return stretch ? [{ block: key, ...stretch }] : [];
  });
}
