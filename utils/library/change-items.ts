import { inTransaction, withField, type WriteContext } from './commit.ts';
import type { Item, Position } from './item.ts';
import { itemById, logChanges } from './rows.ts';

/** What may be set on one item or on several chosen ones. Absent: left as it is. */
export interface Flags {
  archived?: boolean;
  favourite?: boolean;
  /** True puts into the trash, false takes out of it. */
  deleted?: boolean;
}

/** Sets flags in one transaction; what already has them keeps its stamp. Answers the items changed. */
export function setFlags(
  ids: readonly string[],
  flags: Flags,
  context: WriteContext,
): Promise<Item[]> {
  return changeItems(ids, context, (item) => {
    let changed = item;
    const { archived, favourite, deleted } = flags;
    if (archived !== undefined && archived !== item.archived)
      changed = withField(changed, 'archived', archived, context);
    if (favourite !== undefined && favourite !== item.favourite)
      changed = withField(changed, 'favourite', favourite, context);
    if (deleted !== undefined && deleted !== (item.deletedAt !== null))
      changed = withField(changed, 'deletedAt', deleted ? context.now : null, context);
    return changed;
  });
}

/** Keeps how far an article has been read. */
export async function setPosition(
  id: string,
  position: Position | null,
  context: WriteContext,
): Promise<void> {
  await changeItems([id], context, (item) => withField(item, 'position', position, context));
}

/**
 * Changes rows that keep their text and edits, in one transaction. An item answered as it was given
 * is not written. Answers those that were. A row merged into another is that one: a page may have it
 * open by its old id.
 */
export function changeItems(
  ids: readonly string[],
  { library }: WriteContext,
  change: (item: Item) => Item,
): Promise<Item[]> {
  return inTransaction(library, async () => {
    const rows = await library.items.bulkGet([...ids]);
    const found = new Map<string, Item>();
    for (const [index, id] of ids.entries()) {
      const item = rows[index] ?? (await itemById(library, id));
      if (item) found.set(item.id, item);
    }
    const changed = [...found.values()].flatMap((item) => {
      const next = change(item);
      return next === item ? [] : [next];
    });
    await library.items.bulkPut(changed);
    await logChanges(
      library,
      changed.map(({ id }) => id),
    );
    return changed;
  });
}
