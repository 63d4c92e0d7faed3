import { canonicalJson } from '../canonical-json.ts';
import { inTransaction } from '../commit.ts';
import type { Library } from '../database.ts';
import type { Entry, Purged, StoredBytes } from '../item.ts';
import { mergeEntries } from '../merge.ts';
import { entriesAt, logChanges, putEntries, replaceEntries } from '../rows.ts';
import { isRecord, type Chunk, type Lines } from './chunk.ts';
import { bitsOf } from './leaves.ts';
import { bytesMissing } from './pictures.ts';
import { entryOf } from './read-rows.ts';
import type { MirrorStore } from './store.ts';
import { linesOf, readStored, storedChunks } from './stored.ts';

/** Bytes of pictures held at once. */
const MAX_BYTES = 16 * 1024 * 1024;
const BATCH = 25;

export interface Restored {
  /** Items that came back or came forward. */
  restored: number;
  /** Items the second copy once had and cannot give back, as far as the database lacks them too. */
  unreadable: number;
}

/**
 * Puts all of the second copy into the database. What is there is merged with, never overwritten;
 * what was purged there stays purged. May be ended anywhere and done again.
 *
 * @param told called after each chunk
 */
export async function restoreAll(
  library: Library,
  store: MirrorStore,
  told: (done: number, of: number) => Promise<void> = () => Promise.resolve(),
): Promise<Restored> {
  const chunks = await storedChunks(store);
  const of = chunks.reduce((sum, { rows }) => sum + rows, 0);
  const damaged: Chunk[] = [];
  let restored = 0;
  let done = 0;
  for await (const { chunk, lines } of readStored(store, chunks)) {
    if (lines) restored += await restoreLines(library, store, lines);
    else damaged.push(chunk);
    done += chunk.rows;
    await told(done, of);
  }
  return { restored, unreadable: await lacking(library, damaged) };
}

async function lacking(library: Library, damaged: readonly Chunk[]): Promise<number> {
  if (damaged.length === 0) return 0;
  const ids = await library.items.toCollection().primaryKeys();
  return damaged.reduce((sum, { leaf, rows }) => {
    const here = ids.filter((id) => bitsOf(id).startsWith(leaf)).length;
    return sum + Math.max(0, rows - here);
  }, 0);
}

/** Puts these ids back where they are gone. Answers how many came. */
export async function restoreMissing(
  library: Library,
  store: MirrorStore,
  ids: readonly string[],
): Promise<number> {
  return restoreLines(library, store, await linesOf(store, ids));
}

async function restoreLines(library: Library, store: MirrorStore, lines: Lines): Promise<number> {
  await restoreRecords(library, lines);
  const entries = [...lines].filter(([, line]) => !isRecord(line));
  let restored = 0;
  let batch: Returning[] = [];
  let held = 0;
  for (const [index, [, line]] of entries.entries()) {
    const entry = entryOf(line);
    const bytes = await bytesMissing(library, store, entry);
    held += bytes.reduce((sum, one) => sum + one.bytes.length, 0);
    batch.push({ entry, bytes });
    if (batch.length < BATCH && held < MAX_BYTES && index < entries.length - 1) continue;
    restored += await restoreBatch(library, batch);
    batch = [];
    held = 0;
  }
  return restored;
}

interface Returning {
  entry: Entry;
  bytes: StoredBytes[];
}

function restoreBatch(library: Library, batch: readonly Returning[]): Promise<number> {
  return inTransaction(library, async () => {
    await library.bytes.bulkPut(batch.flatMap(({ bytes }) => bytes));
    const entries = batch.map(({ entry }) => entry);
    const known = await knownOf(library, entries);
    const isKnown = (entry: Entry): boolean => idsOf(entry).some((id) => known.has(id));
    // Into an empty library, the usual case, all at once.
    const fresh = entries.filter((entry) => !isKnown(entry));
    await putEntries(library, fresh);
    await logChanges(
      library,
      fresh.map(({ item }) => item.id),
    );
    let count = fresh.length;
    for (const entry of entries.filter(isKnown)) if (await mergeIn(library, entry)) count += 1;
    return count;
  });
}

/** Of the ids of these entries, those the database has a row, an alias or a record of a purge for. */
async function knownOf(library: Library, entries: readonly Entry[]): Promise<Set<string>> {
  const ids = entries.flatMap(idsOf);
  const [rows, takers, purged] = await Promise.all([
    library.items.where('id').anyOf(ids).primaryKeys(),
    library.items.where('aliases').anyOf(ids).toArray(),
    library.purged.where('id').anyOf(ids).primaryKeys(),
  ]);
  return new Set([...rows, ...takers.flatMap(({ aliases }) => aliases), ...purged]);
}

function idsOf({ item }: Entry): string[] {
  return [item.id, ...item.aliases];
}

/** Answers whether that changed anything. */
async function mergeIn(library: Library, entry: Entry): Promise<boolean> {
  const here = await entriesAt(library, [], idsOf(entry));
  if (here.length === 0 && (await library.purged.get(entry.item.id))) return false;
  const merged = here.reduce(mergeEntries, entry);
  if (here.length === 1 && canonicalJson(here[0]) === canonicalJson(merged)) return false;
  await replaceEntries(library, here, merged);
  return true;
}

/** Of what was purged: that it was, so that an import does not bring it back unasked. */
async function restoreRecords(library: Library, lines: Lines): Promise<void> {
  const records = [...lines].filter(([, line]) => isRecord(line));
  if (records.length === 0) return;
  await inTransaction(library, async () => {
    const ids = records.map(([id]) => id);
    const [rows, known] = await Promise.all([
      library.items.bulkGet(ids),
      library.purged.bulkGet(ids),
    ]);
    const lost = records.filter((_, index) => !rows[index] && !known[index]);
    await library.purged.bulkPut(
      lost.map(([id, line]) => ({ ...(JSON.parse(line) as Pick<Purged, 'purgedAt'>), id })),
    );
  });
}
