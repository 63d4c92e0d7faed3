import { BLOCK_NAMES, holdsBlock, holdsPicture } from './tags.ts';
import { TreeElement, type TreeNode } from './tree.ts';

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
export function makeParagraphs(root: TreeElement): void {
  if (HOLDERS.has(root.localName) || holdsBlock(root)) wrapRuns(root);
  else if (root.localName === 'p') {
    splitParagraph(root);
    return;
  }
  let next: TreeElement | null = null;
  for (let child = root.firstElementChild; child; child = next) {
    next = child.nextElementSibling;
    if (BLOCK_NAMES.has(child.localName)) makeParagraphs(child);
  }
}

function wrapRuns(holder: TreeElement): void {
  let blocks = false;
  let loose = false;
  for (let child = holder.firstChild; child; child = child.nextSibling) {
    if (isBlock(child)) blocks = true;
    else loose = true;
  }
  if (!loose) return;
  if (!blocks && LINES_OF_THEIR_OWN.has(holder.localName) && !holder.holds('br')) return;
  let run: TreeNode[] = [];
  const close = (before: TreeNode | null): void => {
    for (const paragraph of linesOf(run)) holder.insertBefore(paragraph, before);
    run = [];
  };
  for (const child of holder.childNodes) {
    if (isBlock(child)) {
      if (run.length > 0) close(child);
    } else {
      child.remove();
      run.push(child);
    }
  }
  if (run.length > 0) close(null);
}

function splitParagraph(paragraph: TreeElement): void {
  const { parentNode } = paragraph;
  if (!parentNode || !paragraph.holds('br')) return;
  for (const line of linesOf(paragraph.childNodes)) {
    for (const [name, value] of paragraph.entries()) {
      if (!line.hasAttribute(name)) line.setAttribute(name, value);
    }
    line.source = paragraph.source;
    parentNode.insertBefore(line, paragraph);
  }
  paragraph.remove();
}

/** The lines of a run of text-level nodes, each in a paragraph; lines without anything to see are left out. */
function linesOf(run: readonly TreeNode[]): TreeElement[] {
  const lines: TreeElement[] = [];
  let open = new TreeElement('p');
  let breaks = 2;
  const close = (): void => {
    if (!open.firstChild) return;
    if (isWorth(open)) {
      if (breaks === 1) open.setAttribute('data-line', '');
      trimEdges(open);
      lines.push(open);
      breaks = 0;
    }
    open = new TreeElement('p');
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
function partsOf(node: TreeNode): TreeNode[] {
  if (node.nodeType !== 1 || isBreak(node) || !node.holds('br')) return [node];
  const parts: TreeNode[] = [];
  let wrapper: TreeElement | null = null;
  for (const child of node.childNodes.flatMap((inner) => partsOf(inner))) {
    if (isBreak(child)) {
      wrapper = null;
      parts.push(child);
      continue;
    }
    if (!wrapper) {
      wrapper = node.cloneNode(false);
      parts.push(wrapper);
    }
    wrapper.append(child);
  }
  return parts;
}

function isWorth(paragraph: TreeElement): boolean {
  return /\S/.test(paragraph.textContent) || holdsPicture(paragraph);
}

function trimEdges(paragraph: TreeElement): void {
  const { firstChild, lastChild } = paragraph;
  if (firstChild?.nodeType === 3) firstChild.textContent = firstChild.textContent.trimStart();
  if (lastChild?.nodeType === 3) lastChild.textContent = lastChild.textContent.trimEnd();
}

function hasBreak(node: TreeNode): boolean {
  return isBreak(node) || (node.nodeType === 1 && node.holds('br'));
}

function isBreak(node: TreeNode): boolean {
  return node.nodeType === 1 && node.localName === 'br';
}

function isBlock(node: TreeNode): boolean {
  return node.nodeType === 1 && BLOCK_NAMES.has(node.localName);
}
