import { fold } from '../../arabic/fold.ts';
import { hash } from '../hash.ts';

/** One line of text of an article's body, with the key that names it in edits, highlights and removals. */
export interface Block<E = Element> {
  key: string;
  element: E;
  text: string;
}

/** What is asked of a body's nodes: those of a document and those of the extractor's tree have it alike. */
interface Placed<E> {
  firstElementChild: E | null;
}

interface Inner {
  nodeType: number;
  nextSibling: Inner | null;
  textContent: string | null;
  firstChild?: Inner | null;
  localName?: string;
}

const NAMES = new Set(
  'p h1 h2 h3 h4 h5 h6 li dt dd blockquote figcaption caption td th pre summary'.split(' '),
);

/**
 * The lines of an article's body in document order, of the extractor's result and of the sanitised
 * body alike. A key is the hash of the folded text, with its occurrence where the text comes again;
 * it does not change with what stands around the block.
 */
export function listBlocks<
  E extends Placed<E> & Inner & { localName: string; nextElementSibling: E | null },
>(root: Placed<E>): Block<E>[] {
  const seen = new Map<string, number>();
  const blocks: Block<E>[] = [];
  /** Whether a box holds a block, be it without text. */
  const walk = (parent: Placed<E>): boolean => {
    let found = false;
    for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
      if (walk(child)) found = true;
      else if (NAMES.has(child.localName)) {
        found = true;
        add(child);
      }
    }
    return found;
  };
  const add = (element: E): void => {
    const text = textOf(element).replace(/\s+/g, ' ').trim();
    if (!text) return;
    const name = hash(fold(text));
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    blocks.push({ key: occurrence === 0 ? name : `${name}-${occurrence}`, element, text });
  };
  walk(root);
  return blocks;
}

/** A line break parts words as white space does: verses, addresses, bare footnotes. */
function textOf(node: Inner): string {
  let text = '';
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) text += child.textContent ?? '';
    else if (child.nodeType === 1) text += child.localName === 'br' ? ' ' : textOf(child);
  }
  return text;
}
