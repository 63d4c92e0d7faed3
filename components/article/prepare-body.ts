import { textDirection } from '../../utils/arabic/direction.ts';
import { isVowelled } from '../../utils/arabic/tashkeel.ts';
import { listBlocks } from '../../utils/article/body/blocks.ts';
import { DIRECTED } from '../../utils/article/body/direct-blocks.ts';
import { listWordless } from '../../utils/library/edits/wordless-parts.ts';
import type { ShownPictures } from './kept-pictures.ts';

/** Gives room to lines whose every letter is shown vowelled. After the blocks have their directions. */
export function roomForVowels(body: ParentNode): void {
  for (const block of body.querySelectorAll<HTMLElement>(DIRECTED)) {
    const isRoomy = block.dir === 'rtl' && isVowelled(block.textContent);
    if (isRoomy !== block.classList.contains('vowelled')) block.classList.toggle('vowelled');
  }
}

/**
 * Names each block by its key, through which edits, marks and the reading position find it, and what
 * is there without words, which can be hidden. Before anything is put into the body that is no text
 * of the article.
 */
export function keyBlocks(body: ParentNode): void {
  const blocks = listBlocks(body);
  for (const { key, element } of blocks) element.setAttribute('data-block', key);
  for (const { key, element } of listWordless(body, blocks)) {
    element.setAttribute('data-wordless', key);
  }
}

/** Arabic words that a text of the other direction slopes stand upright. */
export function keepUpright(body: ParentNode): void {
  for (const sloped of body.querySelectorAll('em, i, cite, var')) {
    if (/\p{Script=Arabic}/u.test(sloped.textContent)) sloped.classList.add('upright');
  }
}

/** Old pages set text in `pre` for its line breaks; code is left to right (see `figures.css`). */
export function directPre(body: ParentNode): void {
  for (const pre of body.querySelectorAll('pre')) {
    if (textDirection(pre.textContent) === 'rtl') pre.dir = 'rtl';
  }
}

/**
 * Tables scroll on their own: the page never does sideways. The box can be reached by the keyboard, so
 * it has a name: the table's caption, else `name`.
 */
export function wrapTables(body: ParentNode, name: string): void {
  for (const table of body.querySelectorAll<HTMLTableElement>('table:not(.verses)')) {
    const box = table.ownerDocument.createElement('div');
    box.className = 'table';
    // Scrolled from the side where the table begins.
    box.dir = table.dir;
    box.tabIndex = 0;
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', table.caption?.textContent.trim() || name);
    table.replaceWith(box);
    box.append(table);
  }
}

/**
 * Pictures whose copy is kept show that, with room for them before their bytes are read. Nothing else
 * of what the page offers for them (`srcset`, `source`) has come through the sanitiser.
 */
export function placeKept(body: ParentNode, kept: ShownPictures): void {
  for (const picture of body.querySelectorAll('img[data-src]')) {
    const copy = kept.get(picture.getAttribute('data-src') ?? '');
    if (!copy) continue;
    picture.setAttribute('width', String(copy.width));
    picture.setAttribute('height', String(copy.height));
    if (copy.src !== null) picture.setAttribute('src', copy.src);
  }
}

/** Pictures that were shown before have their room at once: what stands below them does not move. */
export function keepRoom(before: ParentNode, body: ParentNode): void {
  const shown = new Map(
    [...before.querySelectorAll('img')].map((picture) => [picture.getAttribute('src'), picture]),
  );
  for (const picture of body.querySelectorAll<HTMLImageElement>('img[src]:not([width])')) {
    const same = shown.get(picture.getAttribute('src'));
    if (!same?.naturalWidth) continue;
    picture.width = same.naturalWidth;
    picture.height = same.naturalHeight;
  }
}

/** Pictures that are not asked for, or have no source, give way at once; those whose copy comes, or that wait for a press, do not. */
export function collapseUnshown(body: ParentNode, kept: ShownPictures): void {
  for (const picture of body.querySelectorAll('img:not([src], [data-held])')) {
    if (!kept.has(picture.getAttribute('data-src') ?? '')) collapsePicture(picture);
  }
}

/** A picture that is not there leaves its caption, else its alternative text, else nothing. */
export function collapsePicture(picture: Element): void {
  const figure = picture.closest('figure');
  const alone = figure !== null && figure.querySelectorAll('img:not(.collapsed)').length <= 1;
  picture.classList.add('collapsed');
  if (figure?.querySelector('figcaption')) return;
  const alt = picture.getAttribute('alt')?.trim();
  if (alt) {
    const text = picture.ownerDocument.createElement('span');
    text.className = 'alt';
    text.dir = textDirection(alt) ?? 'auto';
    text.textContent = alt;
    picture.after(text);
  } else if (alone) figure.classList.add('collapsed');
}
