import { foldWords } from '../arabic/fold.ts';
import { BLOCK_NAMES, holdsBlock } from './tags.ts';

/** One line of the page as the steps judge it: a paragraph, heading, list item, cell, caption or picture. */
export interface Line {
  element: Element;
  name: string;
  /** White space folded. */
  text: string;
  /** Words folded, single spaces. */
  words: string;
  /** Characters of `text` that stand in links. */
  linked: number;
  hidden: boolean;
  /** Place among all lines of the page. */
  index: number;
}

/** Every line of a tree in document order; a box's own text must already stand in paragraphs. */
export function listLines(root: Element): Line[] {
  const lines: Line[] = [];
  const walk = (parent: Element, hidden: boolean, card: boolean): void => {
    for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
      const name = child.localName;
      if (!BLOCK_NAMES.has(name)) continue;
      const inHidden = hidden || child.hasAttribute('data-hidden');
      const inCard = card || child.hasAttribute('data-card');
      if (holdsBlock(child)) walk(child, inHidden, inCard);
      else add(child, name, inHidden, inCard);
    }
  };
  const add = (element: Element, name: string, hidden: boolean, card: boolean): void => {
    const text = oneLine(element);
    if (!text && !element.querySelector('img,a[data-warraq]')) return;
    const linked = card ? text.length : linkedLength(element, text.length);
    lines.push({
      element,
      name,
      text,
      words: foldWords(text),
      linked,
      hidden,
      index: lines.length,
    });
  };
  walk(root, false, false);
  return lines;
}

export function isHeading(line: Line): boolean {
  return /^h[1-6]$/.test(line.name);
}

export function linkDensity(line: Line): number {
  return line.text.length === 0 ? 0 : line.linked / line.text.length;
}

function oneLine(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function linkedLength(element: Element, most: number): number {
  let length = 0;
  if (!element.firstElementChild) return length;
  for (const link of element.getElementsByTagName('a')) length += oneLine(link).length;
  return Math.min(length, most);
}
