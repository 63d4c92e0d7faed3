import { Dexie, type DexieOptions, type EntityTable, type Table } from 'dexie';
import { LibraryError } from './errors.ts';
import type { ImportRecord } from './import/record.ts';
import type {
  Change,
  Item,
  Meta,
  Purged,
  StoredBytes,
  StoredEdits,
  StoredPictures,
  StoredText,
} from './item.ts';
import type { SearchHead, SearchRow } from './search/index-rows.ts';
import { toVersion2 } from './upgrades.ts';

export type Library = Dexie & {
  items: EntityTable<Item, 'id'>;
  texts: EntityTable<StoredText, 'id'>;
  edits: EntityTable<StoredEdits, 'id'>;
  pictures: EntityTable<StoredPictures, 'id'>;
  bytes: EntityTable<StoredBytes, 'hash'>;
  changes: EntityTable<Change, 'seq'>;
  meta: EntityTable<Meta, 'key'>;
  purged: EntityTable<Purged, 'id'>;
  /** The index of words, made from the other tables: see `search/index-rows.ts`. */
  search: EntityTable<SearchHead, 'key'>;
  searchRows: Table<SearchRow, [segment: number, kind: number, number: number]>;
  importJournal: EntityTable<ImportRecord, 'seq'>;
};

const VERSION = 2;
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
  if (isNewer(library.backendDB().version) || (await schemaOf(library)) > VERSION) {
    library.close();
    throw new LibraryError('newer');
  }
  return library;
}

/** The version its own row tells, by which a library put back by hand is known too. */
async function schemaOf(library: Library): Promise<number> {
  try {
    const row = await library.meta.get('schema');
    return typeof row?.value === 'number' ? row.value : VERSION;
  } catch (error) {
    library.close();
    throw new LibraryError('database', { cause: error });
  }
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
  // Versions stay for good: a library of any of them opens in every later release.
  library.version(1).stores({
    items: 'id, *addresses, *aliases, savedAt, deletedAt',
    texts: 'id',
    purged: 'id',
  });
  library
    .version(2)
    .stores({
      items: [
        'id, *addresses, *aliases, deletedAt, sort.shelf',
        '[sort.shelf+sort.saved], [sort.shelf+sort.published], [sort.shelf+sort.length]',
        '[sort.shelf+sort.site], sort.site, *sort.tags',
        'sort.favourite, sort.link, sort.partial, sort.unread',
      ].join(', '),
      edits: 'id',
      pictures: 'id, *hashes',
      bytes: 'hash',
      changes: '++seq, id',
      meta: 'key',
      purged: 'id, purgedAt',
      search: 'key',
      searchRows: '[segment+kind+number]',
      importJournal: '++seq, *ids',
    })
    .upgrade(toVersion2);
  library.on('populate', (transaction) => {
    void transaction.table<Meta, string>('meta').add({ key: 'schema', value: VERSION });
  });
  return withTables(library);
}

function withTables(library: Dexie): Library {
  const tables = library.tables.map((table) => [table.name, table] as const);
  return Object.assign(library, Object.fromEntries(tables)) as unknown as Library;
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
