import type { Article } from '../../article/article.ts';
import { listBlocks } from '../../article/body/blocks.ts';
import { DIRECTED } from '../../article/body/direct-blocks.ts';
import { turnedArticle } from './block-edits.ts';
import { currentEdits } from './current-edits.ts';
import { passagesIn } from './find-passage.ts';
import type { Edit } from '../item.ts';
import { markPassages, type Stretch } from './mark-passage.ts';
import { nameOf } from './marks.ts';
import { CELL, wholeBox } from './whole-box.ts';
import { listWordless } from './wordless-parts.ts';

/** Pieces of highlights shown, the last made: a file may hold any number of them. */
const MOST_PIECES = 5000;

/**
 * The reader's changes on a sanitised body whose blocks have their directions: blocks hidden or given
 * another direction, what was left out put back before the block it stood before or at the end,
 * passages marked. An edit whose block, removal or passage is not there changes nothing: it waits for
 * a text that has it.
 *
 * A `mark` of the reader's carries the highlight's name in `data-mark`, its tint in `data-colour`, and
 * where there is a note on it `data-noted`. Where two meet the one marked last is to be seen.
 *
 * @param clean the one door, for what is put back.
 */
export function applyEdits(
  body: DocumentFragment,
  article: Article,
  edits: readonly Edit[],
  clean: (html: string) => DocumentFragment,
): void {
  const listed = listBlocks(body);
  const blocks = new Map(listed.map(({ key, element }) => [key, element]));
  const wordless = new Map(listWordless(body, listed).map(({ key, element }) => [key, element]));
  const standing = currentEdits(edits);
  const blockOf = ({ anchor }: Edit): Element | undefined => blocks.get(anchor?.block ?? '');

  // Before anything moves: the offsets are those of the block as it was cleaned.
  const find = passagesIn(listed);
  const noted = new Set(standing.flatMap(({ kind, id }) => (kind === 'note' ? nameOf(id) : [])));
  const stretches = new Map<Element, Stretch[]>();
  for (const edit of standing.filter(({ kind }) => kind === 'highlight').slice(-MOST_PIECES)) {
    const passage = find(edit);
    const block = passage && blocks.get(passage.block);
    if (!block) continue;
    const name = nameOf(edit.id);
    const attributes = {
      'data-mark': name,
      'data-colour': String(edit.colour ?? 1),
      ...(noted.has(name) && { 'data-noted': '' }),
    };
    const { start, end } = passage;
    const known = stretches.get(block) ?? [];
    known.push({ start, end, attributes });
    stretches.set(block, known);
  }
  for (const [block, some] of stretches) markPassages(block, some);
  const back = new Set(standing.flatMap(({ kind, value }) => (kind === 'put-back' ? value : [])));
  for (const { id, html, at } of article.removals) {
    if (html === null || !back.has(id)) continue;
    const place = at === null ? null : blocks.get(at);
    if (place === null) body.append(clean(html));
    else if (place) topOf(place, body).before(clean(html));
  }
  turn(body, standing);
  for (const edit of standing) {
    if (edit.kind === 'direction' && (edit.value === 'rtl' || edit.value === 'ltr')) {
      blockOf(edit)?.setAttribute('dir', edit.value);
    }
  }
  for (const edit of standing) {
    if (edit.kind === 'hide') takeAway(blockOf(edit) ?? wordless.get(edit.anchor?.block ?? ''));
  }
}

/** A whole article turned: all of its blocks, whatever their letters. */
function turn(body: DocumentFragment, edits: readonly Edit[]): void {
  const direction = turnedArticle(edits);
  if (!direction) return;
  for (const block of body.querySelectorAll(`${DIRECTED}, pre[dir]`)) {
    block.setAttribute('dir', direction);
  }
}

/** The part of the body a block stands in: a paragraph is not put back into the middle of a list. */
function topOf(block: Element, body: DocumentFragment): Element {
  let top = block;
  while (top.parentElement && top.parentNode !== body) top = top.parentElement;
  return top;
}

/** A block goes with the boxes that hold nothing else, and a caption with its picture. */
function takeAway(block: Element | undefined): void {
  if (!block) return;
  const figure = block.matches('figcaption') ? block.closest('figure') : null;
  const gone = wholeBox(figure ?? block, holdsOnly);
  if (!gone.matches(CELL)) return gone.remove();
  gone.replaceChildren();
  gone.removeAttribute('data-block');
  gone.removeAttribute('data-wordless');
  const table = gone.closest('table');
  if (table && isEmpty(table)) takeAway(table);
}

function isEmpty(table: Element): boolean {
  return table.textContent.trim() === '' && !table.querySelector('img, video, audio, iframe');
}

function holdsOnly(box: Element, child: Element): boolean {
  return box.childElementCount === 1 && box.textContent.trim() === child.textContent.trim();
}
