import type { Article } from '../article/article.ts';
import { listBlocks } from '../article/blocks.ts';
import type { Edit } from './item.ts';
import { currentEdits } from './current-edits.ts';
import { markPassage } from './mark-passage.ts';

/**
 * The reader's changes on a sanitised body whose blocks have their directions: blocks hidden or given
 * another direction, what was left out put back before the block it stood before, passages marked. An
 * edit whose block or removal is not there changes nothing: it waits for a text that has it.
 *
 * @param clean the one door, for what is put back.
 */
export function applyEdits(
  body: DocumentFragment,
  article: Article,
  edits: readonly Edit[],
  clean: (html: string) => DocumentFragment,
): void {
  const blocks = new Map(listBlocks(body).map(({ key, element }) => [key, element]));
  const standing = currentEdits(edits);
  const blockOf = ({ anchor }: Edit): Element | undefined => blocks.get(anchor?.block ?? '');

  // Before anything moves: the offsets are those of the block as it was cleaned.
  for (const edit of standing) {
    const block = blockOf(edit);
    if (edit.kind === 'highlight' && block && edit.anchor) {
      markPassage(block, edit.anchor.start, edit.anchor.end);
    }
  }
  for (const edit of standing) {
    if (edit.kind === 'direction' && (edit.value === 'rtl' || edit.value === 'ltr')) {
      blockOf(edit)?.setAttribute('dir', edit.value);
    }
  }
  const back = new Set(standing.flatMap(({ kind, value }) => (kind === 'put-back' ? value : [])));
  for (const { id, html, at } of article.removals) {
    const place = at === null ? undefined : blocks.get(at);
    if (html !== null && place && back.has(id)) topOf(place, body).before(clean(html));
  }
  for (const edit of standing) {
    if (edit.kind === 'hide') takeAway(blockOf(edit));
  }
}

/** The part of the body a block stands in: a paragraph is not put back into the middle of a list. */
function topOf(block: Element, body: DocumentFragment): Element {
  let top = block;
  while (top.parentElement && top.parentNode !== body) top = top.parentElement;
  return top;
}

/** A block goes with the boxes that hold nothing else. */
function takeAway(block: Element | undefined): void {
  let gone = block;
  while (gone?.parentElement && holdsOnly(gone.parentElement, gone)) gone = gone.parentElement;
  gone?.remove();
}

function holdsOnly(box: Element, child: Element): boolean {
  return box.childElementCount === 1 && box.textContent.trim() === child.textContent.trim();
}
