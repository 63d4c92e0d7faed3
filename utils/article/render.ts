import { BLOCK_NAMES } from './tags.ts';

const KEPT_AROUND = new Set('ul ol dl blockquote figure'.split(' '));
/** Of the working tree's attributes these mean something to a reader. */
const KEPT_ATTRIBUTES = new Set(
  'href src alt title dir lang id datetime colspan rowspan start data-warraq'.split(' '),
);
/** Verses and addresses are shorter than this, paragraphs longer. */
const SHORT_LINE = 80;

/**
 * The article's body: the kept lines in their lists, quotations, figures and tables, and nothing
 * around them. Takes the lines' elements out of the snapshot.
 */
export function renderBody(root: Element, kept: ReadonlySet<Element>): Element {
  const body = root.ownerDocument.createElement('div');
  renderChildren(root, body, kept);
  for (const element of body.querySelectorAll('*')) clean(element);
  joinShortLines(body);
  return body;
}

function renderChildren(parent: Element, target: Element, kept: ReadonlySet<Element>): void {
  for (const child of Array.from(parent.children)) {
    const name = child.localName;
    if (!BLOCK_NAMES.has(name)) continue;
    if (kept.has(child)) target.append(lineFor(child, target));
    else if (name === 'table' && isDataTable(child)) keepTable(child, target, kept);
    else if (
      KEPT_AROUND.has(name) ||
      (name === 'li' && isList(target)) ||
      (/^d[td]$/.test(name) && target.localName === 'dl')
    ) {
      const copy = child.cloneNode(false) as Element;
      renderChildren(child, copy, kept);
      if (copy.firstChild) target.append(copy);
    } else renderChildren(child, target, kept);
  }
}

function isList(element: Element): boolean {
  return element.localName === 'ul' || element.localName === 'ol';
}

/** A kept line as it stands in the body: pictures in figures, cells and items without their table or list as paragraphs. */
function lineFor(line: Element, target: Element): Element {
  const name = line.localName;
  const within = target.localName;
  if (!line.textContent?.trim() && line.querySelector('img')) {
    if (within === 'figure') return line;
    return renamed(line, 'figure');
  }
  if (name === 'h1') return renamed(line, 'h2');
  if (name === 'li' && isList(target)) return line;
  if ((name === 'dt' || name === 'dd') && within === 'dl') return line;
  if (name === 'figcaption' && within === 'figure') return line;
  if (/^(?:p|h[2-6]|blockquote|pre|hr)$/.test(name)) return line;
  return renamed(line, 'p');
}

function keepTable(table: Element, target: Element, kept: ReadonlySet<Element>): void {
  let any = false;
  for (const cell of table.querySelectorAll('td,th,caption')) {
    if (kept.has(cell)) any = true;
    else if ([...cell.querySelectorAll('*')].some((inner) => kept.has(inner))) any = true;
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
  if (element.localName === 'a' && element.getAttribute('href') === '#')
    element.removeAttribute('href');
  for (const { name } of Array.from(element.attributes)) {
    if (!KEPT_ATTRIBUTES.has(name) && name !== 'data-line') element.removeAttribute(name);
  }
  if (element.localName === 'a' && !element.hasAttribute('href') && !element.hasAttribute('id')) {
    element.replaceWith(...element.childNodes);
  }
}

/** Lines that a single `<br>` parted and that are short on both sides are verses: one paragraph again. */
function joinShortLines(body: Element): void {
  for (const line of Array.from(body.querySelectorAll('p[data-line]'))) {
    line.removeAttribute('data-line');
    const before = line.previousElementSibling;
    if (before?.localName !== 'p' || line.previousSibling !== before) continue;
    const last = before.lastElementChild?.localName === 'br' ? '' : lastLine(before);
    if (last.length >= SHORT_LINE || (line.textContent ?? '').length >= SHORT_LINE) continue;
    before.append(body.ownerDocument.createElement('br'), ...line.childNodes);
    line.remove();
  }
}

function lastLine(paragraph: Element): string {
  let text = '';
  for (
    let node = paragraph.lastChild;
    node && node.nodeName !== 'BR';
    node = node.previousSibling
  ) {
    text = (node.textContent ?? '') + text;
  }
  return text;
}
