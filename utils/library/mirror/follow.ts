import type { Library } from '../database.ts';
import { isRecord, readChunk } from './chunk.ts';
import { clearAway } from './clear-away.ts';
import { readGeneration } from './generation.ts';
import { bitsOf } from './leaves.ts';
import { chunksByName, readManifest, rowsOf, writeManifest, type Manifest } from './manifest.ts';
import { readRows, type HeldIds } from './read-rows.ts';
import { rewrite, type Rewritten } from './rewrite.ts';
import { countRows, everyId, idsIn, readSource, type Source } from './source.ts';
import { PICTURES, type MirrorStore } from './store.ts';
import { readStored } from './stored.ts';
import { noteHashes } from './under-way.ts';

export interface FollowContext {
  /** Milliseconds since the epoch. */
  now: number;
  locks: Pick<LockManager, 'request'>;
  heldIds?: HeldIds;
  /** Called now and then in a long writing: a browser ends a background it hears nothing of. */
  alive?: () => Promise<unknown>;
}

export type Followed =
  /** The database is not the one the copy was made from, or has lost what it had: nothing was touched. */
  | { kind: 'lost' }
  /** The copy is of a later version of the extension: nothing was touched. */
  | { kind: 'newer' }
  | {
      kind: 'followed';
      /** Items in the second copy now. */
      rows: number;
      /** In the second copy, but gone from the database without a record: kept, to be put back. */
      missing: string[];
      /** Rows the database has and cannot read. */
      unreadable: string[];
      /** Rows an import under way holds: it has them without what that import did. */
      held: ReadonlySet<string>;
      /** There is more to follow already. */
      more: boolean;
    };

/** One at a time, and never beside a restoring. Whoever holds `library-write` may wait for it; not the other way round. */
export const MIRROR_LOCK = 'library-mirror';

/** Brings the second copy up to the last commit there is when it begins. */
export async function followMirror(
  library: Library,
  store: MirrorStore,
  context: FollowContext,
): Promise<Followed> {
  return context.locks.request(MIRROR_LOCK, () => follow(library, store, context));
}

async function follow(
  library: Library,
  store: MirrorStore,
  { now, heldIds, alive }: FollowContext,
): Promise<Followed> {
  const found = await readManifest(store);
  if (found === 'newer') return { kind: 'newer' };
  const generation = await readGeneration(library);
  const begun = found === 'none' ? null : found;
  const restored = begun !== null && generation?.restoredFrom === begun.library;
  if (!generation) return { kind: 'lost' };
  if (begun && begun.library !== generation.library && !restored) return { kind: 'lost' };
  const whole = begun === null || begun.cursor === null || restored;
  const source = await readSource(library, whole ? null : begun.cursor);
  if (begun && !restored && source.last < (begun.cursor ?? 0)) return { kind: 'lost' };
  if (!begun && (await holdsMore(library, store))) return { kind: 'lost' };

  const manifest = begun ?? (await beginManifest(store, generation.library));
  const ids = whole ? await everyId(library) : source.changes.map(({ id }) => id);
  const present = whole ? await picturesIn(store) : null;
  const damaged = await damagedLeaf(store, manifest);
  const done = await rewrite(
    {
      library,
      store,
      manifest,
      now,
      present,
      idsIn: (leaf) => idsIn(library, leaf),
      leaves: whole ? manifest.chunks.map(({ leaf }) => leaf) : damaged,
      whole,
      heldIds,
      alive: alive ?? (() => Promise.resolve()),
    },
    ids,
  );
  return finish(
    library,
    store,
    { now, whole, generation: generation.library, source, present },
    done,
  );
}

/** Pieces of a second copy whose list was lost are not looked at again, and cleared away in the end. */
async function beginManifest(store: MirrorStore, library: string): Promise<Manifest> {
  const pass = (await chunksByName(store))[0]?.pass ?? 0;
  await noteHashes(store, []);
  return { format: 1, library, cursor: null, unread: 0, pass, writtenAt: 0, chunks: [] };
}

