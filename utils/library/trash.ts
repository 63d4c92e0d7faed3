import { inTransaction, withDeletedAt, type WriteContext } from './commit.ts';
import type { Item } from './item.ts';
import { itemById, logChanges } from './rows.ts';

/** Moves an item to the trash: a mark, nothing is lost. Answers it, or null when there is no such item. */
export async function deleteItem(id: string, context: WriteContext): Promise<Item | null> {
  return mark(id, context.now, context);
}

/** Takes it out again. */
export async function restoreItem(id: string, context: WriteContext): Promise<Item | null> {
  return mark(id, null, context);
}

function mark(id: string, deletedAt: number | null, context: WriteContext): Promise<Item | null> {
  return inTransaction(context.library, async () => {
    const item = await itemById(context.library, id);
    if (!item) return null;
    if ((item.deletedAt === null) === (deletedAt === null)) return item;
    const marked = withDeletedAt(item, deletedAt, context);
    await context.library.items.put(marked);
    await logChanges(context.library, [marked.id]);
    return marked;
  });
}
