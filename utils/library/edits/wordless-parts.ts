import type { Block } from '../../article/body/blocks.ts';
import { hash } from '../../article/hash.ts';
import { wholeBox } from './whole-box.ts';

/** What can be hidden without a word of its own. */
const SHOWN = 'img, a[data-warraq]';

/**
 * The pictures and embeds of a sanitised body that no block stands for, each the outermost box that
 * holds no words and nothing else to be seen, a cell at most. Keys are made as those of `listBlocks`:
 * the hash of the address, with its occurrence where that comes again. `text` is `wordsOf` it.
 *
 * @param blocks the body's blocks. What stands in a block, or has a caption, goes with that.
 */
export function listWordless(root: ParentNode, blocks: readonly Block[]): Block[] {
  const spokenFor = new Set(
    blocks.map(({ element }) =>
      element.matches('figcaption') ? element.closest('figure') : element,
    ),
  );
  const seen = new Map<string, number>();
  return [...root.querySelectorAll(SHOWN)].flatMap((element) => {
    if (element.parentElement?.closest('a[data-warraq]') || isWithin(element, spokenFor)) return [];
    const box = wholeBox(element, showsOnly);
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

/** The first thing beside it ends the search: a body may hold thousands of pictures. */
function showsOnly(box: Element, child: Element): boolean {
  for (let node = box.firstChild; node; node = node.nextSibling) {
    if (node === child) continue;
    if (node.textContent?.trim()) return false;
    if (node instanceof Element && (node.matches(SHOWN) || node.querySelector(SHOWN))) return false;
  }
  return true;
}

function isWithin(element: Element, some: ReadonlySet<Element | null>): boolean {
  for (let box: Element | null = element; box; box = box.parentElement) {
    if (some.has(box)) return true;
  }
  return false;
}
