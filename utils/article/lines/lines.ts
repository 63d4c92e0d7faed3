import * as dom from '../page/dom.ts';
import { foldWords } from '../../arabic/fold.ts';
import { matchPhrase, type PhraseMatch } from '../../arabic/phrases.ts';
import { BLOCK_NAMES, holdsBlock, holdsPicture } from '../snapshot/tags.ts';
import type { TreeElement } from '../snapshot/tree.ts';

/** One line of the page as the steps judge it: a paragraph, heading, list item, cell, caption or picture. */
export class Line {
  readonly element: TreeElement;
  readonly name: string;
  /** White space folded. */
  readonly text: string;
  /** Characters of `text` that stand in links. */
  readonly linked: number;
  readonly hidden: boolean;
  /** Place among all lines of the page. */
  readonly index: number;
  private folded: string | null = null;
  private matched: PhraseMatch | null | undefined = undefined;

  constructor(element: TreeElement, text: string, linked: number, hidden: boolean, index: number) {
    this.element = element;
    this.name = element.localName;
    this.text = text;
    this.linked = linked;
    this.hidden = hidden;
    this.index = index;
  }

  /** Words folded, single spaces; made when first asked for, since most lines of a page never are. */
  get words(): string {
    return (this.folded ??= foldWords(this.text));
  }

  /** The noise phrase it consists of, begins with or holds: several steps ask for it. */
  get phrase(): PhraseMatch | null {
    if (this.matched === undefined) this.matched = matchPhrase(this.text, undefined, this.words);
    return this.matched;
  }
}

/** Every line of a tree in document order; a box's own text must already stand in paragraphs. */
export function listLines(root: TreeElement): Line[] {
  const lines: Line[] = [];
  const walk = (parent: TreeElement, hidden: boolean, card: boolean): void => {
    for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
      if (!BLOCK_NAMES.has(child.localName)) continue;
      const inHidden = hidden || child.hasAttribute('data-hidden');
      const inCard = card || child.hasAttribute('data-card');
      if (holdsBlock(child)) walk(child, inHidden, inCard);
      else add(child, inHidden, inCard);
    }
  };
  const add = (element: TreeElement, hidden: boolean, card: boolean): void => {
    const text = oneLine(element.textContent);
    if (!text && !holdsPicture(element)) return;
    const linked = card ? text.length : Math.min(linkedLength(element), text.length);
    lines.push(new Line(element, text, linked, hidden, lines.length));
  };
  walk(root, false, false);
  return lines;
}

export function isHeading(line: { name: string }): boolean {
  return /^h[1-6]$/.test(line.name);
}

/** An item or cell, which says one thing of several. */
export function isListed(line: { name: string } | undefined): boolean {
  return /^(?:li|t[dh]|d[dt])$/.test(line?.name ?? '');
}

export function linkDensity(line: { text: string; linked: number }): number {
  return line.text.length === 0 ? 0 : line.linked / line.text.length;
}

/** What a line says beside its links. */
export function textBesideLinks(element: TreeElement): string {
  return element.childNodes
    .map((node) => (node.nodeType === 1 && node.localName === 'a' ? ' ' : node.textContent))
    .join('');
}

interface Boxed<Box> {
  parentElement: Box | null;
  contains(other: Box): boolean;
}

/** The smallest box around a line that holds another one, too. */
export function boxAround<Box extends Boxed<Box>>(
  line: { element: Box },
  other: { element: Box },
): Box | null {
  let box = line.element.parentElement;
  while (box && !box.contains(other.element)) box = box.parentElement;
  return box;
}

/** Characters of all lines' texts. */
export function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

export function isStopped({ text }: Line): boolean {
  return text.endsWith('.');
}

function oneLine(text: string): string {
  return (/[^\S ]|\s\s/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

/** A question without an address, or one for scripts alone, leads nowhere: it opens its answer. */
function isLink({ localName, source, textContent }: TreeElement): boolean {
  if (localName !== 'a') return false;
  const isQuestion = /[؟?]\s*$/.test(textContent);
  return (
    !isQuestion || !source || !/^(?:#?|javascript:.*)$/.test(dom.getAttribute(source, 'href') ?? '')
  );
}

function linkedLength(element: TreeElement): number {
  let length = 0;
  for (let child = element.firstElementChild; child; child = child.nextElementSibling)
    length += isLink(child) ? oneLine(child.textContent).length : linkedLength(child);
  return length;
}
