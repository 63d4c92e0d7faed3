import type { Edit, Item, Picture, Position, Stamp, StampedTag, TextVersion } from './item.ts';
import { mergeEntries, type Entry } from './merge.ts';
import { settle } from './settle.ts';
import { list, nullable, number, oneOf, record, text, truth } from './shapes.ts';
import { readableAddress, validateArticle } from './validate.ts';

/** The time by which an entry's moments are judged, both in milliseconds since the epoch. */
export interface Clock {
  now: number;
  /** What stands for a moment more than a day after `now`: now, or when the file was made if that was before. */
  latest: number;
}

const DAY = 24 * 60 * 60 * 1000;
const MAX_LINE = 2_000;
const MAX_ADDRESS = 32_000;
const MAX_NOTE = 1_000_000;
const MAX_LIST = 20_000;

const DIRECTIONS = { rtl: true, ltr: true } as const;
const EDIT_KINDS: Record<Edit['kind'], true> = {
  'put-back': true,
  hide: true,
  direction: true,
  title: true,
  byline: true,
  highlight: true,
  note: true,
};

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
    pictures: list(from?.['pictures'], MAX_LIST, checkedPicture),
  };
  if (!item || !isWhole<Pick<Entry, 'edits' | 'pictures'> & { text: Versions | null }>(parts)) {
    return null;
  }
  const { edits, pictures } = parts;
  const entry = settle({
    item,
    text: parts.text && { id: item.id, ...parts.text },
    edits,
    pictures,
  });
  return mergeEntries(entry, entry);
}

type Checked<T> = { [K in keyof T]: T[K] | undefined };

function isWhole<T extends object>(checked: Checked<T>): checked is T {
  return Object.values(checked).every((value) => value !== undefined);
}

function checkedItem(value: unknown, clock: Clock): Item | undefined {
  const from = record(value);
  if (from?.['schema'] !== 2) return undefined;
  const when = (moment: unknown): number | undefined => momentOf(moment, clock);
  const checked = {
    id: id(from['id']),
    url: readableAddress(from['url']),
    addresses: list(from['addresses'], 1_000, readableAddress),
    aliases: list(from['aliases'], 1_000, id),
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

function checkedEdit(value: unknown, clock: Clock): Edit | undefined {
  const from = record(value);
  const checked = {
    id: name(from?.['id']),
    kind: oneOf(from?.['kind'], EDIT_KINDS),
    anchor: nullable(from?.['anchor'], checkedAnchor),
    value: nullable(from?.['value'], (words) => whole(words, MAX_NOTE)),
    stamp: checkedStamp(from?.['stamp'], clock),
    removed: truth(from?.['removed']),
  };
  return isWhole<Edit>(checked) ? checked : undefined;
}

function checkedAnchor(value: unknown): Edit['anchor'] | undefined {
  const from = record(value);
  const checked = {
    block: whole(from?.['block'], 200),
    start: number(from?.['start']),
    end: number(from?.['end']),
  };
  return isWhole<NonNullable<Edit['anchor']>>(checked) ? checked : undefined;
}

function checkedPicture(value: unknown): Picture | undefined {
  const from = record(value);
  const checked = {
    address: whole(from?.['address'], MAX_ADDRESS),
    hash: matching(from?.['hash'], /^[\da-f]{64}$/u),
    type: matching(from?.['type'], /^image\/[\w.+-]{1,60}$/u),
    width: number(from?.['width']),
    height: number(from?.['height']),
    size: number(from?.['size']),
  };
  return isWhole<Picture>(checked) ? checked : undefined;
}

function checkedPosition(value: unknown): Position | undefined {
  const from = record(value);
  const checked = {
    block: whole(from?.['block'], 200),
    offset: number(from?.['offset']),
    share: number(from?.['share']),
  };
  return isWhole<Position>(checked) && checked.share <= 1 ? checked : undefined;
}

function checkedTag(value: unknown, clock: Clock): StampedTag | undefined {
  const from = record(value);
  const checked = {
    name: name(from?.['name']),
    stamp: checkedStamp(from?.['stamp'], clock),
    removed: truth(from?.['removed']),
  };
  return isWhole<StampedTag>(checked) ? checked : undefined;
}

function checkedStamps(value: unknown, clock: Clock): Item['stamps'] | undefined {
  const from = record(value);
  if (!from) return undefined;
  const stamps: Item['stamps'] = {};
  for (const field of ['deletedAt', 'archived', 'favourite', 'position'] as const) {
    if (from[field] === undefined) continue;
    const stamp = checkedStamp(from[field], clock);
    if (stamp === undefined) return undefined;
    stamps[field] = stamp;
  }
  return stamps;
}

function checkedStamp(value: unknown, clock: Clock): Stamp | undefined {
  const stamp = matching(value, /^[\da-f]{12}-[\da-f]{4}-[\da-f]{8}$/u);
  if (stamp === undefined) return undefined;
  const at = momentOf(Number.parseInt(stamp, 16), clock) ?? 0;
  return `${at.toString(16).padStart(12, '0')}${stamp.slice(12)}`;
}

function momentOf(value: unknown, { now, latest }: Clock): number | undefined {
  const at = number(value);
  return at !== undefined && at > now + DAY ? latest : at;
}

function minutes(value: unknown): NonNullable<Item['readingMinutes']> | undefined {
  const from = record(value);
  const min = number(from?.['min']);
  const max = number(from?.['max']);
  return min === undefined || max === undefined ? undefined : { min, max };
}

function id(value: unknown): string | undefined {
  return matching(value, /^[\da-f]{32}$/u);
}

/** Of a tag or an edit. */
function name(value: unknown): string | undefined {
  return value === '' ? undefined : whole(value, 200);
}

function line(value: unknown): string | undefined {
  return text(value, MAX_LINE);
}

function short(value: unknown): string | undefined {
  return whole(value, 100);
}

function whole(value: unknown, max: number): string | undefined {
  return typeof value === 'string' && value.length <= max ? value : undefined;
}

function matching(value: unknown, shape: RegExp): string | undefined {
  return typeof value === 'string' && shape.test(value) ? value : undefined;
}
