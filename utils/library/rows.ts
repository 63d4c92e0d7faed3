import type { EntityTable, Table } from 'dexie';
import { dropUnusedBytes } from './bytes.ts';
import type { Library } from './database.ts';
import type { Entry, Item } from './item.ts';

/** All functions here run inside the caller's transaction. */

/** Every entry known by one of the addresses or ids, oldest first, trash included. */
export async function entriesAt(
  library: Library,
  addresses: readonly string[],
  ids: readonly string[],
): Promise<Entry[]> {
  const [byAddress, byId, byAlias] = await Promise.all([
    library.items.where('addresses').anyOf(addresses).toArray(),
    library.items.where('id').anyOf(ids).toArray(),
    library.items.where('aliases').anyOf(ids).toArray(),
  ]);
  const items = new Map([...byAddress, ...byId, ...byAlias].map((item) => [item.id, item]));
  const entries = await withRest(library, [...items.values()]);
  return entries.toSorted(
    (a, b) => a.item.savedAt - b.item.savedAt || (a.item.id < b.item.id ? -1 : 1),
  );
}

/** The entries of these ids, in their order; null where there is none. Aliases are not followed. */
export async function readEntries(
  library: Library,
  ids: readonly string[],
): Promise<(Entry | null)[]> {
  const items = await library.items.bulkGet([...ids]);
  const found = await withRest(
    library,
    items.filter((item) => item !== undefined),
  );
  const byId = new Map(found.map((entry) => [entry.item.id, entry]));
  return ids.map((id) => byId.get(id) ?? null);
}

async function withRest(library: Library, items: readonly Item[]): Promise<Entry[]> {
  const ids = items.map(({ id }) => id);
  const [texts, edits, pictures] = await Promise.all([
    library.texts.bulkGet(ids),
    library.edits.bulkGet(ids),
    library.pictures.bulkGet(ids),
  ]);
  return items.map((item, index) => ({
    item,
    text: texts[index] ?? null,
    edits: edits[index]?.edits ?? [],
    pictures: pictures[index]?.pictures ?? [],
  }));
}

/** The item of this id, or the one that row was merged into. */
export async function itemById(library: Library, id: string): Promise<Item | undefined> {
  return (await library.items.get(id)) ?? library.items.where('aliases').equals(id).first();
}

/** Writes one entry in place of those it was made from. */
export async function replaceEntries(
  library: Library,
  replaced: readonly Entry[],
  entry: Entry,
): Promise<void> {
  const { id } = entry.item;
  const gone = replaced.map(({ item }) => item.id).filter((other) => other !== id);
  await deleteRows(library, gone);
  await putEntries(library, [entry]);
  await dropUnusedBytes(
    library,
    replaced.flatMap(({ pictures }) => pictures.map(({ hash }) => hash)),
  );
  // Saved again after a purge: the record would have the second copy drop it once more.
  await library.purged.bulkDelete([id, ...entry.item.aliases]);
  await logChanges(library, [...gone, id]);
}

/** Writes entries as they are, each in place of the row of its id. Logs nothing. */
export async function putEntries(library: Library, entries: readonly Entry[]): Promise<void> {
  await library.items.bulkPut(entries.map(({ item }) => item));
  await writeParts(
    library.texts,
    entries.map(({ item, text }) => [item.id, text]),
  );
  await writeParts(
    library.edits,
    entries.map(({ item: { id }, edits }) => [id, edits.length > 0 ? { id, edits } : null]),
  );
  await writeParts(
    library.pictures,
    entries.map(({ item: { id }, pictures }) => [
      id,
      pictures.length > 0
        ? { id, pictures, hashes: [...new Set(pictures.map(({ hash }) => hash))] }
        : null,
    ]),
  );
}

async function writeParts<T extends { id: string }>(
  table: EntityTable<T, 'id'>,
  parts: readonly (readonly [id: string, part: T | null])[],
): Promise<void> {
  const kept = parts.flatMap(([, part]) => (part ? [part] : []));
  const none = parts.flatMap(([id, part]) => (part ? [] : [id]));
  if (kept.length > 0) await (table as Table<T, string>).bulkPut(kept);
  if (none.length > 0) await (table as Table<T, string>).bulkDelete(none);
}

/** Takes rows away with all their parts but the bytes of pictures. Logs nothing. */
export async function deleteRows(library: Library, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const table of [library.items, library.texts, library.edits, library.pictures]) {
    await table.bulkDelete([...ids]);
  }
}

/** Tells whoever follows the library (the index, the second copy) that these rows are not as they were. */
export async function logChanges(library: Library, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await library.changes.bulkAdd(ids.map((id) => ({ id })));
}
