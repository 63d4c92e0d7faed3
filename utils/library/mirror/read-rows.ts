import type { Library } from '../database.ts';
import type { Entry } from '../item.ts';
import { readEntries } from '../rows.ts';
import { settle } from '../settle.ts';
import { isDamage } from './damage.ts';

/** What the database says of an id. */
export type Found =
  | { kind: 'entry'; entry: Entry }
  | { kind: 'purged'; purgedAt: number }
  /** Another row has taken it in. */
  | { kind: 'merged' }
  /** No row, and nothing tells why. */
  | { kind: 'gone' }
  /** A row that cannot be read, or an article without its text. */
  | { kind: 'unreadable' }
  /** An import has written it and is not done: it may go again. */
  | { kind: 'held' };

/** Ids of an import that is not done, asked inside a transaction over all tables. */
export type HeldIds = (library: Library) => Promise<ReadonlySet<string>>;

const none: HeldIds = () => Promise.resolve(new Set());

/** Reads rows of these ids, all at one moment; row by row where one of them fails. */
export async function readRows(
  library: Library,
  ids: readonly string[],
  heldIds = none,
): Promise<Map<string, Found>> {
  try {
    return await readTogether(library, ids, heldIds);
  } catch (error) {
    if (!isDamage(error)) throw error;
    if (ids.length === 1) return new Map(ids.map((id) => [id, { kind: 'unreadable' }]));
  }
  const found = new Map<string, Found>();
  for (const id of ids) {
    for (const [key, value] of await readRows(library, [id], heldIds)) found.set(key, value);
  }
  return found;
}

function readTogether(
  library: Library,
  ids: readonly string[],
  heldIds: HeldIds,
): Promise<Map<string, Found>> {
  return library.transaction('r', library.tables, async () => {
    const held = await heldIds(library);
    const free = ids.filter((id) => !held.has(id));
    const entries = await readEntries(library, free);
    const found = new Map<string, Found>(ids.map((id) => [id, { kind: 'held' }]));
    for (const [index, id] of free.entries()) {
      found.set(id, await said(library, id, entries[index] ?? null));
    }
    return found;
  });
}

async function said(library: Library, id: string, entry: Entry | null): Promise<Found> {
  if (entry) {
    const torn = entry.item.kind === 'article' && entry.text === null;
    return torn ? { kind: 'unreadable' } : { kind: 'entry', entry };
  }
  const record = await library.purged.get(id);
  if (record) return { kind: 'purged', purgedAt: record.purgedAt };
  const takers = await library.items.where('aliases').equals(id).count();
  return { kind: takers > 0 ? 'merged' : 'gone' };
}

/** An entry as it stands in the second copy: without what the database derives from it. */
export function lineOf({ item, text, edits, pictures }: Entry): string {
  const { sort: _, ...kept } = item;
  return JSON.stringify({ item: kept, text, edits, pictures });
}

/** The entry of such a line. What passed its checksum is what was written here, so its shape is not doubted. */
export function entryOf(line: string): Entry {
  return settle(JSON.parse(line) as Entry);
}
