import { textDirection } from '../../arabic/direction.ts';
import type { Block } from '../../article/body/blocks.ts';
import { linkEntry, withText } from '../../library/entry.ts';
import { articleId } from '../../library/saving/identity.ts';
import type { Entry, Item, Position, Stamp, StampedTag } from '../../library/item.ts';
import { normaliseAddress } from '../../library/saving/normalise-address.ts';
import { settle } from '../../library/settle.ts';
import { nextStamp } from '../../library/stamp.ts';
import { tagName } from '../../library/tags.ts';
import { foldWords } from '../../arabic/fold.ts';
import { importedArticle, type ImportedFrom } from './imported-article.ts';
import { importedEdits } from './imported-notes.ts';
import type { Imported } from './imported.ts';

/** No device: what was set in another tool carries the same stamp wherever its file is read. */
const NOWHERE = '00000000';

/**
 * A row as an entry to be merged with what is here: a link, or an article where its text came along.
 *
 * Everything in it follows from the row alone, `now` only where the row has no moment: the same file
 * read again merges into nothing new. What the row sets is stamped with its own moment, long past,
 * so that whatever the reader has set here since stands; what it does not set carries no stamp.
 *
 * @param from needs a page's document; see `importedArticle`
 */
export async function importedEntry(
  row: Imported,
  now: number,
  from: ImportedFrom,
): Promise<Entry> {
  const savedAt = row.savedAt ?? now;
  const address = normaliseAddress(row.url);
  const title = row.title ?? row.url;
  const link = linkEntry(
    await articleId(address),
    { url: row.url, title, addresses: [address] },
    savedAt,
  );
  const text = importedArticle(row, savedAt, from);
  const entry = text
    ? withText(link, { article: text.article, chosenAt: null }, [address], savedAt)
    : { ...link, item: { ...link.item, ...described(row, title) } };
  const blocks = text?.blocks ?? [];
  const stampOf = (at: number | null): Stamp => nextStamp(at ?? row.savedAt ?? 0, NOWHERE, []);
  return settle({
    ...entry,
    item: { ...entry.item, ...readersFields(row, blocks, stampOf(null)) },
    edits: importedEdits(row, blocks, stampOf),
  });
}

function described(row: Imported, title: string): Partial<Item> {
  return {
    byline: row.byline,
    siteName: row.siteName,
    lang: row.lang,
    dir: textDirection(title) ?? 'rtl',
    publishedTime: row.publishedTime,
    excerpt: row.excerpt ?? '',
  };
}

function readersFields(
  row: Imported,
  blocks: readonly Block[],
  stamp: Stamp,
): Pick<Item, 'archived' | 'favourite' | 'position' | 'tags' | 'stamps'> {
  const { archived, favourite } = row;
  const position = positionOf(row.progress, blocks);
  return {
    archived,
    favourite,
    position,
    tags: tagsOf(row.tags, stamp),
    stamps: {
      ...(archived && { archived: stamp }),
      ...(favourite && { favourite: stamp }),
      ...(position && { position: stamp }),
    },
  };
}

/** Names that fold alike are one tag, as everywhere in the library. */
function tagsOf(names: readonly string[], stamp: Stamp): StampedTag[] {
  const kept = new Map<string, string>();
  for (const given of names) {
    const name = tagName(given);
    if (name !== null && !kept.has(foldWords(name))) kept.set(foldWords(name), name);
  }
  return [...kept.values()].toSorted().map((name) => ({ name, stamp, removed: false }));
}

/** The place a share of the text has been read to; a link has no text to have a place in. */
function positionOf(progress: number | null, blocks: readonly Block[]): Position | null {
  if (progress === null || progress === 0) return null;
  const all = blocks.reduce((sum, { text }) => sum + text.length, 0);
  let left = Math.round(all * progress);
  for (const { key, text } of blocks) {
    if (left <= text.length) return { block: key, offset: left, share: progress };
    left -= text.length;
  }
  return null;
}
