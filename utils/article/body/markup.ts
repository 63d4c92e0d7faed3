import type { TreeElement, TreeNode } from '../snapshot/tree.ts';

/** Written without an end: they hold nothing. */
const VOID = new Set('br hr img'.split(' '));

const TEXT: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00a0': '&nbsp;' };
const VALUE: Record<string, string> = { ...TEXT, '"': '&quot;' };

/** A tree as HTML, escaped as the HTML standard serialises fragments: https://html.spec.whatwg.org/#serialising-html-fragments */
export function outerMarkup(node: TreeNode): string {
  if (node.nodeType === 3) return node.textContent.replace(/[&<>\u00a0]/g, (sign) => TEXT[sign]!);
  const { localName } = node;
  let start = `<${localName}`;
  for (const [name, value] of node.entries())
    start += ` ${name}="${value.replace(/[&<>"\u00a0]/g, (sign) => VALUE[sign]!)}"`;
  return VOID.has(localName) ? `${start}>` : `${start}>${innerMarkup(node)}</${localName}>`;
}

export function innerMarkup(element: TreeElement): string {
  let markup = '';
  for (let node = element.firstChild; node; node = node.nextSibling) markup += outerMarkup(node);
  // A parser drops the line feed that opens a `pre`.
  return element.localName === 'pre' && markup.startsWith('\n') ? `\n${markup}` : markup;
}
