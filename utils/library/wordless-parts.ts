import type { Block } from '../article/blocks.ts';
import { hash } from '../article/hash.ts';
import { wholeBox } from './whole-box.ts';

/**
 * The pictures and embeds of a sanitised body that no block stands for, each the box that holds it
 * alone, with keys as `listBlocks` gives them: the hash of the address, with its occurrence where that
 * comes again. `text` is the alternative text or the embed's title, empty where there is none.
 *
 * @param blocks the body's blocks. What stands in a block, or has a caption, goes with that.
 */
export function listWordless(root: ParentNode, blocks: readonly Block[]): Block<HTMLElement>[] {
  const named = new Set<Element>(blocks.map(({ element }) => element));
  const captioned = new Set(blocks.map(({ element }) => element.closest('figure')));
  const seen = new Map<string, number>();
  return [...root.querySelectorAll<HTMLElement>('img, a[data-warraq]')].flatMap((element) => {
    const figure = element.closest('figure');
    if ((figure && captioned.has(figure)) || isWithin(element, named)) return [];
    const of = (name: string): string | null => element.getAttribute(name);
    const name = `part ${hash(of('data-src') ?? of('src') ?? of('href') ?? '')}`;
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    const key = occurrence === 0 ? name : `${name}-${occurrence}`;
    return [{ key, element: wholeBox(element), text: of('alt') ?? of('title') ?? '' }];
  });
}

function isWithin(element: Element, some: ReadonlySet<Element>): boolean {
  for (let box: Element | null = element; box; box = box.parentElement) {
    if (some.has(box)) return true;
  }
  return false;
}
