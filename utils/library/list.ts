import { Dexie, type Collection } from 'dexie';
import { foldWords } from '../arabic/fold.ts';
import type { Library } from './database.ts';
import type { Item, Shelf } from './item.ts';

/** A page of a shelf, or of all that is not in the trash. */
export interface ListQuery {
  shelf: Shelf | 'kept';
  order: 'saved' | 'published' | 'length' | 'site';
  ascending: boolean;
  /** Names, compared folded; null for any. */
  tag: string | null;
  site: string | null;
  only: ('favourite' | 'link' | 'partial' | 'unread')[];
  /** How many to leave out from the top. */
  offset: number;
  limit: number;
}

export interface ItemPage {
  items: Item[];
  /** All that answer the query; null where there are more than these and `libraryFacts` tells how many. */
  total: number | null;
}

/** A list longer than this is asked for in pages. */
const MAX_LIMIT = 500;

/** Each order's usual direction is its index's own; `site` alone goes upwards by itself. */
const USUAL_ASCENDING = { saved: false, published: false, length: false, site: true } as const;

/** What a row may be asked for besides its shelf: an index each. */
const FLAGS = {
  favourite: 'sort.favourite',
  link: 'sort.link',
  partial: 'sort.partial',
  unread: 'sort.unread',
} as const;

/**
 * One page of a shelf, and how many answer the query in all, or null where more stand behind the page
 * and nobody has counted them: a whole shelf is counted by `libraryFacts`. Texts are never read, and
 * rows only as many as the page has: narrowing goes by the keys of indexes. Across shelves (`kept`), where no
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
      // One more than asked for tells whether there are more; counting them takes a look at every one.
      const rows =
        start === 0
          ? await shelf.limit(limit + 1).toArray()
          : await rowsOf(
              library,
              (await shelf.limit(start + limit + 1).primaryKeys()).slice(start),
            );
      const total = rows.length > limit ? null : start + rows.length;
      return { items: rows.slice(0, limit), total };
    }
    const ids = await shelf.primaryKeys();
    const wanted = ids.filter((id) => narrowing.every((set) => set.has(id)));
    return {
      items: await rowsOf(library, wanted.slice(start, start + limit)),
      total: wanted.length,
    };
  });
}

async function rowsOf(library: Library, ids: readonly string[]): Promise<Item[]> {
  return (await library.items.bulkGet([...ids])).filter((row) => row !== undefined);
}

type Rows = Pick<Collection<Item, string>, 'primaryKeys'>;

function inOrder(library: Library, shelf: Shelf, { order, ascending }: ListQuery) {
  const all = library.items
    .where(`[sort.shelf+sort.${order}]`)
    .between([shelf, Dexie.minKey], [shelf, Dexie.maxKey]);
  // oxlint-disable-next-line unicorn/no-array-reverse -- a collection of Dexie, not an array
  return ascending === USUAL_ASCENDING[order] ? all : all.reverse();
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
  const difference = compare(a.sort[order], b.sort[order]) || compare(a.id, b.id);
  return ascending === USUAL_ASCENDING[order] ? difference : -difference;
}

function compare<T extends string | number>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
