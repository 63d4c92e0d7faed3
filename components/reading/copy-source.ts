import { ALLOWED_ATTRIBUTES, ALLOWED_ELEMENTS } from '../../utils/article/allow-list.ts';
import { plainText } from './plain-text.ts';
import { sourceOf, sourceOffset } from './shown-text.ts';

/** Words of ours and drawings inside an article: no part of it. */
const NOT_OF_IT = '[data-interface], .alt, [aria-hidden="true"], button, svg';
/** With these our own lines set numbers and names apart. */
const ISOLATES = /[\u2066-\u2069\u061c]/g;
/** What only our pages know, or would ask for something where it is pasted. */
const OURS = new Set(['id', 'src', 'data-src', 'data-warraq']);

export interface Copied {
  text: string;
  html: string;
}

/**
 * What of an article is selected, as it was published whatever it is shown as: no isolate, no digit
 * and no mark is another. Null where nothing of its text is.
 */
export function selectedSource(article: Element, selection: Selection): Copied | null {
  // A document of its own: nothing loads in it.
  const target = article.ownerDocument.implementation.createHTMLDocument('');
  const parts = Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at))
    .filter((range) => !range.collapsed && range.intersectsNode(article))
    .map((range) => partOf(article, range, target));
  const box = target.createElement('div');
  box.append(...parts);
  const text = plainText(box);
  if (text.trim() === '') return null;
  return { text, html: box.innerHTML };
}

/** What a range holds of an article, with the direction and language it stands in. */
function partOf(article: Element, range: Range, target: Document): Element {
  const common = range.commonAncestorContainer;
  const around = article.contains(common) ? common : article;
  const context = around instanceof Element ? around : around.parentElement;
  const pre = context?.closest('pre');
  // Line breaks inside one are its text.
  const box = target.createElement(pre && article.contains(pre) ? 'pre' : 'div');
  const dir = context?.closest('[dir]')?.getAttribute('dir');
  const lang = context?.closest('[lang]')?.getAttribute('lang');
  if (dir) box.setAttribute('dir', dir);
  if (lang) box.setAttribute('lang', lang);
  if (context?.closest(NOT_OF_IT)) return box;
  if (around instanceof Text) box.append(sourceIn(around, range));
  else copyChildren(around, range, box);
  return box;
}

function copyChildren(from: Node, range: Range, to: Node): void {
  for (let node = from.firstChild; node; node = node.nextSibling) {
    if (!range.intersectsNode(node)) continue;
    if (node instanceof Text)
      to.appendChild(to.ownerDocument!.createTextNode(sourceIn(node, range)));
    else if (node instanceof Element && !node.matches(NOT_OF_IT)) copyElement(node, range, to);
  }
}

/** Boxes of ours (isolates, frames of tables, the links of a list) leave what they hold. */
function copyElement(element: Element, range: Range, to: Node): void {
  const name = element.localName;
  if (name === 'img') return;
  const isOurs = !ALLOWED_ELEMENTS.has(name) && name !== 'h1';
  // An address of the extension leads nowhere elsewhere.
  if (isOurs || element.getAttribute('href')?.startsWith('/')) {
    copyChildren(element, range, to);
    return;
  }
  const copy = to.ownerDocument!.createElement(name);
  for (const attribute of ALLOWED_ATTRIBUTES) {
    const value = element.getAttribute(attribute);
    if (value !== null && !OURS.has(attribute)) copy.setAttribute(attribute, value);
  }
  copyChildren(element, range, copy);
  to.appendChild(copy);
}

function sourceIn(node: Text, range: Range): string {
  const from = node === range.startContainer ? range.startOffset : 0;
  const to = node === range.endContainer ? range.endOffset : node.length;
  // From its beginning: marks there whose letter stands in the node before come with it.
  const source = sourceOf(node).slice(
    from === 0 ? 0 : sourceOffset(node, from),
    sourceOffset(node, to),
  );
  return node.parentElement?.closest('.article-body') ? source : source.replace(ISOLATES, '');
}
