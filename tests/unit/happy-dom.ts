/**
 * happy-dom answers `nodeName` on each kind of node, but not on `Node.prototype`, where the
 * standard has it and where DOMPurify reads it to be safe from clobbering: without this every
 * element looks nameless to it, and is removed.
 * So it is with `textContent`, which the extractor reads from the prototype for the same reason.
 * A test without a document has nothing to repair.
 */
if (typeof Node !== 'undefined') {
  const names = new Map<number, (node: Node) => string>([
    [Node.ELEMENT_NODE, (node) => (node instanceof Element ? node.tagName : '')],
    [Node.TEXT_NODE, () => '#text'],
    [Node.COMMENT_NODE, () => '#comment'],
    [Node.DOCUMENT_NODE, () => '#document'],
    [Node.DOCUMENT_FRAGMENT_NODE, () => '#document-fragment'],
  ]);

  Object.defineProperty(Node.prototype, 'nodeName', {
    configurable: true,
    get(this: Node): string {
      return names.get(this.nodeType)?.(this) ?? '';
    },
  });

  const textOf = (prototype: object) => Object.getOwnPropertyDescriptor(prototype, 'textContent');
  const [node, element] = [textOf(Node.prototype), textOf(Element.prototype)];
  if (node && element) {
    Object.defineProperty(Node.prototype, 'textContent', {
      ...node,
      get(this: Node): unknown {
        return (this instanceof Element ? element : node).get?.call(this);
      },
    });
  }
}
