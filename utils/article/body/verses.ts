import { TreeElement } from '../snapshot/tree.ts';

/** Characters; verses and the lines of an address are shorter, paragraphs longer. */
const SHORT_LINE = 80;

/**
 * Lines that a single `<br>` parted (`data-line`) and that are short on both sides are verses: they
 * become one paragraph with line breaks again. `places` follows.
 */
export function joinVerses(body: TreeElement, places: Map<TreeElement, TreeElement>): void {
  const joined = new Map<TreeElement, TreeElement>();
  let last: TreeElement | null = null;
  for (const line of body.findAll('p')) {
    if (!line.hasAttribute('data-line')) continue;
    line.removeAttribute('data-line');
    const before = line.previousSibling;
    if (before?.nodeType !== 1 || before.localName !== 'p') continue;
    if (lastLine(before).length >= SHORT_LINE || line.textContent.length >= SHORT_LINE) continue;
    // What was joined before holds none.
    if ((last !== before && before.holds('img')) || line.holds('img')) continue;
    last = before;
    before.append(new TreeElement('br'));
    before.adopt(line);
    line.remove();
    joined.set(line, before);
  }
  if (joined.size === 0) return;
  for (const [line, place] of places) {
    const paragraph = joined.get(place);
    if (paragraph) places.set(line, paragraph);
  }
}

function lastLine(paragraph: TreeElement): string {
  let text = '';
  for (
    let node = paragraph.lastChild;
    node && !(node.nodeType === 1 && node.localName === 'br');
    node = node.previousSibling
  ) {
    text = node.textContent + text;
  }
  return text;
}
