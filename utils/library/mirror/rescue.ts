import type { Table } from 'dexie';
import type { Library } from '../database.ts';
import { isDamage } from './damage.ts';
import { bitsOf } from './leaves.ts';
import { chunksByName, readManifest, rowsOf, writeManifest, type Manifest } from './manifest.ts';
import { rewrite } from './rewrite.ts';
import type { MirrorStore } from './store.ts';
import { noteHashes } from './under-way.ts';

/**
 * Before a database that can be opened but no longer read is given up: copies every row that can
 * still be read into the second copy, which then holds all there is. Answers how many rows are in
 * neither, or null when nothing could be read of either and it is not to be given up.
 */
export async function rescue(
  library: Library,
  store: MirrorStore,
  now: number,
): Promise<number | null> {
  const found = await readManifest(store);
  if (found === 'newer') return null;
  // Pieces without a list are read as they lie: a new list would hide them.
  if (found === 'none' && (await chunksByName(store)).length > 0) return 0;
  const ids = new Set([...(await keysOf(library.items)), ...(await keysOf(library.purged))]);
  if (found === 'none' && ids.size === 0) return null;
  await noteHashes(store, []);
  const begun: Manifest = found === 'none' ? lostManifest() : { ...found, cursor: null };
  const { manifest, beyond } = await rewrite(
    {
      library,
      store,
      manifest: begun,
      now,
      present: null,
      idsIn: (leaf) => Promise.resolve([...ids].filter((id) => bitsOf(id).startsWith(leaf))),
      leaves: [],
      whole: false,
      heldIds: undefined,
      alive: () => Promise.resolve(),
    },
    ids,
  );
  await writeManifest(store, { ...manifest, pass: manifest.pass + 1, writtenAt: now });
  return Math.max(beyond.length, rowsOf(begun) - rowsOf(manifest));
}

function lostManifest(): Manifest {
  return {
    format: 1,
    library: crypto.randomUUID(),
    cursor: null,
    unread: 0,
    pass: 0,
    writtenAt: 0,
    chunks: [],
  };
}

/** The keys that can be read, from the front up to the damage and from the back down to it. */
async function keysOf<T>(table: Table<T, string>): Promise<Set<string>> {
  const keys = new Set<string>();
  const take = (key: string): void => void keys.add(key);
  await walk(table.orderBy(':id').eachPrimaryKey(take));
  // oxlint-disable-next-line unicorn/no-array-reverse -- a collection of Dexie, not an array
  await walk(table.orderBy(':id').reverse().eachPrimaryKey(take));
  return keys;
}

async function walk(walked: PromiseLike<unknown>): Promise<void> {
  try {
    await walked;
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
}
