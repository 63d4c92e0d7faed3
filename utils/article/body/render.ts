import { giveOwnAttributes, linkedNames } from '../snapshot/own-attributes.ts';
import { boxesAround, TreeElement } from '../snapshot/tree.ts';
import { joinVerses } from './verses.ts';

const KEPT_AROUND = new Set('ul ol dl blockquote figure'.split(' '));

export interface Rendered {
  body: TreeElement;
  /** Where each kept line's element came to stand. */
  places: Map<TreeElement, TreeElement>;
}

/**
 * The article's body: the kept lines in their lists, quotations, figures and tables, and nothing
 * around them. Takes the lines' elements out of the snapshot.
 */
export function renderBody(root: TreeElement, kept: ReadonlySet<TreeElement>): Rendered {
  const body = new TreeElement('div');
  const places = new Map<TreeElement, TreeElement>();
  renderChildren(root, body, kept, boxesAround(kept, root), places);
  const linked = linkedNames(body);
  for (const element of body.descendants())
    if (!giveOwnAttributes(element, linked)) unwrap(element);
  dropRepeatedPictures(body);
  joinVerses(body, places);
  return { body, places };
}

function renderChildren(
  parent: TreeElement,
  target: TreeElement,
  kept: ReadonlySet<TreeElement>,
  boxes: ReadonlySet<TreeElement>,
  places: Map<TreeElement, TreeElement>,
): void {
  const { children } = parent;
  const isText = (child: TreeElement | undefined): boolean =>
    child !== undefined && (kept.has(child) || boxes.has(child));
  for (const [at, child] of children.entries()) {
    if (child.localName === 'hr') {
      // A rule parts what stands on both its sides, and only where both are text.
      if (isText(children[at - 1]) && isText(children[at + 1]) && target.lastChild)
        target.append(child);
    } else if (kept.has(child)) {
      const placed = place(child, target);
      places.set(child, placed);
      target.append(placed);
    } else if (!boxes.has(child)) {
      continue;
    } else if (child.localName === 'table' && isDataTable(child)) {
      keepTable(child, target, kept, places);
    } else {
      const around = boxAround(child, target);
      renderChildren(child, around ?? target, kept, boxes, places);
      if (around?.firstChild) target.append(around);
    }
  }
}

/** The list, quotation, item or figure that a box is in the body; null for boxes that are layout. */
function boxAround(box: TreeElement, target: TreeElement): TreeElement | null {
  const name = box.localName;
  if (box.hasAttribute('data-figure')) return new TreeElement('figure');
  const item =
    (name === 'li' && isList(target)) || (/^d[td]$/.test(name) && target.localName === 'dl');
  return item || KEPT_AROUND.has(name) ? box.cloneNode(false) : null;
}

function isList(element: TreeElement): boolean {
  return element.localName === 'ul' || element.localName === 'ol';
}

/** A kept line as it stands in the body: pictures in figures, their words in captions, cells and items without their table or list as paragraphs. */
function place(line: TreeElement, target: TreeElement): TreeElement {
  const name = line.localName;
  const within = target.localName;
  if (name === 'li' && isList(target)) return line;
  const picture = !line.textContent.trim() && line.holds('img');
  if (within === 'figure') {
    if (name === 'figcaption') return line;
    const pictures = picture ? line.findAll('img') : [];
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
  table: TreeElement,
  target: TreeElement,
  kept: ReadonlySet<TreeElement>,
  places: Map<TreeElement, TreeElement>,
): void {
  let any = false;
  for (const cell of table.findAll('td', 'th', 'caption')) {
    const lines = [cell, ...cell.descendants()].filter((line) => kept.has(line));
    for (const line of lines) places.set(line, line);
    if (lines.length > 0) any = true;
    else cell.textContent = '';
  }
  for (const row of table.findAll('tr')) {
    if (!row.textContent.trim() && !row.holds('img')) row.remove();
  }
  if (any) target.append(table);
}

/** Figures in columns, not a layout: several rows of several short cells. */
function isDataTable(table: TreeElement): boolean {
  if (table.holds('table', 'ul', 'h1', 'h2', 'h3')) return false;
  const rows = table.findAll('tr');
  const wide = rows.filter((row) => row.childElementCount >= 2).length;
  if (wide < 2) return false;
  const cells = table.findAll('td', 'th');
  const long = cells.filter((cell) => cell.textContent.length > 300).length;
  return long <= cells.length / 10 && wide >= rows.length / 2;
}

function renamed(element: TreeElement, name: string): TreeElement {
  const copy = element.cloneNode(false);
  copy.localName = name;
  copy.adopt(element);
  element.remove();
  return copy;
}

function unwrap(element: TreeElement): void {
  for (const child of element.childNodes) element.parentNode?.insertBefore(child, element);
  element.remove();
}

/** A lazy picture, its stand-in and its copy for phones are one. */
function dropRepeatedPictures(body: TreeElement): void {
  const seen = new Set<string>();
  for (const picture of body.findAll('img')) {
    const address = picture.getAttribute('src') ?? '';
    if (!seen.has(address)) {
      seen.add(address);
      continue;
    }
    const figure = picture.closest('figure');
    picture.remove();
    if (figure && !figure.textContent.trim() && !figure.holds('img')) figure.remove();
  }
}
