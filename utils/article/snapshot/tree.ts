/**
 * The page's copy as plain objects. A step that reads and moves nodes of a real document pays for
 * each call across the browser's bindings; on these it costs a property read, and no name a page
 * gives its elements can stand in the way. The names are the DOM's, for readers of the steps and
 * for Readability, which works on such a tree too (`twin.ts`).
 */
export type TreeNode = TreeElement | TreeText;

const NONE: readonly TreeNode[] = [];

export class TreeText {
  readonly nodeType = 3;
  parentNode: TreeElement | null = null;
  previousSibling: TreeNode | null = null;
  nextSibling: TreeNode | null = null;
  textContent: string;

  constructor(text: string) {
    this.textContent = text;
  }

  get childNodes(): readonly TreeNode[] {
    return NONE;
  }

  remove(): void {
    unlink(this);
  }
}

export class TreeElement {
  readonly nodeType = 1;
  localName: string;
  className = '';
  id = '';
  parentNode: TreeElement | null = null;
  previousSibling: TreeNode | null = null;
  nextSibling: TreeNode | null = null;
  firstChild: TreeNode | null = null;
  lastChild: TreeNode | null = null;
  /** Kept, not counted: a page of thousands of paragraphs is asked for each of them. */
  childElementCount = 0;
  /** Of a link or picture: the page's own element, against which its address is resolved. */
  source: Element | null = null;
  private values: Map<string, string> | null = null;

  constructor(name: string) {
    this.localName = name;
  }

  get parentElement(): TreeElement | null {
    return this.parentNode;
  }

  get firstElementChild(): TreeElement | null {
    return elementFrom(this.firstChild);
  }

  get nextElementSibling(): TreeElement | null {
    return elementFrom(this.nextSibling);
  }

  /** A list of its own: it does not follow later changes. */
  get childNodes(): TreeNode[] {
    const nodes: TreeNode[] = [];
    for (let node = this.firstChild; node; node = node.nextSibling) nodes.push(node);
    return nodes;
  }

  get children(): TreeElement[] {
    const elements: TreeElement[] = [];
    for (let node = this.firstChild; node; node = node.nextSibling)
      if (node.nodeType === 1) elements.push(node);
    return elements;
  }

  get textContent(): string {
    const { firstChild } = this;
    // A line break parts words.
    if (!firstChild) return this.localName === 'br' ? ' ' : '';
    if (firstChild.nodeType === 3 && !firstChild.nextSibling) return firstChild.textContent;
    let text = '';
    for (let node: TreeNode | null = firstChild; node; node = node.nextSibling)
      text += node.textContent;
    return text;
  }

  set textContent(text: string) {
    while (this.firstChild) this.firstChild.remove();
    if (text) this.append(text);
  }

  getAttribute(name: string): string | null {
    if (name === 'class') return this.className || null;
    if (name === 'id') return this.id || null;
    return this.values?.get(name) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  setAttribute(name: string, value: string): void {
    if (name === 'class') this.className = value;
    else if (name === 'id') this.id = value;
    else (this.values ??= new Map()).set(name, value);
  }

  removeAttribute(name: string): void {
    if (name === 'class') this.className = '';
    else if (name === 'id') this.id = '';
    else this.values?.delete(name);
  }

  /** Every attribute, for whoever copies or writes them. */
  entries(): [name: string, value: string][] {
    const entries: [string, string][] = this.values ? [...this.values] : [];
    if (this.className) entries.push(['class', this.className]);
    if (this.id) entries.push(['id', this.id]);
    return entries;
  }

  append(child: TreeNode | string): void {
    this.insertBefore(typeof child === 'string' ? new TreeText(child) : child, null);
  }

  insertBefore(node: TreeNode, next: TreeNode | null): void {
    if (node.parentNode) unlink(node);
    const previous = next ? next.previousSibling : this.lastChild;
    if (node.nodeType === 1) this.childElementCount++;
    node.parentNode = this;
    node.previousSibling = previous;
    node.nextSibling = next;
    if (previous) previous.nextSibling = node;
    else this.firstChild = node;
    if (next) next.previousSibling = node;
    else this.lastChild = node;
  }

  replaceChild(node: TreeNode, old: TreeNode): void {
    this.insertBefore(node, old);
    unlink(old);
  }

  /** Takes over every child of another element, as its last ones. */
  adopt(other: TreeElement): void {
    while (other.firstChild) this.insertBefore(other.firstChild, null);
  }

  remove(): void {
    unlink(this);
  }

  contains(other: TreeNode | null | undefined): boolean {
    for (let at = other ?? null; at; at = at.parentNode) if (at === this) return true;
    return false;
  }

  /** Itself or the nearest box around it of one of the names. */
  closest(...names: string[]): TreeElement | null {
    if (names.includes(this.localName)) return this;
    return this.parentNode?.closest(...names) ?? null;
  }

  /** What it holds of the names, in document order. */
  findAll(...names: string[]): TreeElement[] {
    return this.descendants().filter(({ localName }) => names.includes(localName));
  }

  /** Whether it holds an element of one of the names. */
  holds(...names: string[]): boolean {
    return holdsAny(this, names);
  }

  /** Every element in it, in document order. */
  descendants(): TreeElement[] {
    const all: TreeElement[] = [];
    const walk = (parent: TreeElement): void => {
      for (let node = parent.firstChild; node; node = node.nextSibling) {
        if (node.nodeType !== 1) continue;
        all.push(node);
        walk(node);
      }
    };
    walk(this);
    return all;
  }

  cloneNode(deep: boolean): TreeElement {
    const copy = new TreeElement(this.localName);
    copy.className = this.className;
    copy.id = this.id;
    copy.source = this.source;
    if (this.values) copy.values = new Map(this.values);
    if (deep) {
      for (let node = this.firstChild; node; node = node.nextSibling)
        copy.append(node.nodeType === 3 ? node.textContent : node.cloneNode(true));
    }
    return copy;
  }
}

/** Every box around the elements, up to `root` and without it. */
export function boxesAround(
  elements: Iterable<TreeElement>,
  root: TreeElement | null = null,
): Set<TreeElement> {
  const boxes = new Set<TreeElement>();
  for (const element of elements) {
    let box = element.parentNode;
    for (; box && box !== root && !boxes.has(box); box = box.parentNode) boxes.add(box);
  }
  return boxes;
}

function holdsAny(parent: TreeElement, names: readonly string[]): boolean {
  for (let node = parent.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 1 && (names.includes(node.localName) || holdsAny(node, names)))
      return true;
  return false;
}

function unlink(node: TreeNode): void {
  const { parentNode, previousSibling, nextSibling } = node;
  if (!parentNode) return;
  if (node.nodeType === 1) parentNode.childElementCount--;
  if (previousSibling) previousSibling.nextSibling = nextSibling;
  else parentNode.firstChild = nextSibling;
  if (nextSibling) nextSibling.previousSibling = previousSibling;
  else parentNode.lastChild = previousSibling;
  node.parentNode = null;
  node.previousSibling = null;
  node.nextSibling = null;
}

function elementFrom(start: TreeNode | null): TreeElement | null {
  let node = start;
  while (node && node.nodeType !== 1) node = node.nextSibling;
  return node;
}
