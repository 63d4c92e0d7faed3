import { Dexie } from 'dexie';
import type { Library } from './database.ts';
import type { Shelf } from './item.ts';

/** The ids of whole shelves, one after the other, on each the last saved first. No row is read. */
export async function shelfIds(library: Library, shelves: readonly Shelf[]): Promise<string[]> {
  const found = await Promise.all(
    shelves.map((shelf) =>
      library.items
        .where('[sort.shelf+sort.saved]')
        .between([shelf, Dexie.minKey], [shelf, Dexie.maxKey])
        .primaryKeys(),
    ),
  );
  return found.flat();
}

/** How many on these shelves were saved after a moment (milliseconds since the epoch). */
export async function savedSince(
  library: Library,
  shelves: readonly Shelf[],
  moment: number,
): Promise<number> {
  const counts = await Promise.all(
    shelves.map((shelf) =>
      library.items
        .where('[sort.shelf+sort.saved]')
        .between([shelf, Dexie.minKey], [shelf, -moment], true, false)
        .count(),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