/** Without a list, whether the pieces lying there tell of anything the database knows nothing of. */
async function holdsMore(library: Library, store: MirrorStore): Promise<boolean> {
  for await (const { lines } of readStored(store, await chunksByName(store))) {
    const ids = [...(lines ?? [])].filter(([, line]) => !isRecord(line)).map(([id]) => id);
    const rows = await readRows(library, ids);
    if ([...rows.values()].some(({ kind }) => kind === 'gone')) return true;
  }
  return false;
}

/** Each time another chunk is looked at: what has gone bad is found and written again before it is needed. */
async function damagedLeaf(store: MirrorStore, { chunks, pass }: Manifest): Promise<string[]> {
  const chunk = chunks[pass % chunks.length];
  return !chunk || (await readChunk(store, chunk)) ? [] : [chunk.leaf];
}

async function picturesIn(store: MirrorStore): Promise<ReadonlySet<string>> {
  const names = await store.names(PICTURES);
  return new Set(names.map((name) => name.slice(PICTURES.length)));
}

interface Finishing {
  now: number;
  whole: boolean;
  generation: string;
  source: Source;
  present: ReadonlySet<string> | null;
}

async function finish(
  library: Library,
  store: MirrorStore,
  { now, whole, generation, source, present }: Finishing,
  done: Rewritten,
): Promise<Followed> {
  const { unreadable, manifest: written } = done;
  const { count, last } = await countRows(library);
  const rows = rowsOf(written);
  const settled = last === source.last && done.held.size === 0;
  const missing = new Set(done.missing);
  const unread = whole && settled ? Math.max(0, count - (rows - missing.size)) : written.unread;
  const balance = rows - (count - unread);
  if (settled && balance > missing.size) {
    for (const id of await missingIds(library, store, written)) missing.add(id);
  }
  // Rows the second copy does not have, and no change tells of them: everything is gone through again.
  const behind = settled && balance < 0;
  const cursor = behind ? null : reached(source, whole, done.held);
  const manifest: Manifest = { ...written, library: generation, cursor, unread };
  if (!isSame(manifest, written)) {
    await writeManifest(store, { ...manifest, pass: written.pass + 1, writtenAt: now });
  }
  if (settled && balance === 0) {
    await clearAway(library, store, written, whole ? present : null);
  }
  return {
    kind: 'followed',
    rows,
    missing: [...missing],
    unreadable,
    held: done.held,
    more: behind || last > source.last,
  };
}

/** The last change followed: all of them, but for what an import holds and what stands behind that. */
function reached(source: Source, whole: boolean, held: ReadonlySet<string>): number | null {
  if (held.size === 0) return source.last;
  const first = source.changes.find(({ id }) => held.has(id));
  return whole || !first ? null : first.seq - 1;
}

function isSame(a: Manifest, b: Manifest): boolean {
  return a.library === b.library && a.cursor === b.cursor && a.unread === b.unread;
}

/** Ids the second copy has and the database does not, found without reading chunks that agree. */
async function missingIds(
  library: Library,
  store: MirrorStore,
  { chunks }: Manifest,
): Promise<string[]> {
  const ids = await library.items.toCollection().primaryKeys();
  const missing: string[] = [];
  for (const chunk of chunks) {
    const here = new Set(ids.filter((id) => bitsOf(id).startsWith(chunk.leaf)));
    if (here.size >= chunk.rows) continue;
    const lines = (await readChunk(store, chunk)) ?? new Map<string, string>();
    const gone = [...lines].filter(([id, line]) => !here.has(id) && !isRecord(line));
    const rows = await readRows(
      library,
      gone.map(([id]) => id),
    );
    missing.push(...[...rows].filter(([, row]) => row.kind === 'gone').map(([id]) => id));
  }
  return missing;
}
