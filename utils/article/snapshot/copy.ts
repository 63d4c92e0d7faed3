import * as dom from '../page/dom.ts';
import { embedAddress, embedLink } from './embeds.ts';
import { imageAddress } from './images.ts';
import { targetName } from './own-attributes.ts';
import { BLOCK_NAMES, holdsBlock, snapshotName, type Treatment } from './tags.ts';
import { TreeElement, type TreeNode } from './tree.ts';

/** Longer class lists are state and layout, not names. */
const LONGEST_CLASS = 160;
/** A utility class with a value in brackets is a declaration: the words in it name nothing. */
const DECLARATION = /[^\s[]*\[\S*/g;
const BOXES = new Set('div section article main header footer aside details'.split(' '));
const MAY_BE_EMPTY = new Set('td th img br hr'.split(' '));
/** White space that is not one plain space. */
const TO_FOLD = /[^\S ]|\s\s|[\u200b\ufeff]/;
/** Spaces that cannot break, as many as a page sets side by side so that they show: the gap between the halves of a verse. */
const GAP = 4;

export function addText(data: string, target: TreeElement): void {
  if (data === '') return;
  if (target.localName === 'pre') {
    target.append(data);
    return;
  }
  const text = TO_FOLD.test(data) ? folded(data) : data;
  const last = target.lastChild;
  if (text === ' ' && (!last || isBlock(last))) return;
  target.append(text);
}

/** White space as it is shown: one space; a gap becomes one wide space. */
function folded(data: string): string {
  const wide = data.includes('\u00a0\u00a0') || data.includes('\u00a0 \u00a0');
  return data.replace(/[\s\u200b\ufeff]+/g, (run: string, at: number) => {
    const isInside = at > 0 && at + run.length < data.length;
    return wide && isInside && run.split('\u00a0').length > GAP ? '\u2003' : ' ';
  });
}

export function addElement(
  source: Element,
  name: string,
  treatment: Treatment,
  target: TreeElement,
  { bare, role }: { bare: boolean; role: string | null },
): TreeElement {
  const copy = new TreeElement(snapshotName(name, treatment));
  if (name === 'a' && leadsElsewhere(source, target.lastChild)) target.append(' ');
  target.append(copy);
  if (bare) return copy;
  copy.source = source;
  if (treatment === 'inline') return copy;
  const own = (dom.getAttribute(source, 'class') ?? '').replace(DECLARATION, '');
  const id = dom.getAttribute(source, 'id') ?? '';
  // Readability weighs both; `shapeOf` leaves the id out, which it tells by its sign.
  if (own || id) copy.className = `${own}${id && ` #${id}`}`.trim().slice(0, LONGEST_CLASS);
  if (role) copy.setAttribute('role', role);
  return copy;
}

/** Whether a link stands right behind one to another address: a row of buttons, no word in two parts. */
function leadsElsewhere(link: Element, before: TreeNode | null): boolean {
  if (before?.nodeType !== 1 || before.localName !== 'a' || !before.source) return false;
  const address = dom.getAttribute(link, 'href');
  return !address || address === '#' || dom.getAttribute(before.source, 'href') !== address;
}

/**
 * A space before an element that stands right behind one of another class, each with several words or
 * a figure: author, day and section, which the page's styles set apart. The parts of one word have
 * neither.
 */
export function partFromLast(element: Element, target: TreeElement): void {
  const before = dom.previousSibling(element);
  if (!before || dom.nodeType(before) !== 1 || !isOther(element, before as Element)) return;
  if (saysSeveral(element) && saysSeveral(before as Element)) addText(' ', target);
}

function isOther(element: Element, before: Element): boolean {
  return (
    dom.localName(element) !== dom.localName(before) ||
    dom.getAttribute(element, 'class') !== dom.getAttribute(before, 'class')
  );
}

/** Characters and nodes of an element that are looked at for what it says. */
const LONGEST_PART = 80;
const LOOKED_AT = 8;

function saysSeveral(element: Element): boolean {
  let text = '';
  let node = dom.firstChild(element);
  for (let looked = 0; node && looked < LOOKED_AT; looked++, node = dom.nextSibling(node)) {
    const first = dom.nodeType(node) === 1 ? dom.firstChild(node) : node;
    if (first && dom.nodeType(first) === 3) text += dom.dataIn(first).slice(0, LONGEST_PART);
  }
  return /\S\s+\S|\d|[٠-٩]/.test(text);
}

export function addBox(target: TreeElement): TreeElement {
  const box = new TreeElement('div');
  target.append(box);
  return box;
}

/** A picture by its address as the page writes it; it is resolved where the picture is shown. */
export function addImage(source: Element, target: TreeElement, sources: readonly Element[]): void {
  const address = imageAddress(source, sources);
  if (address) appendImage(target, address, dom.getAttribute(source, 'alt'), source);
}

export function addPicture(source: Element, target: TreeElement): void {
  const inner = dom.querySelector(source, 'img');
  if (inner) addImage(inner, target, dom.querySelectorAll(source, 'source'));
}

export function addMedia(source: Element, target: TreeElement): void {
  const own = dom.getAttribute(source, 'src');
  const inner = dom.querySelector(source, 'source[src]');
  const address = own ?? (inner && dom.getAttribute(inner, 'src'));
  const link = address && embedLink(source, address, dom.localName(source));
  if (link) target.append(link);
}

export function addFrame(source: Element, target: TreeElement): void {
  const address = embedAddress(source);
  const link = address && embedLink(source, address, 'embed');
  if (link) target.append(link);
}

/** Counters' pictures: one pixel wide or high, or not shown. */
const COUNTER = /(?:width|height)\s*[=:]\s*["']?[01](?:px)?["';\s>]|display\s*:\s*none/i;

/** The picture that a lazy loader replaces, where it is not there already. */
export function addNoscript(source: Element, target: TreeElement): void {
  const text = dom.textContent(source) ?? '';
  // In a document that was never shown it holds elements, as for a browser without scripts.
  const markup = text.includes('<img') ? text : source.innerHTML;
  if (!markup.includes('<img') || markup.length > 5000 || COUNTER.test(markup)) return;
  if (lastElement(target)?.localName === 'img') return;
  const found = new DOMParser().parseFromString(markup, 'text/html').querySelector('img');
  // The parsed document has an address of its own; the picture's is the page's.
  const address = found?.getAttribute('src');
  if (address && imageAddress(found!, []))
    appendImage(target, address, found!.getAttribute('alt'), source);
}

function appendImage(
  target: TreeElement,
  address: string,
  alt: string | null,
  source: Element,
): void {
  const image = new TreeElement('img');
  image.setAttribute('src', address);
  image.setAttribute('alt', (alt ?? '').trim());
  image.source = source;
  target.append(image);
}

/** A line break, also in place of the edge of a box that is not copied. */
export function addLineBreak(target: TreeElement): void {
  // Two of them would part paragraphs; what follows a block starts a line anyway.
  const last = target.lastChild;
  if (last && !(last.nodeType === 1 && (last.localName === 'br' || isBlock(last))))
    target.append(new TreeElement('br'));
}

/** An element's children are complete. */
export function closeElement(copy: TreeElement): void {
  const name = copy.localName;
  if (!copy.firstChild) {
    if (MAY_BE_EMPTY.has(name) || isTarget(copy)) return;
    // What a form of fields alone is about stands around it.
    if (copy.hasAttribute('data-asks') && !copy.parentNode?.hasAttribute('data-asks'))
      copy.parentNode?.setAttribute('data-asks', 'beside');
    copy.remove();
  } else if (BOXES.has(name)) {
    foldInto(copy);
  } else if (!BLOCK_NAMES.has(name) && holdsBlock(copy)) {
    becomeBox(copy);
  }
}

/** A text-level element around blocks is a box; a link around blocks stays known as one (`data-card`). */
function becomeBox(copy: TreeElement): void {
  const address = copy.source && dom.getAttribute(copy.source, 'href');
  const hidden = copy.hasAttribute('data-hidden');
  const box = new TreeElement('div');
  if (address) box.setAttribute('data-card', address);
  if (hidden) box.setAttribute('data-hidden', '');
  copy.parentNode?.replaceChild(box, copy);
  box.adopt(copy);
}

/** A box around one box and nothing else becomes one with it: four hundred of them would cost Readability seconds. */
function foldInto(copy: TreeElement): void {
  const only = copy.firstChild;
  if (!only || only.nextSibling || only.nodeType !== 1 || !BOXES.has(only.localName)) return;
  // The one that says what it is (`main`, `article`) stays; of two `div`s the outer.
  const [kept, gone] = only.localName === 'div' ? [copy, only] : [only, copy];
  if (gone.localName !== 'div') return;
  for (const [name, value] of gone.entries()) {
    if (name !== 'class' && !kept.hasAttribute(name)) kept.setAttribute(name, value);
  }
  kept.className = `${copy.className} ${only.className}`.trim().slice(0, LONGEST_CLASS);
  if (kept === only) {
    copy.parentNode?.replaceChild(only, copy);
  } else {
    copy.adopt(only);
    only.remove();
  }
}

/** An empty link with a name may be where a footnote's number leads back to. */
function isTarget({ localName, source }: TreeElement): boolean {
  return localName === 'a' && source !== null && targetName(source) !== '';
}

function lastElement(target: TreeElement): TreeElement | null {
  const last = target.lastChild;
  return last?.nodeType === 1 ? last : null;
}

function isBlock(node: TreeNode): boolean {
  return node.nodeType === 1 && BLOCK_NAMES.has(node.localName);
}
