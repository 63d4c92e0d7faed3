import type { ItemPage } from '../messages.ts';
import type { Library } from './database.ts';

/** A list longer than this is asked for in pages. */
const MAX_LIMIT = 500;

/**
 * Items not in the trash, newest first, and how many there are in all.
 *
 * @param before only items saved before this moment (ms), or null for the newest. A page never ends
 *   between two items of one moment, so that the next one misses none; it may be that much longer.
 */
export async function listItems(
  library: Library,
  { limit, before }: { limit: number; before: number | null },
): Promise<ItemPage> {
  const wanted = Math.min(Math.max(Math.trunc(limit) || 0, 1), MAX_LIMIT);
  return library.transaction('r', library.items, async () => {
    let taken = 0;
    let last = Number.NaN;
    const items = await library.items
      .where('savedAt')
      .below(before ?? Number.POSITIVE_INFINITY)
      // oxlint-disable-next-line unicorn/no-array-reverse -- a collection of Dexie, not an array
      .reverse()
      .filter((item) => item.deletedAt === null)
      .until((item) => {
        if (taken >= wanted && item.savedAt !== last) return true;
        taken += 1;
        last = item.savedAt;
        return false;
      })
      .toArray();
    const [all, deleted] = await Promise.all([
      library.items.count(),
      // null is no key, so only what is in the trash stands in this index.
      library.items.where('deletedAt').above(Number.NEGATIVE_INFINITY).count(),
    ]);
    return { items, total: all - deleted };
  });
}
