import { areBalanced, areVerses, halvesOf, type Halves } from '../../utils/arabic/hemistichs.ts';

/** Letters and spaces of the longest half, from which verses want more room to stand side by side. */
const LENGTHS = { long: 28, longer: 33 };

/** Marks tables of verses, in two columns, so that `verses.css` can set them so. Before any cell is hidden. */
export function setVerseTables(body: DocumentFragment | Element): void {
  for (const table of body.querySelectorAll('table')) setTable(table);
}

/**
 * Marks verses that the page set in lines with a gap of stars, dots or space between their halves.
 * Every character stays where it is: only boxes come around them. After the blocks have their keys.
 */
export function setVerses(body: DocumentFragment | Element): void {
  let run: { paragraph: Element; halves: Halves }[] = [];
  const close = (): void => {
    if (areVerses(run.map(({ halves }) => halves))) setParagraphs(run);
    run = [];
  };
  for (const paragraph of body.querySelectorAll('p')) {
    if (paragraph.querySelector('br')) {
      close();
      setLines(paragraph);
      continue;
    }
    const halves = halvesOf(paragraph.textContent);
    if (run.at(-1)?.paragraph.nextElementSibling !== paragraph) close();
    if (halves) run.push({ paragraph, halves });
    else close();
  }
  close();
}

/** Verses that are a paragraph each stand in one box, so that their halves stand in columns. */
function setParagraphs(run: { paragraph: Element; halves: Halves }[]): void {
  const [first] = run;
  if (!first) return;
  const box = boxOf(
    first.paragraph,
    'div',
    run.map(({ halves }) => halves),
  );
  first.paragraph.before(box);
  for (const { paragraph, halves } of run) {
    box.append(paragraph);
    paragraph.classList.add('verse');
    setHalves(paragraph, halves);
  }
}

/** Of a paragraph's lines those that are verses, which may follow the words that lead to them. */
function setLines(paragraph: Element): void {
  let run: { nodes: Node[]; halves: Halves }[] = [];
  const close = (): void => {
    if (areVerses(run.map(({ halves }) => halves))) wrapLines(run);
    run = [];
  };
  for (const nodes of linesOf(paragraph)) {
    const halves = halvesOf(nodes.map(({ textContent }) => textContent ?? '').join(''));
    if (halves) run.push({ nodes, halves });
    else close();
  }
  close();
}

function wrapLines(run: { nodes: Node[]; halves: Halves }[]): void {
  const before = run[0]?.nodes[0];
  if (!before) return;
  const box = boxOf(
    before,
    'span',
    run.map(({ halves }) => halves),
  );
  before.parentNode?.insertBefore(box, before);
  for (const { nodes, halves } of run) {
    const lineBreak = nodes.at(-1)?.nextSibling;
    const verse = elementOf(before, 'span', 'verse');
    verse.append(...nodes);
    box.append(verse);
    // The break after the verse comes along: the verse is a line of its own without it.
    if (lineBreak) box.append(lineBreak);
    setHalves(verse, halves);
  }
}

/** The nodes of each line; none that the page left empty. */
function linesOf(paragraph: Element): Node[][] {
  const lines: Node[][] = [[]];
  for (const node of paragraph.childNodes) {
    if (node.nodeName === 'BR') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines.filter((nodes) => nodes.length > 0);
}

/** Puts the two halves of a line, and what stands between them, in boxes. */
function setHalves(line: Element, { firstEnd, secondStart }: Halves): void {
  wrap(line, secondStart, 'half');
  wrap(line, firstEnd, 'gap');
  wrap(line, 0, 'half');
}

/** Puts what stands in an element from an offset of its text on, up to the first box, into a box. */
function wrap(line: Element, offset: number, name: string): void {
  const box = elementOf(line, 'span', name);
  const end = [...line.children].find((child) => child.matches('.half, .gap')) ?? null;
  const range = line.ownerDocument.createRange();
  const [node, at] = placeOf(line, offset);
  range.setStart(node, at);
  if (end) range.setEndBefore(end);
  else range.setEnd(line, line.childNodes.length);
  box.append(range.extractContents());
  line.insertBefore(box, end);
}

function placeOf(line: Element, offset: number): [Node, number] {
  const walker = line.ownerDocument.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let left = offset;
  while (offset > 0 && walker.nextNode()) {
    const { length } = walker.currentNode as Text;
    if (left <= length) return [walker.currentNode, left];
    left -= length;
  }
  return [line, 0];
}

/** A table of two columns, or three with a gap between, whose rows are verses. */
function setTable(table: HTMLTableElement): void {
  if (table.caption || table.querySelector('th, img, table, p + p')) return;
  const rows = [...table.rows].map((row) => {
    const cells = [...row.cells];
    return { cells, halves: cells.filter(({ textContent }) => /\p{L}/u.test(textContent)) };
  });
  const lines = rows.map(({ halves: [first, second, ...more] }) => {
    if (!first || !second || more.length > 0) return null;
    const line = { first: first.textContent, second: second.textContent, sure: false };
    return areBalanced(line.first, line.second) ? line : null;
  });
  const verses = lines.filter((line) => line !== null);
  if (verses.length < lines.length || !areVerses(verses)) return;
  table.classList.add(...classesOf(verses));
  for (const { cells, halves } of rows) {
    for (const cell of cells) cell.classList.add(halves.includes(cell) ? 'half' : 'gap');
  }
}

function boxOf(beside: Node, name: 'div' | 'span', verses: Halves[]): HTMLElement {
  return elementOf(beside, name, classesOf(verses).join(' '));
}

function classesOf(verses: readonly { first: string; second: string }[]): string[] {
  const lengths = verses.flatMap(({ first, second }) =>
    [first, second].map((half) => half.trim().replace(/\p{M}/gu, '').length),
  );
  const longest = Math.max(...lengths);
  if (longest >= LENGTHS.longer) return ['verses', 'longer'];
  return longest >= LENGTHS.long ? ['verses', 'long'] : ['verses'];
}

function elementOf(beside: Node, name: 'div' | 'span', className: string): HTMLElement {
  const element = (beside.ownerDocument ?? document).createElement(name);
  element.className = className;
  return element;
}
