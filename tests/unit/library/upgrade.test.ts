import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { openLibrary } from '../../../utils/library/database.ts';
import { listItems } from '../../../utils/library/list.ts';
import { openItem } from '../../../utils/library/open.ts';
import { article, query } from './samples.ts';
import stored from './stored-version-1.json' with { type: 'json' };

/** A library as the release of version 1 left it on the disk. */
async function version1(factory: IDBFactory): Promise<void> {
  const old = new Dexie('library', { indexedDB: factory, IDBKeyRange });
  old.version(1).stores({
    items: 'id, *addresses, *aliases, savedAt, deletedAt',
    texts: 'id',
    purged: 'id',
  });
  await old.open();
  await old.table('items').bulkAdd(stored.items);
  await old.table('texts').bulkAdd(stored.texts);
  await old.table('purged').bulkAdd(stored.purged);
  old.close();
}

it('opens a library of version 1 with all that it held', async () => {
  const factory = new IDBFactory();
  await version1(factory);
  const library = await openLibrary({ indexedDB: factory, IDBKeyRange });
  const { items, total } = await listItems(library, query());
  expect(total).toBe(2);
  expect(items.map(({ kind, title, sort }) => [kind, title, sort.site])).toEqual([
    ['link', 'رابط محفوظ', 'other example'],
    ['article', article().title, 'صحيفه المثال'],
  ]);
  const [, saved] = items;
  expect(saved).toMatchObject({
    schema: 2,
    favourite: true,
    corrected: { title: 'عنوان صحّحه القارئ', byline: null },
    textLength: article().text.length,
  });
  expect(saved).not.toHaveProperty('edits');
  expect((await openItem(library, saved?.id ?? ''))?.article).toEqual(article());
  expect((await library.edits.toArray()).flatMap(({ edits }) => edits)).toHaveLength(1);
  expect((await listItems(library, query({ shelf: 'trash' }))).items).toHaveLength(1);
  expect(await library.purged.toArray()).toEqual(stored.purged);
  // Whoever follows the library is told of all of it.
  expect((await library.changes.toArray()).map(({ id }) => id).toSorted()).toEqual(
    stored.items.map(({ id }) => id).toSorted(),
  );
});

it('refuses a library whose own row tells of a later version', async () => {
  const browserDb = { indexedDB: new IDBFactory(), IDBKeyRange };
  const library = await openLibrary(browserDb);
  await library.meta.put({ key: 'schema', value: 3 });
  library.close();
  await expect(openLibrary(browserDb)).rejects.toMatchObject({ name: 'LibraryError:newer' });
});
