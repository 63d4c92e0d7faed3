import { Dexie, type Collection } from 'dexie';
import { foldWords } from '../arabic/fold.ts';
import type { ItemPage, ListQuery } from '../messages.ts';
import type { Library } from './database.ts';
import type { Item, Shelf } from './item.ts';

/** A list longer than this is asked for in pages. */
const MAX_LIMIT = 500;

/** What each order goes by: an index behind the shelf. */
const ORDERS = {
  saved: 'savedAt',
  published: 'sort.published',
  length: 'textLength',
  site: 'sort.site',
} as const;

/** What a row may be asked for besides its shelf: an index each. */
const FLAGS = {
  favourite: 'sort.favourite',
  link: 'sort.link',
  partial: 'sort.partial',
  unread: 'sort.unread',
} as const;

/**
 * One page of a shelf, and how many answer the query in all. Texts are never read, and rows only as
 * many as the page has: narrowing goes by the keys of indexes. Across shelves (`kept`), where no
 * index stands in order, the rows that answer are read and put in order here.
 */
export async function listItems(library: Library, query: ListQuery): Promise<ItemPage> {
  const limit = Math.min(Math.max(Math.trunc(query.limit) || 0, 1), MAX_LIMIT);
  const start = Math.max(Math.trunc(query.offset) || 0, 0);
  return library.transaction('r', library.items, async () => {
    const narrowing = await Promise.all(
      narrowings(library, query).map(async (keys) => new Set<string>(await keys.primaryKeys())),
    );
    if (query.shelf === 'kept') {
      const rows = await keptItems(library, narrowing);
      const ordered = rows.toSorted((a, b) => compareRows(a, b, query));
      return { items: ordered.slice(start, start + limit), total: rows.length };
    }
    const shelf = inOrder(library, query.shelf, query);
    if (narrowing.length === 0) {
      const total = await library.items.where('sort.shelf').equals(query.shelf).count();
      return { items: await shelf.offset(start).limit(limit).toArray(), total };
    }
    const ids = await shelf.primaryKeys();
    const wanted = ids.filter((id) => narrowing.every((set) => set.has(id)));
    const rows = await library.items.bulkGet(wanted.slice(start, start + limit));
    return { items: rows.filter((row) => row !== undefined), total: wanted.length };
  });
}

type Rows = Pick<Collection<Item, string>, 'primaryKeys'>;

function inOrder(library: Library, shelf: Shelf, { order, ascending }: ListQuery) {
  const all = library.items
    .where(`[sort.shelf+${ORDERS[order]}]`)
    .between([shelf, Dexie.minKey], [shelf, Dexie.maxKey]);
  // oxlint-disable-next-line unicorn/no-array-reverse -- a collection of Dexie, not an array
  return ascending ? all : all.reverse();
}

function narrowings(library: Library, { tag, site, only }: ListQuery): Rows[] {
  return [
    ...(tag === null ? [] : [library.items.where('sort.tags').equals(foldWords(tag))]),
    ...(site === null ? [] : [library.items.where('sort.site').equals(foldWords(site))]),
    ...only.map((flag) => library.items.where(FLAGS[flag]).equals(1)),
  ];
}

async function keptItems(library: Library, narrowing: readonly Set<string>[]): Promise<Item[]> {
  const [first, ...others] = narrowing;
  const rows = first
    ? await library.items.bulkGet([...first].filter((id) => others.every((set) => set.has(id))))
    : await library.items.where('sort.shelf').anyOf('list', 'archive').toArray();
  return rows.filter((row) => row !== undefined).filter(({ deletedAt }) => deletedAt === null);
}

function compareRows(a: Item, b: Item, { order, ascending }: ListQuery): number {
  const [left, right] = [sortKey(a, order), sortKey(b, order)];
  const difference = compare(left, right) || compare(a.id, b.id);
  return ascending ? difference : -difference;
}

function sortKey(item: Item, order: ListQuery['order']): string | number {
  if (order === 'saved') return item.savedAt;
  if (order === 'length') return item.textLength;
  return order === 'site' ? item.sort.site : item.sort.published;
}

function compare<T extends string | number>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
