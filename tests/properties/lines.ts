import { fold } from '../../utils/arabic/fold.ts';

const BLOCKS = 'p,h1,h2,h3,h4,h5,h6,li,dt,dd,blockquote,figcaption,caption,td,th,pre,summary';
/** Their text is no text of the page. */
const UNREAD = new Set(['SCRIPT', 'STYLE', 'TEMPLATE']);

/** The innermost blocks of a body that have words. */
export function blocksOf(body: ParentNode): Element[] {
  return [...body.querySelectorAll(BLOCKS)].filter(
    (block) => !block.querySelector(BLOCKS) && keyOf(textOf(block)) !== '',
  );
}

/** An article's body, parsed; nothing of it is loaded or shown. */
export function parseBody(html: string): HTMLElement {
  return new DOMParser().parseFromString(`<!doctype html><body>${html}</body>`, 'text/html').body;
}

/** The form in which this folder compares texts: folded, and without the space that markup adds and takes. */
export function keyOf(text: string): string {
  return fold(text).replace(/\s+/g, '');
}

/** All text of an element as its markup has it, shown or not; of open shadow roots and readable frames too. */
export function textOf(root: Node): string {
  if (root.nodeType === 3) return root.nodeValue ?? '';
  if (UNREAD.has(root.nodeName)) return '';
  const inner = root instanceof Element ? [root.shadowRoot, frameBody(root)] : [];
  const parts = [...root.childNodes, ...inner.filter((part) => part !== null)];
  return parts.map(textOf).join('');
}

function frameBody(element: Element): Node | null {
  if (element.nodeName !== 'IFRAME') return null;
  return (element as HTMLIFrameElement).contentDocument?.body ?? null;
}
