/** Written without an end in HTML: they hold nothing. */
const VOID = new Set('br hr img'.split(' '));

/** What XML 1.0 has no place for: https://www.w3.org/TR/xml/#charsets */
const NOT_XML =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const SIGNS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader of XML or HTML takes a bare one for a line feed, and one in an attribute for a space.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text as markup says it, in an element. What XML cannot hold is dropped. */
export function textMarkup(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>\r]/gu, (sign) => SIGNS[sign]!);
}

/** Text as markup says it, between double quotes. */
export function valueMarkup(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"\r\n\t]/gu, (sign) => SIGNS[sign]!);
}

/**
 * A sanitised tree as markup that HTML and strict XML read alike: names in lower case, every element
 * closed, every value quoted. `html` adds the line feed that its reader takes off a `pre`; `deeper`
 * lowers the headings by so many levels.
 */
export function markupOf(node: Node, as: 'html' | 'xml', deeper = 0): string {
  if (node.nodeType === 3) return textMarkup(node.textContent ?? '');
  let inner = '';
  for (let child = node.firstChild; child; child = child.nextSibling) {
    inner += markupOf(child, as, deeper);
  }
  if (!isElement(node)) return inner;
  const name = lowered(node.localName, deeper);
  const start = `<${name}${node
    .getAttributeNames()
    .map((attribute) => ` ${attribute}="${valueMarkup(node.getAttribute(attribute) ?? '')}"`)
    .join('')}`;
  if (VOID.has(name)) return `${start}/>`;
  const feed = as === 'html' && name === 'pre' && inner.startsWith('\n') ? '\n' : '';
  return `${start}>${feed}${inner}</${name}>`;
}

function lowered(name: string, deeper: number): string {
  return /^h[1-6]$/u.test(name) ? `h${Math.min(Number(name[1]) + deeper, 6)}` : name;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
