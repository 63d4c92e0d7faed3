import { textDirection } from '../arabic/direction.ts';
import { describe } from './describe.ts';
import type { Entry, TextVersion } from './item.ts';
import { settle } from './settle.ts';
import { bestTexts, textKey, versionsOf } from './text-order.ts';

/** A link to be read: also what every article starts as, before its text is put in. */
export function linkEntry(
  id: string,
  link: { url: string; title: string; addresses: readonly string[] },
  now: number,
): Entry {
  return settle({
    item: {
      id,
      schema: 2,
      kind: 'link',
      url: link.url,
      addresses: link.addresses.toSorted(),
      aliases: [],
      title: link.title,
      byline: null,
      siteName: null,
      lang: null,
      dir: textDirection(link.title) ?? 'rtl',
      publishedTime: null,
      excerpt: '',
      readingMinutes: null,
      complete: false,
      textLength: 0,
      thumbnail: null,
      savedAt: now,
      updatedAt: now,
      deletedAt: null,
      archived: false,
      favourite: false,
      position: null,
      tags: [],
      corrected: { title: null, byline: null },
      stamps: {},
      sort: { shelf: 'list', saved: 0, published: 0, length: 0, site: '', tags: [] },
    },
    text: null,
    edits: [],
    pictures: [],
  });
}

/** The entry with one more text: the best of all becomes current, the next best is kept behind it. */
export function withText(
  entry: Entry,
  version: TextVersion,
  addresses: readonly string[],
  now: number,
): Entry {
  const { id } = entry.item;
  const text = bestTexts(id, [...versionsOf(entry.text), version]) ?? {
    id,
    ...version,
    previous: null,
  };
  const unchanged = entry.text && textKey(entry.text.article) === textKey(text.article);
  return settle({
    ...entry,
    item: {
      ...entry.item,
      ...describe(text.article),
      addresses: [...new Set([...entry.item.addresses, ...addresses])].toSorted(),
      updatedAt: unchanged ? entry.item.updatedAt : now,
    },
    text,
  });
}
