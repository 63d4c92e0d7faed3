import { fold } from '../arabic/fold.ts';
import { hash } from './hash.ts';

/** One line of text of an article's body, with the key that names it in edits, highlights and removals. */
export interface Block {
  key: string;
  element: Element;
  text: string;
}

const NAMES = 'p,h1,h2,h3,h4,h5,h6,li,dt,dd,blockquote,figcaption,caption,td,th,pre,summary';

/**
 * The lines of an article's body in document order, of the extractor's result and of the sanitised
 * body alike. A key is the hash of the folded text, with its occurrence where the text comes again;
 * it does not change with what stands around the block.
 */
export function listBlocks(root: Element | DocumentFragment): Block[] {
  const seen = new Map<string, number>();
  const blocks: Block[] = [];
  for (const element of root.querySelectorAll(NAMES)) {
    if (element.querySelector(NAMES)) continue;
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (!text) continue;
    const name = hash(fold(text));
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    blocks.push({ key: occurrence === 0 ? name : `${name}-${occurrence}`, element, text });
  }
  return blocks;
}
