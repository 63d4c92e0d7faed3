/** Characters; verses and the lines of an address are shorter, paragraphs longer. */
const SHORT_LINE = 80;

/**
 * Lines that a single `<br>` parted (`data-line`) and that are short on both sides are verses: they
 * become one paragraph with line breaks again. `places` follows.
 */
export function joinVerses(body: Element, places: Map<Element, Element>): void {
  const joined = new Map<Element, Element>();
  for (const line of Array.from(body.querySelectorAll('p[data-line]'))) {
    line.removeAttribute('data-line');
    const before = line.previousElementSibling;
    if (before?.localName !== 'p' || line.previousSibling !== before) continue;
    if (lastLine(before).length >= SHORT_LINE || lengthOf(line) >= SHORT_LINE) continue;
    if (before.querySelector('img') || line.querySelector('img')) continue;
    before.append(body.ownerDocument.createElement('br'), ...line.childNodes);
    line.remove();
    joined.set(line, before);
  }
  if (joined.size === 0) return;
  for (const [line, place] of places) {
    const paragraph = joined.get(place);
    if (paragraph) places.set(line, paragraph);
  }
}

function lengthOf(line: Element): number {
  return (line.textContent ?? '').length;
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
