import type { Direction } from '../../article/article.ts';
import { currentEdits } from './current-edits.ts';
import type { EditGiven } from './edits.ts';
import type { BlockText } from './find-passage.ts';
import type { Edit } from '../item.ts';

/** As much of a hidden block as tells which it was, UTF-16 units. */
const SAMPLE = 200;

/** Hides a block of the article, or shows it again. There is one such edit of each, on every device. */
export function hidden({ key, text }: BlockText, hide: boolean): EditGiven {
  return {
    id: `hide ${key}`,
    kind: 'hide',
    anchor: { block: key, start: 0, end: text.length },
    value: text.slice(0, SAMPLE).toWellFormed(),
    removed: !hide,
  };
}

/** Keys of the blocks the reader has hidden. */
export function hiddenBlocks(edits: readonly Edit[]): Set<string> {
  return new Set(
    currentEdits(edits).flatMap(({ kind, anchor }) =>
      kind === 'hide' ? (anchor?.block ?? []) : [],
    ),
  );
}

/** Turns a block, or the whole article without one; null goes back to the direction of its letters. */
export function turned(block: BlockText | null, direction: Direction | null): EditGiven {
  return {
    id: block ? `direction ${block.key}` : 'direction',
    kind: 'direction',
    anchor: block && { block: block.key, start: 0, end: block.text.length },
    value: direction,
    removed: direction === null,
  };
}

/** The direction the reader gave the whole article; null where none. */
export function turnedArticle(edits: readonly Edit[]): Direction | null {
  const last = currentEdits(edits).findLast(
    ({ kind, anchor }) => kind === 'direction' && anchor === null,
  );
  return last?.value === 'rtl' || last?.value === 'ltr' ? last.value : null;
}
