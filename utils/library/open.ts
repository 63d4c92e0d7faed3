import type { Library } from './database.ts';
import { addressesOf } from './identity.ts';
import type { Item, OpenedItem } from './item.ts';
import { itemById } from './rows.ts';

/** An item with its text, by its id or by that of a row merged into it; null when there is none. */
export async function openItem(library: Library, id: string): Promise<OpenedItem | null> {
  return library.transaction('r', library.items, library.texts, async () => {
    const item = await itemById(library, id);
    if (!item) return null;
    const text = await library.texts.get(item.id);
    return { item, article: text?.article ?? null };
  });
}

/** The item saved from one of a page's addresses, the last changed of several; trash left out. */
export async function findSaved(
  library: Library,
  page: { url: string; canonicalUrl: string | null },
): Promise<Item | null> {
  const found = await library.items.where('addresses').anyOf(addressesOf(page)).toArray();
  const live = found.filter((item) => item.deletedAt === null);
  return live.toSorted((a, b) => b.updatedAt - a.updatedAt)[0] ?? null;
}
