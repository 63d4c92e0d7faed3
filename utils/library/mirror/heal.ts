import { inTransaction } from '../commit.ts';
import type { Library } from '../database.ts';
import type { Entry } from '../item.ts';
import { mergeEntries } from '../merge.ts';
import { logChanges, putEntries } from '../rows.ts';
import { settle } from '../settle.ts';
import { isRecord } from './chunk.ts';
import { isDamage } from './damage.ts';
import { bytesMissing } from './pictures.ts';
import { entryOf, readRows } from './read-rows.ts';
import type { Restored } from './restore.ts';
import type { MirrorStore } from './store.ts';
import { linesOf } from './stored.ts';

/** A read that fails is tried again after these ms: it may have been the machine, not the row. */
const TRIES = [100, 400, 1000];

/**
 * Puts rows that cannot be read back from the second copy, merged with those parts of them that
 * can. One that is in neither place keeps what can be read: without its text it is a link again, to
 * be completed by a press on its page.
 */
export async function healRows(
  library: Library,
  store: MirrorStore,
  ids: readonly string[],
): Promise<Restored> {
  const broken = await stillUnreadable(library, ids);
  const lines = await linesOf(store, broken);
  const told: Restored = { restored: 0, unreadable: 0 };
  for (const id of broken) {
    const line = lines.get(id);
    const copy = line !== undefined && !isRecord(line) ? entryOf(line) : null;
    const rest = await readableParts(library, id);
    if (copy) told.restored += 1;
    else told.unreadable += 1;
    const healed = copy && rest ? mergeEntries(copy, rest) : (copy ?? rest);
    if (healed) await put(library, store, healed);
  }
  return told;
}

async function stillUnreadable(library: Library, ids: readonly string[]): Promise<string[]> {
  let broken = await unreadableOf(library, ids);
  for (const wait of TRIES) {
    if (broken.length === 0) return [];
    await new Promise((resolve) => setTimeout(resolve, wait));
    broken = await unreadableOf(library, broken);
  }
  return broken;
}

/** Those of these ids whose rows cannot be read. */
export async function unreadableOf(library: Library, ids: readonly string[]): Promise<string[]> {
  const BATCH = 100;
  const broken: string[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = await readRows(library, ids.slice(from, from + BATCH));
    broken.push(...[...rows].filter(([, row]) => row.kind === 'unreadable').map(([id]) => id));
  }
  return broken;
}

async function readableParts(library: Library, id: string): Promise<Entry | null> {
  const item = await readable(() => library.items.get(id));
  if (!item) return null;
  const text = await readable(() => library.texts.get(id));
  const edits = await readable(() => library.edits.get(id));
  const pictures = await readable(() => library.pictures.get(id));
  return settle({
    item,
    text: text ?? null,
    edits: edits?.edits ?? [],
    pictures: pictures?.pictures ?? [],
  });
}

async function readable<T>(read: () => PromiseLike<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!isDamage(error)) throw error;
    return null;
  }
}

async function put(library: Library, store: MirrorStore, entry: Entry): Promise<void> {
  const bytes = await bytesMissing(library, store, entry);
  await inTransaction(library, async () => {
    await library.bytes.bulkPut(bytes);
    await putEntries(library, [entry]);
    await logChanges(library, [entry.item.id]);
  });
}
