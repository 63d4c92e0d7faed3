import { joinVerses } from './verses.ts';
import { BLOCK_NAMES } from './tags.ts';

const KEPT_AROUND = new Set('ul ol dl blockquote figure'.split(' '));
/** Of the working tree's attributes these mean something to a reader. */
const KEPT_ATTRIBUTES = new Set(
  'href src alt title dir lang id datetime colspan rowspan start data-warraq data-line'.split(' '),
);

export interface Rendered {
  body: Element;
  /** Where each kept line's element came to stand. */
  places: Map<Element, Element>;
}

/**
 * The article's body: the kept lines in their lists, quotations, figures and tables, and nothing
 * around them. Takes the lines' elements out of the snapshot.
 */
export function renderBody(root: Element, kept: ReadonlySet<Element>): Rendered {
  const body = root.ownerDocument.createElement('div');
  const places = new Map<Element, Element>();
  renderChildren(root, body, kept, places);
  for (const element of body.querySelectorAll('*')) clean(element);
  dropRepeatedPictures(body);
  joinVerses(body, places);
  return { body, places };
}

function renderChildren(
  parent: Element,
  target: Element,
  kept: ReadonlySet<Element>,
  places: Map<Element, Element>,
): void {
  for (const child of Array.from(parent.children)) {
    if (!BLOCK_NAMES.has(child.localName)) continue;
    if (kept.has(child)) {
      const placed = place(child, target);
      places.set(child, placed);
      target.append(placed);
    } else if (child.localName === 'table' && isDataTable(child)) {
      keepTable(child, target, kept, places);
    } else {
      const around = boxAround(child, target);
      renderChildren(child, around ?? target, kept, places);
      if (around?.firstChild) target.append(around);
    }
  }
}

/** The list, quotation, item or figure that a box is in the body; null for boxes that are layout. */
function boxAround(box: Element, target: Element): Element | null {
  const name = box.localName;
  if (box.hasAttribute('data-figure')) return box.ownerDocument.createElement('figure');
  const item =
    (name === 'li' && isList(target)) || (/^d[td]$/.test(name) && target.localName === 'dl');
  return item || KEPT_AROUND.has(name) ? (box.cloneNode(false) as Element) : null;
}

function isList(element: Element): boolean {
  return element.localName === 'ul' || element.localName === 'ol';
}

/** A kept line as it stands in the body: pictures in figures, their words in captions, cells and items without their table or list as paragraphs. */
function place(line: Element, target: Element): Element {
  const name = line.localName;
  const within = target.localName;
  if (name === 'li' && isList(target)) return line;
  const picture = !line.textContent?.trim() && line.querySelector('img') !== null;
  if (within === 'figure') {
    if (name === 'figcaption') return line;
    const pictures = picture ? line.querySelectorAll('img') : [];
    if (pictures.length === 1 && pictures[0]) return pictures[0];
    return renamed(line, picture ? 'p' : 'figcaption');
  }
  if (picture) return renamed(line, 'figure');
  if (name === 'h1') return renamed(line, 'h2');
  if ((name === 'dt' || name === 'dd') && within === 'dl') return line;
  if (/^(?:p|h[2-6]|blockquote|pre|hr)$/.test(name)) return line;
  return renamed(line, 'p');
}

function keepTable(
  table: Element,
  target: Element,
  kept: ReadonlySet<Element>,
  places: Map<Element, Element>,
): void {
  let any = false;
  for (const cell of table.querySelectorAll('td,th,caption')) {
    const lines = [cell, ...cell.querySelectorAll('*')].filter((line) => kept.has(line));
    for (const line of lines) places.set(line, line);
    if (lines.length > 0) any = true;
    else cell.textContent = '';
  }
  for (const row of Array.from(table.querySelectorAll('tr'))) {
    if (!row.textContent?.trim() && !row.querySelector('img')) row.remove();
  }
  if (any) target.append(table);
}

/** Figures in columns, not a layout: several rows of several short cells. */
function isDataTable(table: Element): boolean {
  if (table.querySelector('table,ul,h1,h2,h3')) return false;
  const rows = Array.from(table.querySelectorAll('tr'));
  const wide = rows.filter((row) => row.children.length >= 2).length;
  if (wide < 2) return false;
  const cells = Array.from(table.querySelectorAll('td,th'));
  const long = cells.filter((cell) => (cell.textContent ?? '').length > 300).length;
  return long <= cells.length / 10 && wide >= rows.length / 2;
}

function renamed(element: Element, name: string): Element {
  const copy = element.ownerDocument.createElement(name);
  for (const { name: attribute, value } of element.attributes) copy.setAttribute(attribute, value);
  while (element.firstChild) copy.append(element.firstChild);
  element.remove();
  return copy;
}

function clean(element: Element): void {
  for (const { name } of Array.from(element.attributes)) {
    if (!KEPT_ATTRIBUTES.has(name)) element.removeAttribute(name);
  }
  if (element.localName !== 'a') return;
  if (element.getAttribute('href') === '#') element.removeAttribute('href');
  if (element.hasAttribute('href') || element.hasAttribute('id')) return;
  element.replaceWith(...element.childNodes);
}

/** A lazy picture, its stand-in and its copy for phones are one. */
function dropRepeatedPictures(body: Element): void {
  const seen = new Set<string>();
  for (const picture of Array.from(body.querySelectorAll('img'))) {
    const address = picture.getAttribute('src') ?? '';
    if (!seen.has(address)) {
      seen.add(address);
      continue;
    }
    const figure = picture.closest('figure');
    picture.remove();
    if (figure && !figure.textContent?.trim() && !figure.querySelector('img')) figure.remove();
  }
}
