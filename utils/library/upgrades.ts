import type { Transaction } from 'dexie';
import type { Edit, Item, StoredText } from './item.ts';
import { settle } from './settle.ts';

/** The rows of version 1 as far as they differ: edits stood in the row, and what lists sort by in no place. */
type Item1 = Omit<
  Item,
  'schema' | 'position' | 'corrected' | 'textLength' | 'thumbnail' | 'sort'
> & {
  edits: Edit[];
};

/**
 * From version 1: edits move to a table of their own, and each row gets what lists and indexes read.
 * Everything is told of as changed, so that the index and the second copy begin with all of it.
 */
export async function toVersion2(transaction: Transaction): Promise<void> {
  const items = transaction.table<Item, string>('items');
  const ids = await items.toCollection().primaryKeys();
  for (const id of ids) {
    const old = (await items.get(id)) as unknown as Item1 | undefined;
    if (!old) continue;
    const text = await transaction.table<StoredText, string>('texts').get(id);
    const { edits, ...kept } = old;
    const { item } = settle({
      item: {
        ...kept,
        schema: 2,
        position: null,
        corrected: { title: null, byline: null },
        textLength: 0,
        thumbnail: null,
        sort: { shelf: 'list', saved: 0, published: 0, length: 0, site: '', tags: [] },
      },
      text: text ?? null,
      edits,
      pictures: [],
    });
    await items.put(item);
    if (edits.length > 0) await transaction.table('edits').put({ id, edits });
    await transaction.table('changes').add({ id });
  }
  await transaction.table('meta').put({ key: 'schema', value: 2 });
}
