import { absolute, linkAddress } from '../page/addresses.ts';
import * as dom from '../page/dom.ts';
import type { TreeElement } from './tree.ts';

/** By name, what an element says beside its direction and language. */
const OWN: Record<string, readonly string[]> = {
  time: ['datetime'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
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
    if (value || (value === '' && name === 'reversed'))
      element.setAttribute(name, name === 'dir' ? value.toLowerCase() : value);
  }
  const target = linked.size > 0 ? targetName(source) : '';
  element.id = linked.has(target) ? target : '';
  if (localName !== 'a') return true;
  const address = linkAddress(dom.getAttribute(source, 'href') ?? '', source);
  if (address) element.setAttribute('href', address);
  return address !== null || element.id !== '';
}

/** The name by which a link could lead to an element; empty where it has none. */
export function targetName(source: Element): string {
  const id = dom.getAttribute(source, 'id');
  return id || (dom.localName(source) === 'a' && dom.getAttribute(source, 'name')) || '';
}

/** The names that links of the body lead to inside their page: footnotes, and their way back. */
export function linkedNames(body: TreeElement): Set<string> {
  const names = new Set<string>();
  for (const { source } of body.findAll('a')) {
    const address = source && dom.getAttribute(source, 'href');
    if (address?.startsWith('#')) names.add(address.slice(1));
  }
  names.delete('');
  return names;
}
