import { hostOf } from '../../utils/web-address.ts';
import type { Item } from '../../utils/library/item.ts';
import { plain } from '../ui/plain.ts';

/** Headline as lists show it: the reader's own before the page's. */
export function titleOf(item: Item): string {
  return plain(item.corrected?.title) ?? plain(item.title) ?? item.url;
}

export function siteOf(item: Item): string | null {
  return plain(item.siteName) ?? hostOf(item.url);
}

/** Names of the tags it carries. */
export function tagsOf(item: Item): string[] {
  return item.tags.filter(({ removed }) => !removed).flatMap(({ name }) => plain(name) ?? []);
}
