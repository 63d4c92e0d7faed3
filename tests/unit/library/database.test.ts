import { IDBDatabase, IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { connection, openLibrary } from '../../../utils/library/database.ts';
import { saveArticle } from '../../../utils/library/saving/save.ts';
import { article, NOW } from './samples.ts';

const context = { now: NOW, device: 'aaaaaaaa' };

function openRaw(factory: IDBFactory, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open('library', version);
    request.addEventListener('upgradeneeded', () => {
      if (!request.result.objectStoreNames.contains('later')) {
        request.result.createObjectStore('later').put('يبقى', 'key');
      }
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

async function shapeOf(factory: IDBFactory): Promise<unknown> {
  const databases = await factory.databases();
  const database = await openRaw(factory, databases[0]?.version ?? 1);
  const shape = [database.version, [...database.objectStoreNames]];
  database.close();
  return shape;
}

describe('opening the library', () => {
  it('keeps what was written, and asks for strict durability', async () => {
    const browserDb = { indexedDB: new IDBFactory(), IDBKeyRange };
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const first = await openLibrary(browserDb);
    await saveArticle(article(), 'ask', { library: first, ...context });
    expect(transactions.mock.calls.map(([, mode, options]) => [mode, options])).toContainEqual([
      'readwrite',
      { durability: 'strict' },
    ]);
    first.close();
    const second = await openLibrary(browserDb);
    expect(await second.items.count()).toBe(1);
  });

  it.each([30, 31, 40, 995])(
    'refuses version %i of a later release and leaves it alone',
    async (version) => {
      const factory = new IDBFactory();
      (await openRaw(factory, version)).close();
      const before = await shapeOf(factory);
      await expect(openLibrary({ indexedDB: factory, IDBKeyRange })).rejects.toMatchObject({
        name: 'LibraryError:newer',
      });
      expect(await shapeOf(factory)).toEqual(before);
    },
  );

  it('refuses after a later release upgraded it while open', async () => {
    const factory = new IDBFactory();
    const open = vi.fn(() => openLibrary({ indexedDB: factory, IDBKeyRange }));
    const library = connection(open);
    await saveArticle(article(), 'ask', { library: await library(), ...context });
    (await openRaw(factory, 30)).close();
    await expect(library()).rejects.toMatchObject({ name: 'LibraryError:newer' });
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('answers a database that cannot be opened with an error, not with an empty library', async () => {
    const factory = new IDBFactory();
    vi.spyOn(factory, 'open').mockImplementation(() => {
      throw new DOMException('no databases here', 'InvalidStateError');
    });
    await expect(openLibrary({ indexedDB: factory, IDBKeyRange })).rejects.toMatchObject({
      name: 'LibraryError:database',
    });
  });

  it('tries again after a failure, and opens once for many', async () => {
    const factory = new IDBFactory();
    let failing = true;
    const open = vi.fn(async () => {
      if (failing) throw new Error('not now');
      return openLibrary({ indexedDB: factory, IDBKeyRange });
    });
    const library = connection(open);
    await expect(library()).rejects.toThrow('not now');
    failing = false;
    const [a, b] = await Promise.all([library(), library()]);
    expect(a === b).toBe(true);
    expect(open).toHaveBeenCalledTimes(2);
    a.close();
    expect((await library()).isOpen()).toBe(true);
  });
});
