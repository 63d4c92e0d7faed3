/**
 * A read of the live page that no element can answer for itself: a form control named `parentNode`
 * or an image named `body` replaces the property of its form or document, but not the getter on
 * the prototype.
 */
function reader<P extends object, K extends keyof P & string>(
  prototype: P,
  name: K,
): (node: P) => P[K] {
  let owner: object | null = prototype;
  while (owner) {
    const read = Object.getOwnPropertyDescriptor(owner, name)?.get;
    if (read) return (node) => read.call(node) as P[K];
    owner = Object.getPrototypeOf(owner) as object | null;
  }
  throw new Error(`no getter for ${name}`);
}

const baseOf = reader(Node.prototype, 'baseURI');
const ownerOf = reader(Node.prototype, 'ownerDocument');
const namespaceOf = reader(Element.prototype, 'namespaceURI');
const documentIn = reader(HTMLIFrameElement.prototype, 'contentDocument') as (
  frame: Element,
) => Document | null;

export const firstChild = reader(Node.prototype, 'firstChild');
export const nextSibling = reader(Node.prototype, 'nextSibling');
export const previousSibling = reader(Node.prototype, 'previousSibling');
export const parentNode = reader(Node.prototype, 'parentNode');
/** Null at the document and at the root of a component's own tree. */
export function parentElement(node: Node): Element | null {
  const parent = parentNode(node);
  return parent && nodeType(parent) === 1 ? (parent as Element) : null;
}
export const nodeType = reader(Node.prototype, 'nodeType');
export const textContent = reader(Node.prototype, 'textContent');

const bases = new WeakMap<Document, string>();

/** Says what links of a document are resolved against that has no address of its own. */
export function giveBase(document: Document, base: string): void {
  bases.set(document, base);
}

/** Absolute address relative links are resolved against, `<base>` included. */
export function baseUri(node: Node): string {
  const owner = ownerOf(node);
  return (owner && bases.get(owner)) ?? baseOf(node);
}

export const localName = reader(Element.prototype, 'localName');
export const shadowRoot = reader(Element.prototype, 'shadowRoot');
/** Where an element's border box stands in the box it is placed in, in CSS pixels. */
export const offsetLeft = reader(HTMLElement.prototype, 'offsetLeft') as (
  element: Element,
) => number;
export const offsetTop = reader(HTMLElement.prototype, 'offsetTop') as (element: Element) => number;
/** Its border box in CSS pixels from the window's corner, as scrolled and transformed. */
export function getBoundingClientRect(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}
export const dataIn = reader(CharacterData.prototype, 'data') as (text: Node) => string;
export const bodyIn = reader(Document.prototype, 'body');
/** The document of a frame of the same origin; null for any other. */
export const frameDocument = (frame: Element): Document | null =>
  isHtml(frame) ? documentIn(frame) : null;

/** Whether an element is HTML's and not one of formulas or drawings of the same name, which has none of its properties. */
export function isHtml(element: Element): boolean {
  return namespaceOf(element) === 'http://www.w3.org/1999/xhtml';
}

export function contains(node: Node, other: Node): boolean {
  return Node.prototype.contains.call(node, other);
}

export function getAttribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function hasAttributes(element: Element): boolean {
  return Element.prototype.hasAttributes.call(element);
}

export function countTags(element: Element, name: string): number {
  return Element.prototype.getElementsByTagName.call(element, name).length;
}

export function querySelector(element: Element, selector: string): Element | null {
  return Element.prototype.querySelector.call(element, selector);
}

export function querySelectorAll(element: Element, selector: string): Element[] {
  return [...Element.prototype.querySelectorAll.call(element, selector)];
}

/** Elements of a live document in its order, past whatever its own names shadow. */
export function queryAll(document: Document, selector: string): Element[] {
  return [...Document.prototype.querySelectorAll.call(document, selector)];
}

/** Elements of one name. Told by name alone, and remembered by the browser: a fraction of a selector's cost. */
export function named(document: Document, name: string): Element[] {
  return [...Document.prototype.getElementsByTagName.call(document, name)];
}
