import { inTransaction, type WriteContext } from './commit.ts';
import type { Edit, Item } from './item.ts';
import { logChanges, putEntries, readEntries } from './rows.ts';
import { settle } from './settle.ts';
import { nextStamp } from './stamp.ts';

/** What a reader changes: everything of an edit but its stamp. */
export type EditGiven = Omit<Edit, 'stamp'>;

/** Adds edits to an item, or puts them in the place of those with their ids. Null where there is no such item. */
export function editItem(
  id: string,
  given: readonly EditGiven[],
  context: WriteContext,
): Promise<Item | null> {
  return inTransaction(context.library, async () => {
    const [entry] = await readEntries(context.library, [id]);
    if (!entry) return null;
    const edits = new Map(entry.edits.map((edit) => [edit.id, edit]));
    const seen = entry.edits.map(({ stamp }) => stamp);
    for (const edit of given) {
      const stamp = nextStamp(context.now, context.device, seen);
      edits.set(edit.id, { ...edit, stamp });
      seen.push(stamp);
    }
    const ordered = [...edits.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const changed = settle({ ...entry, edits: ordered });
    await putEntries(context.library, [changed]);
    await logChanges(context.library, [id]);
    return changed.item;
  });
}

/**
 * Corrects headline or byline: absent leaves it, null goes back to what the page said. There is one
 * such edit of each, so that correcting twice leaves one.
 */
export function correctItem(
  id: string,
  correction: { title?: string | null; byline?: string | null },
  context: WriteContext,
): Promise<Item | null> {
  const edits = (['title', 'byline'] as const).flatMap((kind): EditGiven[] => {
    const value = correction[kind];
    if (value === undefined) return [];
    return [{ id: kind, kind, anchor: null, value, removed: value === null }];
  });
  return editItem(id, edits, context);
}
