import type { Flags } from '../../utils/library/change-items.ts';
import type { LibraryFacts } from '../../utils/library/facts.ts';
import type { Item } from '../../utils/library/item.ts';
import type { ListQuery } from '../../utils/library/list.ts';
import { askedBy } from '../../utils/library/search/query.ts';

/** What a reader chooses beside the list. */
export type Shelf =
  | { kind: 'list' | 'archive' | 'favourites' | 'trash' | 'links' | 'partial' }
  | { kind: 'tag'; tag: string };

export type Only = 'unread' | 'link' | 'partial';

/** What narrows the list further: a chip each. */
export interface Filters {
  site: string | null;
  tag: string | null;
  only: Only[];
}

/** What the list shows, and in which order. */
export interface ListView {
  shelf: Shelf;
  order: ListQuery['order'];
  ascending: boolean;
  filters: Filters;
  /** As typed; while there is any, all of the library is searched and shelf and order wait. */
  search: string;
}

export const NO_FILTERS: Filters = { site: null, tag: null, only: [] };

export const READING_LIST: ListView = {
  shelf: { kind: 'list' },
  order: 'saved',
  ascending: false,
  filters: NO_FILTERS,
  search: '',
};

export function isSameShelf(a: Shelf, b: Shelf): boolean {
  if (a.kind !== b.kind) return false;
  return a.kind !== 'tag' || b.kind !== 'tag' || a.tag === b.tag;
}

export function isFiltered({ filters }: ListView): boolean {
  return filters.site !== null || filters.tag !== null || filters.only.length > 0;
}

/** Nothing on any shelf, the trash among them. */
export function isEmptyLibrary({ shelves }: LibraryFacts): boolean {
  return shelves.list + shelves.archive + shelves.trash === 0;
}

export function isSearching({ search }: ListView): boolean {
  return search !== '' && askedBy(search) !== '';
}

/** The question to the library for a view that does not search. */
export function queryOf(view: ListView): Omit<ListQuery, 'offset' | 'limit'> {
  const { shelf, order, ascending, filters } = view;
  const own: ListQuery['only'] = OWN[shelf.kind] ?? [];
  return {
    shelf:
      shelf.kind === 'list' || shelf.kind === 'archive' || shelf.kind === 'trash'
        ? shelf.kind
        : 'kept',
    order,
    ascending,
    tag: shelf.kind === 'tag' ? shelf.tag : filters.tag,
    site: filters.site,
    only: [...new Set([...own, ...filters.only])],
  };
}

const OWN: Partial<Record<Shelf['kind'], ListQuery['only']>> = {
  favourites: ['favourite'],
  links: ['link'],
  partial: ['partial'],
};

const TYPED: Record<Only, string> = { unread: 'is:unread', link: 'is:link', partial: 'is:partial' };

/**
 * What is searched for: the filters chosen, as one would type them, and before the words, the last
 * of which may still be being typed.
 */
export function searchOf({ search, filters }: ListView): string {
  const { site, tag, only } = filters;
  return [
    site !== null && `site:${quoted(site)}`,
    tag !== null && `tag:${quoted(tag)}`,
    ...only.map((flag) => TYPED[flag]),
    search.trimStart(),
  ]
    .filter(Boolean)
    .join(' ');
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', ' ')}"`;
}

/** Whether a row stays in the list once these flags are set on it. */
export function stays(item: Item, flags: Flags, view: ListView): boolean {
  const inTrash = view.shelf.kind === 'trash' && !isSearching(view);
  if (flags.deleted !== undefined && flags.deleted !== inTrash) return false;
  if (isSearching(view)) return true;
  const { kind } = view.shelf;
  if (kind === 'list' && flags.archived === true) return false;
  if (kind === 'archive' && flags.archived === false) return false;
  return kind !== 'favourites' || (flags.favourite ?? item.favourite);
}
