import { canonicalJson } from '../canonical-json.ts';
import { describe } from '../describe.ts';
import { addressesOf } from '../saving/identity.ts';
import type { Entry, Item, TextVersion } from '../item.ts';
import { settle } from '../settle.ts';
import { bestTexts, versionsOf } from '../text-order.ts';

/**
 * An entry that an import changed and somebody else then changed too, without what the import did:
 * to `before` is done what leads from `after` to `current`. What a reader did in between stands, even
 * where it was done to something the import brought (a tag taken off stays off).
 *
 * Texts: a row keeps the better two. Where the import brought two that were both better than all the
 * row had, one read meanwhile may have found no place and left no trace; the import's then stay, rather
 * than that the reader is left without what was saved. Where it brought one, a text read meanwhile that
 * found no place was worse than what the row had before, and shows again now.
 */
export function withoutImport(before: Entry, after: Entry, current: Entry): Entry {
  const own = versionsOf(before.text);
  const texts = redone(before, after, current, (entry) => versionsOf(entry.text), canonicalJson);
  const read = texts
    .filter((version) => !isAmong(own, version))
    .map((version) => chosenAsBefore(before, after, version));
  const { id } = before.item;
  const brought = versionsOf(after.text);
  const full = brought.length > 1 && !brought.some((version) => isAmong(own, version));
  const text = full && read.length === 0 ? current.text : bestTexts(id, [...own, ...read]);
  const item: Item = {
    ...before.item,
    ...(text ? describe(text.article) : {}),
    addresses: sorted([
      ...redone(before, after, current, (entry) => entry.item.addresses, String),
      // Of a page read meanwhile the import may have known the address first.
      ...read.flatMap(({ article }) => addressesOf(article)),
    ]),
    aliases: redone(before, after, current, (entry) => entry.item.aliases, String),
    savedAt: changed(before, after, current, 'savedAt'),
    updatedAt: changed(before, after, current, 'updatedAt'),
    ...readersFields(before.item, after.item, current.item),
    tags: redone(
      before,
      after,
      current,
      (entry) => entry.item.tags,
      (tag) => tag.name,
    ),
  };
  return settle({
    item,
    text,
    edits: redone(
      before,
      after,
      current,
      (entry) => entry.edits,
      (edit) => edit.id,
    ),
    pictures: redone(
      before,
      after,
      current,
      (entry) => entry.pictures,
      (picture) => picture.address,
    ),
  });
}

/** A list in `before`, with what was added, changed and taken away between the other two; in order of name. */
function redone<T>(
  before: Entry,
  after: Entry,
  current: Entry,
  listOf: (entry: Entry) => readonly T[],
  nameOf: (part: T) => string,
): T[] {
  const named = (entry: Entry): Map<string, T> =>
    new Map(listOf(entry).map((part) => [nameOf(part), part]));
  const [result, old, now] = [named(before), named(after), named(current)];
  for (const [name, part] of now) {
    const was = old.get(name);
    if (was === undefined || canonicalJson(was) !== canonicalJson(part)) result.set(name, part);
  }
  for (const name of old.keys()) if (!now.has(name)) result.delete(name);
  return sorted([...result.keys()]).map((name) => result.get(name) as T);
}

function changed(
  before: Entry,
  after: Entry,
  current: Entry,
  field: 'savedAt' | 'updatedAt',
): number {
  return (current.item[field] === after.item[field] ? before : current).item[field];
}

type Stamped = 'deletedAt' | 'archived' | 'favourite' | 'position';

function readersFields(before: Item, after: Item, current: Item): Pick<Item, Stamped | 'stamps'> {
  const from = (field: Stamped): Item =>
    current.stamps[field] === after.stamps[field] ? before : current;
  const stamps: Item['stamps'] = {};
  for (const field of ['deletedAt', 'archived', 'favourite', 'position'] as const) {
    const stamp = from(field).stamps[field];
    if (stamp !== undefined) stamps[field] = stamp;
  }
  return {
    deletedAt: from('deletedAt').deletedAt,
    archived: from('archived').archived,
    favourite: from('favourite').favourite,
    position: from('position').position,
    stamps,
  };
}

function isAmong(versions: readonly TextVersion[], version: TextVersion): boolean {
  return versions.some((other) => canonicalJson(other) === canonicalJson(version));
}

/** A text read again keeps the choice its row carried, which was the import's (see `saveArticle`). */
function chosenAsBefore(before: Entry, after: Entry, version: TextVersion): TextVersion {
  const theirs = version.chosenAt !== (after.text?.chosenAt ?? null);
  return theirs ? version : { ...version, chosenAt: before.text?.chosenAt ?? null };
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted((a, b) => (a < b ? -1 : Number(a > b)));
}
