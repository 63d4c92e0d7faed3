import type { Library } from '../database.ts';
import type { Entry } from '../item.ts';
import { readEntries } from '../rows.ts';
import { isSameArticle } from '../saving/same-article.ts';
import { versionsOf } from '../text-order.ts';
import type { Prepared } from './prepare.ts';

/**
 * Articles at one address; with more of them it is one of an application that shows another article
 * every day. A row is then told by its ids alone, and compared with none of their texts.
 */
const CROWD = 50;

/** What the library holds near the rows of a batch, kept up to date as they are taken in one by one. */
export interface Around {
  /** The entry a row belongs to, or null where it is new here. */
  homeOf(row: Prepared): Entry | null;
  /** Whether a row of its own has this id. */
  has(id: string): boolean;
  wasPurged(id: string): boolean;
  put(entry: Entry): void;
}

/**
 * Asks by id first and by address only for what is not found so: keys that are asked for side by side,
 * since a cursor that goes from one to the next waits for each. Runs inside the caller's transaction.
 */
export async function readAround(library: Library, rows: readonly Prepared[]): Promise<Around> {
  const ids = [...new Set(rows.flatMap(({ entry }) => idsOf(entry)))];
  const [named, aliased, purged] = await Promise.all([
    readEntries(library, ids),
    library.items.where('aliases').anyOf(ids).primaryKeys(),
    library.purged.bulkGet(ids),
  ]);
  const here = around(
    [...named, ...(await presentEntries(library, aliased))].filter((entry) => entry !== null),
    new Set(purged.flatMap((record) => (record ? [record.id] : []))),
  );
  const homeless = rows.filter((row) => here.homeOf(row) === null);
  const addresses = new Set(homeless.flatMap(({ entry }) => entry.item.addresses));
  const at = await Promise.all([...addresses].map((address) => idsAt(library, address)));
  const twins = homeless.flatMap(({ twin }) => twin ?? []);
  const others = [...new Set([...at.flat(), ...twins])].filter((id) => !here.has(id));
  for (const entry of (await presentEntries(library, others)).toSorted(byAge)) here.put(entry);
  return here;
}

/** All of them, or where they are a crowd so many that it is known to be one. */
function idsAt(library: Library, address: string): Promise<string[]> {
  const all = library.items.where('addresses').equals(address);
  return all.limit(CROWD + 1).primaryKeys();
}

async function presentEntries(library: Library, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  return (await readEntries(library, ids)).filter((entry) => entry !== null);
}

function around(found: readonly Entry[], purged: ReadonlySet<string>): Around {
  const byId = new Map<string, Entry>();
  /** From an alias, or an address, to the ids that have it. */
  const byAlias = new Map<string, Set<string>>();
  const byAddress = new Map<string, Set<string>>();
  found.toSorted(byAge).forEach(put);
  return { homeOf, has: (id) => byId.has(id), wasPurged: (id) => purged.has(id), put };

  function put(entry: Entry): void {
    const { id, aliases, addresses } = entry.item;
    byId.set(id, entry);
    for (const alias of aliases) add(byAlias, alias, id);
    for (const address of addresses) add(byAddress, address, id);
  }

  function homeOf({ entry, twin }: Prepared): Entry | null {
    const likely = idsOf(entry).flatMap((id) => [id, ...(byAlias.get(id) ?? [])]);
    const home = firstLike(entry, likely) ?? firstLike(entry, liveFirst(neighbours(entry)));
    if (home || twin === null || !byId.has(entry.item.id)) return home;
    // Made from this very headline and text: whatever it says by now.
    return byId.get(twin) ?? null;
  }

  function neighbours({ item }: Entry): string[] {
    return item.addresses.flatMap((address) => {
      const ids = byAddress.get(address);
      return !ids || ids.size > CROWD ? [] : [...ids];
    });
  }

  function firstLike(entry: Entry, ids: readonly string[]): Entry | null {
    for (const id of ids) {
      const known = byId.get(id);
      if (known && isOne(known, entry)) return known;
    }
    return null;
  }

  function liveFirst(ids: readonly string[]): string[] {
    const isDeleted = (id: string): number => Number(byId.get(id)?.item.deletedAt !== null);
    return ids.toSorted((a, b) => isDeleted(a) - isDeleted(b));
  }
}

function byAge({ item: a }: Entry, { item: b }: Entry): number {
  return a.savedAt - b.savedAt || (a.id < b.id ? -1 : 1);
}

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}

export function idsOf({ item }: Entry): string[] {
  return [item.id, ...item.aliases];
}

/**
 * Whether two entries are of one article; a link is like whatever stands at its address. Of each
 * both texts count: the reader may have chosen another one since the file was made.
 */
function isOne(a: Entry, b: Entry): boolean {
  if (!a.text || !b.text) return true;
  const others = versionsOf(b.text).map(({ article }) => article);
  const pairs = versionsOf(a.text).flatMap(({ article }) =>
    others.map((o) => [article, o] as const),
  );
  // Equal headlines, the usual case, need no folding of texts.
  if (pairs.some(([x, y]) => x.title === y.title)) return true;
  return pairs.some(([x, y]) => isSameArticle(x, y));
}
