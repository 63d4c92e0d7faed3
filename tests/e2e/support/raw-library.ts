import type { View } from '../../browser/types.ts';
import type { Edit, Item, StoredText } from '../../../utils/library/item.ts';

/** A row as it lies in the database, in its three tables. */
export interface RawRow {
  item: Item;
  text: StoredText | null;
  edits: readonly Edit[];
}

/** What the tables hold that are the reader's, by table; of pictures' bytes only the hashes. */
export type RawTables = Record<string, unknown[]>;

/** Writes rows past everything of ours that checks them, and notes in the log that they are there. */
export function putStraight(view: View, rows: readonly RawRow[]): Promise<void> {
  return view.evaluate(async (given) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('library');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
    });
    const names = ['items', 'texts', 'edits', 'changes'];
    const transaction = database.transaction(names, 'readwrite');
    for (const { item, text, edits } of given) {
      transaction.objectStore('items').put(item);
      if (text) transaction.objectStore('texts').put(text);
      transaction.objectStore('edits').put({ id: item.id, edits });
      transaction.objectStore('changes').add({ id: item.id });
    }
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () =>
        reject(transaction.error ?? new Error('not put')),
      );
    });
    database.close();
  }, rows as RawRow[]);
}

/** Reads the tables by themselves, as no code of ours does. */
export function readStraight(view: View): Promise<RawTables> {
  return view.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('library');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
    });
    const all: Record<string, unknown[]> = {};
    for (const name of [
      'items',
      'texts',
      'edits',
      'pictures',
      'bytes',
      'purged',
      'importJournal',
    ]) {
      const table = database.transaction(name).objectStore(name);
      const asked = name === 'bytes' ? table.getAllKeys() : table.getAll();
      all[name] = await new Promise<unknown[]>((resolve, reject) => {
        asked.addEventListener('success', () => resolve(asked.result));
        asked.addEventListener('error', () => reject(asked.error ?? new Error('not read')));
      });
    }
    database.close();
    return all;
  });
}
