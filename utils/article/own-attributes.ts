import { absolute, linkAddress } from './addresses.ts';
import * as dom from './dom.ts';
import type { TreeElement } from './tree.ts';

/** By name, what an element says beside its direction and language. */
const OWN: Record<string, readonly string[]> = {
  time: ['datetime'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  ol: ['start'],
};
/** Of the working tree's own attributes these mean something to a reader. */
const KEPT = new Set('href src alt title data-warraq data-line'.split(' '));

/**
 * Gives an element of the body what it says of itself on the page, with addresses resolved. It is
 * read only here: most of what is copied of a page is never shown. False for a picture without an
 * address and a link that leads nowhere: only what they hold is to be kept.
 */
export function giveOwnAttributes(element: TreeElement, linked: ReadonlySet<string>): boolean {
  const { localName, source } = element;
  element.className = '';
  for (const [name] of element.entries()) {
    if (!KEPT.has(name)) element.removeAttribute(name);
  }
  if (!source) return true;
  if (localName === 'img') {
    const address = absolute(element.getAttribute('src') ?? '', source);
    if (address) element.setAttribute('src', address);
    return address !== null;
  }
  for (const name of ['dir', 'lang', ...(OWN[localName] ?? [])]) {
    const value = dom.getAttribute(source, name);
    if (value) element.setAttribute(name, name === 'dir' ? value.toLowerCase() : value);
  }
  element.id = targetName(source, localName, linked);
  if (localName !== 'a') return true;
  const address = linkAddress(dom.getAttribute(source, 'href') ?? '', source);
  if (address) element.setAttribute('href', address);
  return address !== null || element.id !== '';
}

/** The name by which a link of the page leads to an element; empty where none does. */
export function targetName(source: Element, name: string, linked: ReadonlySet<string>): string {
  if (linked.size === 0) return '';
  const id = dom.getAttribute(source, 'id') || (name === 'a' && dom.getAttribute(source, 'name'));
  return id && linked.has(id) ? id : '';
}
