/** Boxes without a meaning for a reader: what they hold is kept, as paragraphs. */
export const CONTAINERS: readonly string[] =
  'div section article main header footer aside nav address center fieldset hgroup h1'.split(' ');

const CONTAINER = CONTAINERS.join(',');
const BLOCK =
  'p,h2,h3,h4,h5,h6,ul,ol,li,dl,dt,dd,blockquote,figure,figcaption,table,caption,thead,tbody,tfoot,' +
  `tr,th,td,pre,hr,details,summary,${CONTAINER}`;

/** Elements that may hold no paragraph. */
const TEXT_ONLY = 'p,pre,h2,h3,h4,h5,h6,summary,dt';

/**
 * Takes the boxes away without running their texts together: loose text in a box becomes a
 * paragraph, paragraphs in it move up. A first-level heading becomes one of the second level,
 * because the view has the headline.
 */
export function normalizeContainers(root: DocumentFragment): void {
  // Deepest first, so that a box meets only finished content.
  for (const box of [...root.querySelectorAll(CONTAINER)].toReversed()) {
    if (box.localName === 'h1') rename(box, 'h2');
    else unwrap(box);
  }
}

function unwrap(box: Element): void {
  // A paragraph in a paragraph would come apart when the result is written out and read again.
  if (box.parentElement?.closest(TEXT_ONLY)) {
    box.prepend(' ');
    box.append(' ');
  } else {
    wrapLooseText(box);
    handOn(box);
  }
  moveChildren(box, box);
  box.remove();
}

/** Gathers what stands between the blocks of a box into paragraphs. */
function wrapLooseText(box: Element): void {
  let run: Node[] = [];
  const close = (before: Node | null): void => {
    if (run.some(saysSomething)) {
      const paragraph = box.ownerDocument.createElement('p');
      for (const node of run) paragraph.appendChild(node);
      box.insertBefore(paragraph, before);
    }
    run = [];
  };
  for (const child of Array.from(box.childNodes)) {
    if (isBlock(child)) close(child);
    else run.push(child);
  }
  close(null);
}

/** What a box says of its content must not be lost with it. */
function handOn(box: Element): void {
  for (const child of box.children) copyMissing(box, child, ['dir', 'lang']);
  const first = box.firstElementChild;
  if (first) copyMissing(box, first, ['id', 'data-warraq']);
}

function copyMissing(from: Element, to: Element, names: string[]): void {
  for (const name of names) {
    const value = from.getAttribute(name);
    if (value !== null && !to.hasAttribute(name)) to.setAttribute(name, value);
  }
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name);
  for (const { name: attribute, value } of element.attributes) {
    renamed.setAttribute(attribute, value);
  }
  element.before(renamed);
  while (element.firstChild) renamed.appendChild(element.firstChild);
  element.remove();
}

/** One by one: a spread of a hundred thousand children overflows the stack. */
function moveChildren(from: Element, before: Element): void {
  while (from.firstChild) before.before(from.firstChild);
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isBlock(node: Node): boolean {
  return isElement(node) && (node.matches(BLOCK) || node.querySelector(BLOCK) !== null);
}

function saysSomething(node: Node): boolean {
  if (node.textContent?.trim()) return true;
  return isElement(node) && (node.localName === 'img' || node.querySelector('img') !== null);
}
