import type { Block } from '../article/blocks.ts';
import { hash } from '../article/hash.ts';
import { CELL } from './whole-box.ts';

/** What can be hidden without a word of its own. */
const SHOWN = 'img, a[data-warraq]';

/**
 * The pictures and embeds of a sanitised body that no block stands for, each the outermost box that
 * holds no words and nothing else to be seen, a cell at most. Keys are made as those of `listBlocks`:
 * the hash of the address, with its occurrence where that comes again. `text` is `wordsOf` it.
 *
 * @param blocks the body's blocks. What stands in a block, or has a caption, goes with that.
 */
export function listWordless(root: ParentNode, blocks: readonly Block[]): Block<HTMLElement>[] {
  const named = new Set<Element>(blocks.map(({ element }) => element));
  const captioned = new Set(
    [...named].map((block) => (block.matches('figcaption') ? block.closest('figure') : block)),
  );
  const seen = new Map<string, number>();
  const shown = [...root.querySelectorAll<HTMLElement>(SHOWN)].filter(
    (element) => !element.parentElement?.closest('a[data-warraq]'),
  );
  return shown.flatMap((element) => {
    if (isWithin(element, captioned)) return [];
    const isAlone = (box: Element): boolean =>
      box.textContent.trim() === '' &&
      shown.every((other) => other === element || !box.contains(other));
    let box: HTMLElement = element;
    while (box.parentElement && !box.matches(CELL) && isAlone(box.parentElement)) {
      box = box.parentElement;
    }
    const of = (name: string): string | null => element.getAttribute(name);
    const name = `part ${hash(of('data-src') ?? of('src') ?? of('href') ?? '')}`;
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    const key = occurrence === 0 ? name : `${name}-${occurrence}`;
    return [{ key, element: box, text: wordsOf(box) }];
  });
}

/** The alternative text of the picture, or the title of the embed, in a box; empty where there is none. */
export function wordsOf(box: Element): string {
  const shown = box.matches(SHOWN) ? box : box.querySelector(SHOWN);
  return shown?.getAttribute('alt') ?? shown?.getAttribute('title') ?? '';
}

function isWithin(element: Element, some: ReadonlySet<Element | null>): boolean {
  for (let box: Element | null = element; box; box = box.parentElement) {
    if (some.has(box)) return true;
  }
  return false;
}
