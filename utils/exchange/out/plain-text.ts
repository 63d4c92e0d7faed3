/** Boxes that stand on lines of their own. */
const BOXES = new Set(
  'address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tr ul'.split(
    ' ',
  ),
);
/** Boxes with a line left free around them. */
const APART = new Set('blockquote dl figure footer h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '));

/**
 * An article's body (see `exportBody`) as it would be typed: a line free between paragraphs, signs before
 * list items, tabs between the cells of a table.
 */
export function plainTextOf(body: Node): string {
  const page = createPage();
  write(body, page, { kept: false, inCell: false });
  return page.text();
}

/** What is written so far, one piece after the other. */
interface Page {
  /** `kept`: its white space too. */
  add(text: string, kept: boolean): void;
  /** What follows stands so many lines below, if anything does. */
  down(lines: number): void;
  /** Stands before what follows, on its line. */
  sign(text: string): void;
  text(): string;
}

function createPage(): Page {
  let written = '';
  let waiting = 0;
  let sign = '';
  return {
    add(text, kept) {
      const isAtStart = waiting > 0 || written === '';
      const spaced = kept ? text : text.replace(/[ \t\r\n\f]+/gu, ' ');
      const piece = isAtStart && !kept ? spaced.trimStart() : spaced;
      if (piece === '') return;
      written += (written === '' ? '' : '\n'.repeat(waiting)) + sign + piece;
      waiting = 0;
      sign = '';
    },
    down(lines) {
      waiting = Math.max(waiting, lines);
    },
    sign(text) {
      sign = text;
    },
    text: () => written.replace(/[ \t]+$/gmu, ''),
  };
}

interface How {
  kept: boolean;
  inCell: boolean;
}

function write(parent: Node, page: Page, how: How): void {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) page.add(node.textContent ?? '', how.kept);
    else if (isElement(node)) writeElement(node, page, how);
  }
}

function writeElement(element: Element, page: Page, how: How): void {
  const name = element.localName;
  if (name === 'br') page.down(1);
  else if (name === 'td' || name === 'th') {
    write(element, page, { ...how, inCell: true });
    if (element.nextElementSibling) page.add('\t', true);
  } else if (!BOXES.has(name) || how.inCell) write(element, page, how);
  else writeBox(element, page, how);
}

function writeBox(element: Element, page: Page, how: How): void {
  const name = element.localName;
  const isInItem = element.parentElement?.localName === 'li';
  const lines = APART.has(name) && !isInItem ? 2 : 1;
  page.down(lines);
  if (name === 'li') page.sign(itemSign(element));
  write(element, page, { ...how, kept: how.kept || name === 'pre' });
  page.down(lines);
}

function itemSign(item: Element): string {
  const list = item.parentElement;
  if (list?.localName !== 'ol') return '• ';
  const before = [...list.children].filter(({ localName }) => localName === 'li').indexOf(item);
  return `${Number(list.getAttribute('start') ?? 1) + before}. `;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
