import { foldWords } from '../arabic/fold.ts';
import { changeItems } from './change-items.ts';
import type { WriteContext } from './commit.ts';
import type { Library } from './database.ts';
import type { Item, StampedTag } from './item.ts';
import { withSortFields } from './settle.ts';
import { text } from './shapes.ts';
import { nextStamp } from './stamp.ts';

/** A tag is a short line: no longer than this, in UTF-16 units. */
const MAX_TAG = 80;

/** A tag's name as it is kept: one line, no spaces around; null where nothing is left. */
export function tagName(typed: string): string | null {
  const name = text(typed.replaceAll(/\s+/gu, ' ').trim(), MAX_TAG)?.trim() ?? '';
  return foldWords(name) === '' ? null : name;
}

/** Puts tags on items and takes others off. Names that fold alike are one tag. */
export function tagItems(
  ids: readonly string[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
  context: WriteContext,
): Promise<Item[]> {
  return changeItems(ids, context, (item) => {
    let tags = item.tags;
    for (const name of remove) tags = without(tags, name, context);
    for (const name of add) tags = withTag(tags, name, context);
    return tags === item.tags ? item : withSortFields({ ...item, tags });
  });
}

/** The ids of all that carries a tag, the trash included. No row is read. */
export function taggedIds(library: Library, tag: string): Promise<string[]> {
  return library.items.where('sort.tags').equals(foldWords(tag)).primaryKeys();
}

/**
 * Gives a tag another name on items; where they carry that too, the two are merged. What does not carry
 * it, any more or at all, stays as it is: a renaming of many may be ended anywhere and done again.
 */
export function renameTag(
  ids: readonly string[],
  { from, to }: { from: string; to: string },
  context: WriteContext,
): Promise<Item[]> {
  const folded = foldWords(from);
  return changeItems(ids, context, (item) => {
    if (!item.tags.some((tag) => !tag.removed && foldWords(tag.name) === folded)) return item;
    const tags = withTag(without(item.tags, from, context), to, context);
    return withSortFields({ ...item, tags });
  });
}

export interface TagCount {
  name: string;
  count: number;
}

/** The tags of all that is not in the trash, with how many carry each; the most used first. */
export async function countTags(library: Library): Promise<TagCount[]> {
  const tagged = await library.items.where('sort.tags').above('').distinct().toArray();
  const counts = new Map<string, TagCount>();
  for (const { tags, deletedAt } of tagged) {
    if (deletedAt !== null) continue;
    // Two devices merged may have one tag in two spellings on an item.
    const standing = tags.filter(({ removed }) => !removed);
    for (const [key, name] of new Map(standing.map((tag) => [foldWords(tag.name), tag.name]))) {
      counts.set(key, { name, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].toSorted(
    (a, b) => b.count - a.count || a.name.localeCompare(b.name, 'ar'),
  );
}

function withTag(tags: StampedTag[], name: string, context: WriteContext): StampedTag[] {
  const folded = foldWords(name);
  const standing = tags.find((tag) => !tag.removed && foldWords(tag.name) === folded);
  if (standing?.name === name) return tags;
  const others = standing ? without(tags, standing.name, context) : tags;
  return [
    ...others.filter((tag) => tag.name !== name),
    stamped(tags, name, false, context),
  ].toSorted(byName);
}

function without(tags: StampedTag[], name: string, context: WriteContext): StampedTag[] {
  const folded = foldWords(name);
  if (!tags.some((tag) => !tag.removed && foldWords(tag.name) === folded)) return tags;
  return tags.map((tag) =>
    tag.removed || foldWords(tag.name) !== folded ? tag : stamped(tags, tag.name, true, context),
  );
}

function stamped(
  tags: readonly StampedTag[],
  name: string,
  removed: boolean,
  { now, device }: WriteContext,
): StampedTag {
  const seen = tags.filter((tag) => foldWords(tag.name) === foldWords(name));
  return {
    name,
    removed,
    stamp: nextStamp(
      now,
      device,
      seen.map(({ stamp }) => stamp),
    ),
  };
}

function byName(a: StampedTag, b: StampedTag): number {
  return a.name < b.name ? -1 : 1;
}
