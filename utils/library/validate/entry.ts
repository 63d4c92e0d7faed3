import { describe } from '../describe.ts';
import type { Entry, Item, TextVersion } from '../item.ts';
import { mergeEntries } from '../merge.ts';
import { settle } from '../settle.ts';
import { isWhole, list, nullable, number, oneOf, record, text, truth } from '../shapes.ts';
import { bestTexts, versionsOf } from '../text-order.ts';
import { readableAddress, validateArticle } from './validate.ts';
import {
  checkedEdit,
  checkedPicture,
  checkedPosition,
  checkedStamp,
  checkedStamps,
  checkedTag,
  matching,
  momentOf,
  whole,
  type Clock,
} from './parts.ts';

const MAX_LINE = 2_000;
const MAX_ADDRESS = 32_000;
const MAX_LIST = 20_000;
/** Each is looked for in the text. */
const MAX_PICTURES = 2_000;

const DIRECTIONS = { rtl: true, ltr: true } as const;

/**
 * An entry of a file as it may be kept: a fresh object of known fields, each of its type and within
 * bounds, or null. What the library wrote comes back with every letter as it was, halves of
 * surrogate pairs and unusual normal forms too.
 *
 * - Unknown fields are left out. (A file of a newer version is refused before it comes to this, and
 *   so is an entry or article of a newer `schema` here: reading half of it would make it less.)
 * - Whatever follows from other parts (kind, length, picture, corrected headline, index fields) is made
 *   anew, lists are brought into their order, of two things with one name the later stays.
 * - Moments and stamps more than a day ahead are brought back: nothing set later could win over them.
 *   They become the same each time the file is read, so that reading it twice changes nothing.
 * - An id is 32 hex digits. Whether a link's is made from one of its addresses is checked by
 *   `withOwnId`, which hashes. An article's may be one made from a text it no longer has
 *   (`twinOf` in `identity.ts`) and cannot be recomputed: that no other article here has it is
 *   checked where it is written.
 */
export function validateEntry(value: unknown, clock: Clock): Entry | null {
  const from = record(value);
  const item = checkedItem(from?.['item'], clock);
  const parts = {
    text: nullable(from?.['text'], (stored) => textOf(stored, clock)),
    edits: list(from?.['edits'], MAX_LIST, (edit) => checkedEdit(edit, clock)),
    pictures: list(from?.['pictures'], MAX_PICTURES, checkedPicture),
  };
  if (!item || !isWhole<Pick<Entry, 'edits' | 'pictures'> & { text: Versions | null }>(parts)) {
    return null;
  }
  const { edits, pictures } = parts;
  return inOrder({ item, text: parts.text && { id: item.id, ...parts.text }, edits, pictures });
}

/** As merging leaves an entry. A text alone is in order, and is not compared with itself: that takes long. */
function inOrder(entry: Entry): Entry {
  const { id } = entry.item;
  const rest = { ...entry, text: null };
  const { item, edits, pictures } = mergeEntries(rest, rest);
  const best = entry.text?.previous ? bestTexts(id, versionsOf(entry.text)) : entry.text;
  const described = { ...item, ...(best && describe(best.article)) };
  return settle({ item: described, text: best, edits, pictures });
}

function checkedItem(value: unknown, clock: Clock): Item | undefined {
  const from = record(value);
  if (from?.['schema'] !== 2) return undefined;
  const when = (moment: unknown): number | undefined => momentOf(moment, clock);
  const checked = {
    id: hexId(from['id']),
    url: readableAddress(from['url']),
    addresses: list(from['addresses'], 1_000, readableAddress),
    aliases: list(from['aliases'], 1_000, hexId),
    // Without words of its own a link is titled by its address.
    title: text(from['title'], MAX_ADDRESS),
    byline: nullable(from['byline'], line),
    siteName: nullable(from['siteName'], line),
    lang: nullable(from['lang'], short),
    dir: oneOf(from['dir'], DIRECTIONS),
    publishedTime: nullable(from['publishedTime'], short),
    excerpt: line(from['excerpt']),
    readingMinutes: nullable(from['readingMinutes'], minutes),
    complete: truth(from['complete']),
    savedAt: when(from['savedAt']),
    updatedAt: when(from['updatedAt']),
    deletedAt: nullable(from['deletedAt'], when),
    archived: truth(from['archived']),
    favourite: truth(from['favourite']),
    position: nullable(from['position'], checkedPosition),
    tags: list(from['tags'], 1_000, (tag) => checkedTag(tag, clock)),
    stamps: checkedStamps(from['stamps'], clock),
  };
  if (checked.title === '' || checked.addresses?.length === 0) return undefined;
  return isWhole<Omit<Item, keyof typeof DERIVED>>(checked)
    ? { ...checked, ...DERIVED }
    : undefined;
}

/** What `settle` makes of the rest. */
const DERIVED: Pick<Item, 'schema' | 'kind' | 'textLength' | 'thumbnail' | 'corrected' | 'sort'> = {
  schema: 2,
  kind: 'link',
  textLength: 0,
  thumbnail: null,
  corrected: { title: null, byline: null },
  sort: { shelf: 'list', saved: 0, published: 0, length: 0, site: '', tags: [] },
};

type Versions = TextVersion & { previous: TextVersion | null };

function textOf(value: unknown, clock: Clock): Versions | undefined {
  const version = checkedVersion(value, clock);
  const previous = nullable(record(value)?.['previous'], (earlier) =>
    checkedVersion(earlier, clock),
  );
  return version && previous !== undefined ? { ...version, previous } : undefined;
}

function checkedVersion(value: unknown, clock: Clock): TextVersion | undefined {
  const from = record(value);
  const article = validateArticle(from?.['article']);
  const chosenAt = nullable(from?.['chosenAt'], (stamp) => checkedStamp(stamp, clock));
  return article && chosenAt !== undefined ? { article, chosenAt } : undefined;
}

function minutes(value: unknown): NonNullable<Item['readingMinutes']> | undefined {
  const from = record(value);
  const min = number(from?.['min']);
  const max = number(from?.['max']);
  return min === undefined || max === undefined ? undefined : { min, max };
}

function hexId(value: unknown): string | undefined {
  return matching(value, /^[\da-f]{32}$/u);
}

function line(value: unknown): string | undefined {
  return text(value, MAX_LINE);
}

function short(value: unknown): string | undefined {
  return whole(value, 100);
}
