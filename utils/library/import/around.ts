import type { Library } from '../database.ts';
import type { Entry } from '../merge.ts';
import { entriesAt } from '../rows.ts';
import { isSameArticle } from '../same-article.ts';
import { versionsOf } from '../text-order.ts';
import type { Prepared } from './prepare.ts';

/** What the library holds near the rows of a batch, kept up to date as they are taken in one by one. */
export interface Around {
  /** The entry a row belongs to, or null where it is new here. */
  homeOf(row: Prepared): Entry | null;
  /** Whether a row of its own has this id. */
  has(id: string): boolean;
  wasPurged(id: string): boolean;
  put(entry: Entry): void;
}

/** Runs inside the caller's transaction. */
export async function readAround(library: Library, rows: readonly Prepared[]): Promise<Around> {
  const ids = new Set(
    rows.flatMap(({ entry, twin }) => [...idsOf(entry), ...(twin ? [twin] : [])]),
  );
  const addresses = new Set(rows.flatMap(({ entry }) => entry.item.addresses));
  const found = await entriesAt(library, [...addresses], [...ids]);
  const purged = await library.purged.bulkGet([...ids]);
  return around(found, new Set(purged.flatMap((record) => (record ? [record.id] : []))));
}

export function around(found: readonly Entry[], purged: ReadonlySet<string>): Around {
  const byId = new Map<string, Entry>();
  /** From an alias, or an address, to the ids that have it, oldest first. */
  const byAlias = new Map<string, Set<string>>();
  const byAddress = new Map<string, Set<string>>();
  found.forEach(put);
  return { homeOf, has: (id) => byId.has(id), wasPurged: (id) => purged.has(id), put };

  function put(entry: Entry): void {
    const { id, aliases, addresses } = entry.item;
    byId.set(id, entry);
    for (const alias of aliases) add(byAlias, alias, id);
    for (const address of addresses) add(byAddress, address, id);
  }

  function homeOf({ entry, twin }: Prepared): Entry | null {
    const named = [...idsOf(entry), ...(twin === null ? [] : [twin])];
    const atAddress = entry.item.addresses.flatMap((address) => [
      ...(byAddress.get(address) ?? []),
    ]);
    const likely = named.flatMap((id) => [id, ...(byAlias.get(id) ?? [])]);
    return firstLike(entry, likely) ?? firstLike(entry, liveFirst(atAddress));
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
