/**
 * Reading a live document through the prototypes' own methods: a form control named `parentNode`
 * or `getAttribute` shadows the property of its form, and a page decides its controls' names.
 */
const nodeGetter = (name: 'parentNode' | 'textContent' | 'nodeName') => {
  const getter = Object.getOwnPropertyDescriptor(Node.prototype, name)?.get;
  if (!getter) throw new Error(`Node.prototype.${name} is no getter`);
  return getter;
};
const parentGetter = nodeGetter('parentNode');
const textGetter = nodeGetter('textContent');
const nameGetter = nodeGetter('nodeName');

export function queryAll(root: Document | Element, selector: string): Element[] {
  const prototype = root.nodeType === 9 ? Document.prototype : Element.prototype;
  return [...prototype.querySelectorAll.call(root, selector)];
}

export function attribute(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? '';
}

export function parentOf(node: Node): Node | null {
  return parentGetter.call(node) as Node | null;
}

/** Upper case for HTML elements. */
export function nameOf(node: Node): string {
  return nameGetter.call(node) as string;
}

/** An element's text on one line. */
export function textOf(node: Node): string {
  return oneLine(textGetter.call(node) as string | null);
}

export function oneLine(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
