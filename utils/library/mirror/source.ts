import type { Library } from '../database.ts';
import type { Change } from '../item.ts';
import { bitsOf } from './leaves.ts';

/** What is to be followed, as it stands at one moment. */
export interface Source {
  /** Seq of the last change there is. */
  last: number;
  /** Those behind the cursor; none where every row is looked at, whatever changed. */
  changes: Change[];
}

/** @param cursor the last change followed; null when every row is looked at */
export function readSource(library: Library, cursor: number | null): Promise<Source> {
  return library.transaction('r', library.changes, async () => ({
    last: await lastChange(library),
    changes: cursor === null ? [] : await library.changes.where('seq').above(cursor).toArray(),
  }));
}

async function lastChange(library: Library): Promise<number> {
  return (await library.changes.orderBy('seq').last())?.seq ?? 0;
}

export async function everyId(library: Library): Promise<string[]> {
  const [items, purged] = await Promise.all([
    library.items.toCollection().primaryKeys(),
    library.purged.toCollection().primaryKeys(),
  ]);
  return [...items, ...purged];
}

export async function idsIn(library: Library, leaf: string): Promise<string[]> {
  return (await everyId(library)).filter((id) => bitsOf(id).startsWith(leaf));
}

export function countRows(library: Library): Promise<{ count: number; last: number }> {
  return library.transaction('r', library.items, library.changes, async () => ({
    count: await library.items.count(),
    last: await lastChange(library),
  }));
}
