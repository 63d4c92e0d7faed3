import type { Library } from './database.ts';
import type { Item } from './item.ts';
import type { Entry } from './merge.ts';

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
  const texts = await library.texts.bulkGet([...items.keys()]);
  return [...items.values()]
    .map((item, index) => ({ item, text: texts[index] ?? null }))
    .toSorted((a, b) => a.item.savedAt - b.item.savedAt || (a.item.id < b.item.id ? -1 : 1));
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
  await library.items.bulkDelete(gone);
  await library.texts.bulkDelete(gone);
  await library.items.put(entry.item);
  await (entry.text ? library.texts.put(entry.text) : library.texts.delete(id));
  // Saved again after a purge: the record would have the second copy drop it once more.
  await library.purged.bulkDelete([id, ...entry.item.aliases]);
}
