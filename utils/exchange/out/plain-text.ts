/** Boxes that stand on lines of their own. */
const BOXES = new Set(
  'address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tr ul'.split(
    ' ',
  ),
);
/** Boxes with a line left free around them. */
const APART = new Set('blockquote dl figure footer h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '));

/** An article's body (see `exportBody`) as it would be typed: a line free between paragraphs, marks before list items. */
export function plainTextOf(body: Node): string {
  const out: string[] = [];
  write(body, out, false);
  return out
    .join('')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function write(parent: Node, out: string[], kept: boolean): void {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) writeText(node.textContent ?? '', out, kept);
    else if (isElement(node)) writeElement(node, out, kept);
  }
}

function writeElement(element: Element, out: string[], kept: boolean): void {
  const name = element.localName;
  if (name === 'br') out.push('\n');
  else if (name === 'img') writeText(` ${element.getAttribute('alt') ?? ''} `, out, kept);
  else if (name === 'td' || name === 'th') {
    write(element, out, kept);
    if (element.nextElementSibling) out.push('\t');
  } else if (BOXES.has(name)) {
    const nested = element.parentElement?.localName === 'li';
    const edge = APART.has(name) && !nested ? '\n\n' : '\n';
    out.push(edge, name === 'li' ? itemSign(element) : '');
    write(element, out, kept || name === 'pre');
    out.push(edge);
  } else write(element, out, kept);
}

function writeText(text: string, out: string[], kept: boolean): void {
  out.push(kept ? text : text.replace(/[ \t\r\n\f]+/gu, ' '));
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
