/**
 * Reads of the live page that no element can answer for itself: a form control named `parentNode`
 * or an image named `body` replaces the property of its form or document, but not the getter on
 * the prototype.
 */
function getter(prototype: object, name: string): (target: Node) => unknown {
  let owner: object | null = prototype;
  while (owner) {
    const read = Object.getOwnPropertyDescriptor(owner, name)?.get;
    if (read) return (target) => read.call(target) as unknown;
    owner = Object.getPrototypeOf(owner) as object | null;
  }
  throw new Error(`no getter for ${name}`);
}

type Read<T> = (target: Node) => T;

export const firstChild = getter(Node.prototype, 'firstChild') as Read<Node | null>;
export const nextSibling = getter(Node.prototype, 'nextSibling') as Read<Node | null>;
export const parentNode = getter(Node.prototype, 'parentNode') as Read<Node | null>;
export const nodeType = getter(Node.prototype, 'nodeType') as Read<number>;
export const textContent = getter(Node.prototype, 'textContent') as Read<string | null>;
/** Absolute address relative links are resolved against, `<base>` included. */
export const baseUri = getter(Node.prototype, 'baseURI') as Read<string>;
export const localName = getter(Element.prototype, 'localName') as Read<string>;
export const shadowRoot = getter(Element.prototype, 'shadowRoot') as Read<ShadowRoot | null>;
export const dataIn = getter(CharacterData.prototype, 'data') as Read<string>;
export const bodyIn = getter(Document.prototype, 'body') as Read<HTMLElement | null>;
/** The document of a frame of the same origin; null for any other. */
export const frameDocument = getter(
  HTMLIFrameElement.prototype,
  'contentDocument',
) as Read<Document | null>;

export function getAttribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
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
