import { canonicalJson } from './canonical-json.ts';
import { describe } from './describe.ts';
import type { Edit, Entry, Item, Picture, Stamp, StampedTag } from './item.ts';
import { settle } from './settle.ts';
import { bestTexts, versionsOf } from './text-order.ts';

/**
 * Two copies of one item, or two items found to be one, as one. Commutative, associative and
 * idempotent: devices that merged the same copies in any order hold the same library.
 *
 * The row saved first keeps its id, the other's becomes an alias. What a reader sets: the last
 * stamp wins. Texts: `text-order.ts`. What describes the text comes from the text that won.
 */
export function mergeEntries(a: Entry, b: Entry): Entry {
  const first = earlier(a, b);
  const { id } = first.item;
  const text = bestTexts(id, [...versionsOf(a.text), ...versionsOf(b.text)]);
  const item: Item = {
    ...first.item,
    ...(text ? describe(text.article) : {}),
    addresses: union(a.item.addresses, b.item.addresses),
    aliases: union(idsOf(a.item), idsOf(b.item)).filter((alias) => alias !== id),
    updatedAt: Math.max(a.item.updatedAt, b.item.updatedAt),
    ...readersFields(a.item, b.item),
    tags: lastOfEach(a.item.tags, b.item.tags, (tag) => tag.name),
  };
  return settle({
    item,
    text,
    edits: lastOfEach(a.edits, b.edits, (edit) => edit.id),
    pictures: onePerAddress(a.pictures, b.pictures),
  });
}

/** By first save, then id, then whatever tells two copies of one row apart. */
function earlier(a: Entry, b: Entry): Entry {
  const difference =
    a.item.savedAt - b.item.savedAt ||
    compare(a.item.id, b.item.id) ||
    compare(saidOf(a.item), saidOf(b.item));
  return difference <= 0 ? a : b;
}

/** What a row says of itself and a merge takes whole from one side. */
function saidOf(item: Item): string {
  const { schema, url, title, byline, siteName, lang, dir } = item;
  const { publishedTime, excerpt, readingMinutes, complete } = item;
  return canonicalJson([
    [schema, url, title, byline, siteName, lang, dir],
    [publishedTime, excerpt, readingMinutes, complete],
  ]);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].toSorted(compare);
}

function idsOf(item: Item): string[] {
  return [item.id, ...item.aliases];
}

type ReadersFields = Pick<Item, 'deletedAt' | 'archived' | 'favourite' | 'position' | 'stamps'>;

function readersFields(a: Item, b: Item): ReadersFields {
  const deletedAt = lastSet(a, b, 'deletedAt');
  const archived = lastSet(a, b, 'archived');
  const favourite = lastSet(a, b, 'favourite');
  const position = lastSet(a, b, 'position');
  const stamps: Item['stamps'] = {};
  if (deletedAt.stamp) stamps.deletedAt = deletedAt.stamp;
  if (archived.stamp) stamps.archived = archived.stamp;
  if (favourite.stamp) stamps.favourite = favourite.stamp;
  if (position.stamp) stamps.position = position.stamp;
  return {
    deletedAt: deletedAt.value,
    archived: archived.value,
    favourite: favourite.value,
    position: position.value,
    stamps,
  };
}

type Stamped = keyof Item['stamps'];

function lastSet<Field extends Stamped>(
  a: Item,
  b: Item,
  field: Field,
): { value: Item[Field]; stamp: Stamp | undefined } {
  const difference =
    compare(a.stamps[field] ?? '', b.stamps[field] ?? '') ||
    compare(canonicalJson(a[field]), canonicalJson(b[field]));
  const last = difference >= 0 ? a : b;
  return { value: last[field], stamp: last.stamps[field] };
}

/** Of each name the entry with the last stamp; a removal wins over a tie. In order of name. */
function lastOfEach<T extends StampedTag | Edit>(
  a: readonly T[],
  b: readonly T[],
  nameOf: (entry: T) => string,
): T[] {
  const last = new Map<string, T>();
  for (const entry of [...a, ...b]) {
    const known = last.get(nameOf(entry));
    if (!known || isLater(entry, known)) last.set(nameOf(entry), entry);
  }
  return [...last.values()].toSorted((x, y) => compare(nameOf(x), nameOf(y)));
}

/** Of two keepings of one address the larger one. In order of address. */
export function onePerAddress(a: readonly Picture[], b: readonly Picture[]): Picture[] {
  const kept = new Map<string, Picture>();
  for (const picture of [...a, ...b]) {
    const known = kept.get(picture.address);
    if (!known || isLarger(picture, known)) kept.set(picture.address, picture);
  }
  return [...kept.values()].toSorted((x, y) => compare(x.address, y.address));
}

function isLarger(picture: Picture, known: Picture): boolean {
  const difference =
    picture.width * picture.height - known.width * known.height ||
    compare(canonicalJson(picture), canonicalJson(known));
  return difference > 0;
}

function isLater(entry: StampedTag | Edit, known: StampedTag | Edit): boolean {
  const difference =
    compare(entry.stamp, known.stamp) ||
    Number(entry.removed) - Number(known.removed) ||
    compare(canonicalJson(entry), canonicalJson(known));
  return difference > 0;
}
