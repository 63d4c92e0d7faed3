import { Dexie, type DexieOptions, type EntityTable } from 'dexie';
import { LibraryError } from './errors.ts';
import type { Item, Purged, StoredText } from './item.ts';

export type Library = Dexie & {
  items: EntityTable<Item, 'id'>;
  texts: EntityTable<StoredText, 'id'>;
  purged: EntityTable<Purged, 'id'>;
};

const VERSION = 1;
/** Dexie multiplies its versions by ten in the browser's own numbering. */
const NATIVE = 10;

/** The browser's IndexedDB, or another for tests. */
export interface IndexedDb {
  indexedDB: IDBFactory;
  IDBKeyRange: typeof IDBKeyRange;
}

/**
 * Opens the library, creating it when there is none. Throws a `LibraryError`: `newer` when this
 * browser holds a library of a later version, which is left untouched, `database` when it cannot be
 * opened. A library that cannot be opened is not an empty one, so neither is ever answered for by
 * an empty list.
 */
export async function openLibrary(
  browserDb: IndexedDb = { indexedDB, IDBKeyRange },
  name = 'library',
): Promise<Library> {
  await refuseNewer(browserDb.indexedDB, name);
  const library = declare(name, browserDb);
  try {
    await library.open();
  } catch (error) {
    throw new LibraryError('database', { cause: error });
  }
  if (isNewer(library.backendDB().version)) {
    library.close();
    throw new LibraryError('newer');
  }
  return library;
}

/**
 * Dexie answers a newer database by opening it anyway and adding what it misses there, so the
 * version is looked up before Dexie sees it.
 */
async function refuseNewer(factory: IDBFactory, name: string): Promise<void> {
  let found: IDBDatabaseInfo | undefined;
  try {
    found = (await factory.databases()).find((database) => database.name === name);
  } catch (error) {
    throw new LibraryError('database', { cause: error });
  }
  if (isNewer(found?.version ?? 0)) throw new LibraryError('newer');
}

function isNewer(nativeVersion: number): boolean {
  return Math.floor(nativeVersion / NATIVE) > VERSION;
}

function declare(name: string, browserDb: IndexedDb): Library {
  const options: DexieOptions = {
    ...browserDb,
    // Opening again by itself after an upgrade elsewhere would go round the version check.
    autoOpen: false,
    cache: 'disabled',
    // «Complete» must mean on the disk: since Chrome 121 it means handed to the system.
    chromeTransactionDurability: 'strict',
  };
  const library = new Dexie(name, options);
  library.version(VERSION).stores({
    items: 'id, *addresses, *aliases, savedAt, deletedAt',
    texts: 'id',
    purged: 'id',
  });
  return withTables(library);
}

function withTables(library: Dexie): Library {
  return Object.assign(library, {
    items: library.table<Item, string>('items'),
    texts: library.table<StoredText, string>('texts'),
    purged: library.table<Purged, string>('purged'),
  }) as Library;
}

/**
 * One connection for many uses, opened at the first and again after it was closed (by an upgrade
 * elsewhere, or by the browser). A failure is not remembered: the next use tries again.
 */
export function connection(open: () => Promise<Library>): () => Promise<Library> {
  let latest: Promise<Library | null> = Promise.resolve(null);
  return () => {
    const next = latest.then(
      (library) => (library?.isOpen() ? library : open()),
      () => open(),
    );
    latest = next;
    return next;
  };
}
