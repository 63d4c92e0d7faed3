import { hostOf } from '../../web-address.ts';
import { foldWords } from '../../arabic/fold.ts';
import type { Entry, Item } from '../item.ts';

/** Where a word stands in a saved thing, the weightiest first. The number is a bit in what the index keeps. */
export const FIELDS = ['headline', 'tag', 'byline', 'site', 'note', 'body'] as const;
export type Field = (typeof FIELDS)[number];

const HEADLINE = 0;
export const TAG = 1;
const BYLINE = 2;
export const SITE = 3;
const NOTE = 4;
export const BODY = 5;

export const ALL_FIELDS = (1 << FIELDS.length) - 1;
/** A few words each: here the first letters of a word are looked for too. */
export const SHORT_FIELDS = (1 << HEADLINE) | (1 << TAG) | (1 << BYLINE) | (1 << SITE);
/** Where a single letter is looked for that is all that was typed. */
export const LETTER_FIELDS = (1 << HEADLINE) | (1 << TAG) | (1 << SITE);

export interface FieldText {
  field: number;
  text: string;
}

export type Searched = Pick<Entry, 'item' | 'text' | 'edits'>;

/** All that is searched of a saved thing, as stored; of each field what is shown first stands first. */
export function fieldTexts({ item, text, edits }: Searched): FieldText[] {
  const article = text?.article;
  const notes = edits.filter(
    ({ kind, removed }) => !removed && (kind === 'note' || kind === 'highlight'),
  );
  const texts: [number, string | null | undefined][] = [
    [HEADLINE, item.corrected.title],
    [HEADLINE, item.title],
    ...tagNames(item).map((name): [number, string] => [TAG, name]),
    [BYLINE, item.corrected.byline],
    [BYLINE, item.byline],
    [SITE, item.siteName],
    [SITE, hostOf(item.url)],
    ...notes.map(({ value }): [number, string | null] => [NOTE, value]),
    [BODY, article ? article.text : item.excerpt],
    [BODY, article?.kicker],
    [BODY, article?.deck],
  ];
  return texts.flatMap(([field, one]) => (one ? [{ field, text: one }] : []));
}

export function foldedTags(item: Item): string[] {
  return tagNames(item).map(foldWords);
}

function tagNames(item: Item): string[] {
  return item.tags.filter(({ removed }) => !removed).map(({ name }) => name);
}

/** What the index keeps of an item's state, a bit each, so that filters need no rows. */
export const DEAD = 1;
export const TRASHED = 2;
export const ARCHIVED = 4;
export const FAVOURITE = 8;
export const LINK = 16;
export const UNREAD = 32;
export const PARTIAL = 64;

export function stateOf(item: Item): number {
  return (
    (item.deletedAt === null ? 0 : TRASHED) |
    (item.archived ? ARCHIVED : 0) |
    (item.favourite ? FAVOURITE : 0) |
    (item.kind === 'link' ? LINK : 0) |
    (item.position === null ? UNREAD : 0) |
    (item.kind === 'article' && !item.complete ? PARTIAL : 0)
  );
}

/** A number of 53 bits for all that the index holds of an item but its state: alike, nothing is to be indexed anew. */
export function fingerprint(texts: readonly FieldText[], savedAt: number): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const add = (code: number): void => {
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  };
  for (const { field, text } of texts) {
    add(0x10000 + field);
    for (let at = 0; at < text.length; at++) add(text.charCodeAt(at));
  }
  for (const digit of String(savedAt)) add(digit.charCodeAt(0));
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
