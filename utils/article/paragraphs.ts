import { BLOCK_NAMES, holdsBlock } from './tags.ts';

/** Elements whose loose text becomes paragraphs. */
const HOLDERS = new Set(
  'div section article main header footer aside details blockquote body td dd li figure center'.split(
    ' ',
  ),
);
/** Of these only one line of text alone needs no paragraph. */
const LINES_OF_THEIR_OWN = new Set('blockquote td dd li'.split(' '));

/**
 * Makes every line of the snapshot a block: bare text and text between `<br>`s become paragraphs.
 * A paragraph begun by a single `<br>` carries `data-line`, so that verses and addresses can be
 * joined again.
 */
export function makeParagraphs(root: Element): void {
  const holders = [root, ...root.querySelectorAll('*')];
  for (const holder of holders) {
    if (HOLDERS.has(holder.localName) || holdsBlock(holder)) wrapRuns(holder);
    else if (holder.localName === 'p') splitParagraph(holder);
  }
}

function wrapRuns(holder: Element): void {
  const children = Array.from(holder.childNodes);
  if (children.length === 0) return;
  const loose = children.some((child) => !isBlock(child));
  if (!loose) return;
  const single = LINES_OF_THEIR_OWN.has(holder.localName) && !children.some(isBlock);
  if (single && !holder.querySelector('br')) return;
  let run: Node[] = [];
  const close = (before: Node | null): void => {
    for (const paragraph of linesOf(run, holder.ownerDocument))
      holder.insertBefore(paragraph, before);
    run = [];
  };
  for (const child of children) {
    if (isBlock(child)) close(child);
    else run.push(child);
  }
  close(null);
}

function splitParagraph(paragraph: Element): void {
  if (!paragraph.querySelector('br')) return;
  const lines = linesOf(Array.from(paragraph.childNodes), paragraph.ownerDocument);
  for (const line of lines) {
    for (const { name, value } of paragraph.attributes) {
      if (!line.hasAttribute(name)) line.setAttribute(name, value);
    }
    paragraph.before(line);
  }
  paragraph.remove();
}

/** The lines of a run of text-level nodes, each in a paragraph; lines without anything to see are left out. */
function linesOf(run: Node[], document: Document): Element[] {
  const lines: Element[] = [];
  let open: Element = document.createElement('p');
  let breaks = 2;
  const close = (): void => {
    if (isWorth(open)) {
      if (breaks === 1) open.setAttribute('data-line', '');
      trimEdges(open);
      lines.push(open);
      breaks = 0;
    }
    open = document.createElement('p');
  };
  for (const node of run.some(hasBreak) ? run.flatMap((child) => partsOf(child)) : run) {
    if (isBreak(node)) {
      close();
      breaks++;
    } else {
      open.append(node);
    }
  }
  close();
  return lines;
}

/** A text-level node cut at its line breaks, each part in a wrapper of its own; breaks stand between. */
function partsOf(node: Node): Node[] {
  if (node.nodeType !== 1 || isBreak(node)) return [node];
  const element = node as Element;
  if (!element.querySelector('br')) return [node];
  const parts: Node[] = [];
  let wrapper: Element | null = null;
  for (const child of Array.from(element.childNodes).flatMap((inner) => partsOf(inner))) {
    if (isBreak(child)) {
      wrapper = null;
      parts.push(child);
      continue;
    }
    if (!wrapper) {
      wrapper = element.cloneNode(false) as Element;
      parts.push(wrapper);
    }
    wrapper.append(child);
  }
  return parts;
}

function isWorth(paragraph: Element): boolean {
  return (
    /[^\s\u00a0]/u.test(paragraph.textContent ?? '') ||
    paragraph.querySelector('img,a[data-warraq]') !== null
  );
}

function trimEdges(paragraph: Element): void {
  const { firstChild, lastChild } = paragraph;
  if (firstChild?.nodeType === 3) firstChild.nodeValue = (firstChild.nodeValue ?? '').trimStart();
  if (lastChild?.nodeType === 3) lastChild.nodeValue = (lastChild.nodeValue ?? '').trimEnd();
}

function hasBreak(node: Node): boolean {
  if (node.nodeType !== 1) return false;
  return isBreak(node) || (node as Element).querySelector('br') !== null;
}

function isBreak(node: Node): boolean {
  return node.nodeType === 1 && (node as Element).localName === 'br';
}

function isBlock(node: Node): boolean {
  return node.nodeType === 1 && BLOCK_NAMES.has((node as Element).localName);
}
