import { inTransaction, type WriteContext } from '../commit.ts';
import type { Edit, Entry, Item } from '../item.ts';
import { itemById, logChanges, putEntries, readEntries } from '../rows.ts';
import { settle } from '../settle.ts';
import { nextStamp } from '../stamp.ts';

/** What a reader changes: everything of an edit but its stamp. */
export type EditGiven = Omit<Edit, 'stamp'>;

/**
 * Adds edits to an item, or puts them in the place of those with their ids. Null where there is no such
 * item; a row merged into another is that one.
 */
export function editItem(
  id: string,
  given: readonly EditGiven[],
  context: WriteContext,
): Promise<Item | null> {
  return changeEdits(id, () => given, context);
}

/** @param given what to change of an item's edits, by those it has */
function changeEdits(
  id: string,
  given: (entry: Entry) => readonly EditGiven[],
  context: WriteContext,
): Promise<Item | null> {
  return inTransaction(context.library, async () => {
    const item = await itemById(context.library, id);
    const [entry] = await readEntries(context.library, item ? [item.id] : []);
    if (!entry) return null;
    const edits = new Map(entry.edits.map((edit) => [edit.id, edit]));
    const seen = entry.edits.map(({ stamp }) => stamp);
    for (const edit of given(entry)) {
      const stamp = nextStamp(context.now, context.device, seen);
      edits.set(edit.id, { ...edit, stamp });
      seen.push(stamp);
    }
    const ordered = [...edits.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const changed = settle({ ...entry, edits: ordered });
    await putEntries(context.library, [changed]);
    await logChanges(context.library, [changed.item.id]);
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

/** An edit's id is no longer than this, in UTF-16 units: see `validate-parts.ts`. */
const MAX_ID = 200;

/**
 * Puts back what was left out of an article, by the id of its removal, or takes it out again. There is
 * one such edit of each removal, on every device; those of another id say the same with it. A removal
 * this text does not have waits for one that has it.
 */
export function putBack(
  id: string,
  { removal, back }: { removal: string; back: boolean },
  context: WriteContext,
): Promise<Item | null> {
  const own = `put-back ${removal}`;
  if (own.length > MAX_ID) return Promise.resolve(null);
  const edit = (editId: string): EditGiven => ({
    id: editId,
    kind: 'put-back',
    anchor: null,
    value: removal,
    removed: !back,
  });
  return changeEdits(
    id,
    ({ edits }) => {
      const known = edits.filter(({ kind, value }) => kind === 'put-back' && value === removal);
      const standing = known.filter(({ removed }) => !removed);
      if (standing.length > 0) return back ? [] : standing.map((other) => edit(other.id));
      // What a site is told to show is taken out by a tombstone of its own: see `kept-kinds.ts`.
      return back || known.length === 0 ? [edit(own)] : [];
    },
    context,
  );
}
