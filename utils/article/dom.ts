type Read<T> = (this: Node) => T;

/**
 * Reads of the live page that no element can answer for itself: a form control named `parentNode`
 * or an image named `body` replaces the property of its form or document, but not the getter on
 * the prototype. Each read is a function of its own, so that the engine can tell whom it calls.
 */
function getter(prototype: object, name: string): Read<unknown> {
  let owner: object | null = prototype;
  while (owner) {
    const read = Object.getOwnPropertyDescriptor(owner, name)?.get;
    if (read) return read as Read<unknown>;
    owner = Object.getPrototypeOf(owner) as object | null;
  }
  throw new Error(`no getter for ${name}`);
}

const readFirstChild = getter(Node.prototype, 'firstChild') as Read<Node | null>;
const readNextSibling = getter(Node.prototype, 'nextSibling') as Read<Node | null>;
const readPreviousSibling = getter(Node.prototype, 'previousSibling') as Read<Node | null>;
const readParentNode = getter(Node.prototype, 'parentNode') as Read<Node | null>;
const readNodeType = getter(Node.prototype, 'nodeType') as Read<number>;
const readTextContent = getter(Node.prototype, 'textContent') as Read<string | null>;
const readBaseUri = getter(Node.prototype, 'baseURI') as Read<string>;
const readOwner = getter(Node.prototype, 'ownerDocument') as Read<Document | null>;
const readLocalName = getter(Element.prototype, 'localName') as Read<string>;
const readNamespace = getter(Element.prototype, 'namespaceURI') as Read<string | null>;
const readShadowRoot = getter(Element.prototype, 'shadowRoot') as Read<ShadowRoot | null>;
const readData = getter(CharacterData.prototype, 'data') as Read<string>;
const readBody = getter(Document.prototype, 'body') as Read<HTMLElement | null>;
const readFrame = getter(HTMLIFrameElement.prototype, 'contentDocument') as Read<Document | null>;

const readOffsetLeft = getter(HTMLElement.prototype, 'offsetLeft') as Read<number>;
const readOffsetTop = getter(HTMLElement.prototype, 'offsetTop') as Read<number>;

export const firstChild = (node: Node): Node | null => readFirstChild.call(node);
export const nextSibling = (node: Node): Node | null => readNextSibling.call(node);
export const previousSibling = (node: Node): Node | null => readPreviousSibling.call(node);
export const parentNode = (node: Node): Node | null => readParentNode.call(node);
/** Null at the document and at the root of a component's own tree. */
export function parentElement(node: Node): Element | null {
  const parent = readParentNode.call(node);
  return parent && readNodeType.call(parent) === 1 ? (parent as Element) : null;
}
export const nodeType = (node: Node): number => readNodeType.call(node);
export const textContent = (node: Node): string | null => readTextContent.call(node);

const bases = new WeakMap<Document, string>();

/** Says what links of a document are resolved against that has no address of its own. */
export function giveBase(document: Document, base: string): void {
  bases.set(document, base);
}

/** Absolute address relative links are resolved against, `<base>` included. */
export function baseUri(node: Node): string {
  const owner = readOwner.call(node);
  return (owner && bases.get(owner)) ?? readBaseUri.call(node);
}

export const localName = (element: Node): string => readLocalName.call(element);
export const shadowRoot = (element: Element): ShadowRoot | null => readShadowRoot.call(element);
/** Where an element's border box stands in the box it is placed in, in CSS pixels. */
export const offsetLeft = (element: Element): number => readOffsetLeft.call(element);
export const offsetTop = (element: Element): number => readOffsetTop.call(element);
/** Its border box in CSS pixels from the window's corner, as scrolled and transformed. */
export function getBoundingClientRect(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}
export const dataIn = (text: Node): string => readData.call(text);
export const bodyIn = (document: Document): HTMLElement | null => readBody.call(document);
/** The document of a frame of the same origin; null for any other. */
export const frameDocument = (frame: Element): Document | null =>
  isHtml(frame) ? readFrame.call(frame) : null;

/** Whether an element is HTML's and not one of formulas or drawings of the same name, which has none of its properties. */
export function isHtml(element: Element): boolean {
  return readNamespace.call(element) === 'http://www.w3.org/1999/xhtml';
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
  return Array.from(Element.prototype.querySelectorAll.call(element, selector));
}

/** Elements of a live document in its order, past whatever its own names shadow. */
export function queryAll(document: Document, selector: string): Element[] {
  return Array.from(Document.prototype.querySelectorAll.call(document, selector));
}

/** Elements of one name. Told by name alone, and remembered by the browser: a fraction of a selector's cost. */
export function named(document: Document, name: string): Element[] {
  return Array.from(Document.prototype.getElementsByTagName.call(document, name));
}
