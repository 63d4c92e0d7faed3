import { hostOf } from '../web-address.ts';
import { foldWords } from '../arabic/fold.ts';
import { currentEdits } from './edits/current-edits.ts';
import type { Edit, Entry, Item, Picture, Shelf, SortFields, StoredText } from './item.ts';
import { pictureAddresses, smallCopyOf } from './pictures/addresses.ts';

/**
 * The entry with what follows from its other parts: what lists and indexes read without opening the
 * texts. Whatever makes or changes an entry ends here, so that the two never disagree.
 */
export function settle(entry: Entry): Entry {
  const { text, edits, pictures } = entry;
  const item: Item = {
    ...entry.item,
    kind: text ? 'article' : 'link',
    textLength: text?.article.text.length ?? 0,
    thumbnail: thumbnailOf(text, pictures),
    corrected: { title: lastValue(edits, 'title'), byline: lastValue(edits, 'byline') },
  };
  return { ...entry, item: withSortFields(item) };
}

/** The same for a change that touches neither text nor edits. */
export function withSortFields(item: Item): Item {
  return { ...item, sort: sortFields(item) };
}

function sortFields(item: Item): SortFields {
  return {
    shelf: shelfOf(item),
    saved: -item.savedAt,
    published: -momentOf(item.publishedTime),
    length: -item.textLength,
    site: foldWords(item.siteName ?? hostOf(item.url) ?? ''),
    ...(item.favourite && { favourite: 1 as const }),
    ...(item.kind === 'link' && { link: 1 as const }),
    ...(item.kind === 'article' && !item.complete && { partial: 1 as const }),
    ...(item.position === null && { unread: 1 as const }),
    tags: item.tags.filter(({ removed }) => !removed).map(({ name }) => foldWords(name)),
  };
}

/** Milliseconds since the epoch, as near as the page told; 0 where it told nothing. */
function momentOf(time: string | null): number {
  return (time === null ? 0 : Date.parse(time)) || 0;
}

function shelfOf({ deletedAt, archived }: Item): Shelf {
  if (deletedAt !== null) return 'trash';
  return archived ? 'archive' : 'list';
}

/**
 * The article's own lead picture, or the first of its text that is kept: the small copy, so that a
 * list reads some kilobytes a row, or where there is none the picture itself.
 */
function thumbnailOf(text: StoredText | null, pictures: readonly Picture[]): string | null {
  if (!text || pictures.length === 0) return null;
  const kept = new Map(pictures.map(({ address, hash }) => [address, hash]));
  const first = pictureAddresses(text.article).find((address) => kept.has(address));
  if (first === undefined) return null;
  return kept.get(smallCopyOf(first)) ?? kept.get(first) ?? null;
}

/** Of the edits of a kind that stand the last one's value; they are told apart by stamp, then id. */
function lastValue(edits: readonly Edit[], kind: 'title' | 'byline'): string | null {
  return currentEdits(edits).findLast((edit) => edit.kind === kind)?.value ?? null;
}
