import { inTransaction, withDeletedAt, type WriteContext } from './commit.ts';
import { itemById } from './rows.ts';

/** Moves an item to the trash: a mark, nothing is lost. Answers its id, or null when there is no such item. */
export async function deleteItem(id: string, context: WriteContext): Promise<string | null> {
  return mark(id, context.now, context);
}

/** Takes it out again. */
export async function restoreItem(id: string, context: WriteContext): Promise<string | null> {
  return mark(id, null, context);
}

function mark(id: string, deletedAt: number | null, context: WriteContext): Promise<string | null> {
  return inTransaction(context.library, async () => {
    const item = await itemById(context.library, id);
    if (!item) return null;
    if ((item.deletedAt === null) === (deletedAt === null)) return item.id;
    await context.library.items.put(withDeletedAt(item, deletedAt, context));
    return item.id;
  });
}

/**
 * Ends an item that lies in the trash, leaving a record of id and time, in the same transaction:
 * the second copy drops exactly what has one. Answers whether there was such an item.
 */
export async function purgeItem(id: string, context: WriteContext): Promise<boolean> {
  const { library, now } = context;
  return inTransaction(library, async () => {
    const item = await itemById(library, id);
    if (!item || item.deletedAt === null) return false;
    const ids = [item.id, ...item.aliases];
    await library.items.delete(item.id);
    await library.texts.delete(item.id);
    await library.purged.bulkPut(ids.map((gone) => ({ id: gone, purgedAt: now })));
    return true;
  });
}
