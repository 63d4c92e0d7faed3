import type { Article } from '../article/article.ts';
import type { Library } from './database.ts';
import { addressesOf } from './saving/identity.ts';
import type { Edit, Item, OpenedItem } from './item.ts';
import { entriesAt, itemById } from './rows.ts';
import { holdsAllOf, isSameArticle } from './saving/same-article.ts';

/** As much of an article as tells whether it is the one saved. */
export type SavedReading = Pick<
  Article,
  'url' | 'canonicalUrl' | 'title' | 'text' | 'fromSelection'
>;

/** An item with its text, by its id or by that of a row merged into it; null when there is none. */
export async function openItem(library: Library, id: string): Promise<OpenedItem | null> {
  const { items, texts, edits, pictures } = library;
  return library.transaction('r', [items, texts, edits, pictures], async () => {
    const item = await itemById(library, id);
    if (!item) return null;
    const [text, edited, kept] = await Promise.all([
      texts.get(item.id),
      edits.get(item.id),
      pictures.get(item.id),
    ]);
    return {
      item,
      article: text?.article ?? null,
      edits: edited?.edits ?? [],
      pictures: kept?.pictures ?? [],
    };
  });
}

/** What the reader changed of an item; none where there is no such item. */
export async function editsOf(library: Library, id: string): Promise<Edit[]> {
  const { items, edits } = library;
  return library.transaction('r', [items, edits], async () => {
    const item = await itemById(library, id);
    return (item && (await edits.get(item.id)))?.edits ?? [];
  });
}

/**
 * What is saved of a reading: of the live items at its addresses the one that holds the same
 * article, the last changed of several, or else the link kept to it. Another article at the address
 * is no answer, and neither is a whole article to the few lines of it a reader has selected.
 */
export async function findSaved(library: Library, reading: SavedReading): Promise<Item | null> {
  const { items, texts, edits, pictures } = library;
  const found = await library.transaction('r', [items, texts, edits, pictures], () =>
    entriesAt(library, addressesOf(reading), []),
  );
  const live = found
    .filter(({ item }) => item.deletedAt === null)
    .toSorted((a, b) => b.item.updatedAt - a.item.updatedAt);
  const same = live.find(({ text }) => text !== null && isSaved(reading, text.article));
  return (same ?? live.find(({ text }) => text === null))?.item ?? null;
}

function isSaved(reading: SavedReading, saved: Article): boolean {
  return reading.fromSelection ? holdsAllOf(reading, saved) : isSameArticle(reading, saved);
}
