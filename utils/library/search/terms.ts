import {
  afterDoubleLam,
  articleLength,
  articleLook,
  lightStem,
  prefixLengths,
} from '../../arabic/stem.ts';
import type { WordForm } from '../../arabic/search-words.ts';

/**
 * A term of the index: a word as written, under a key it is found by. The same word stands under
 * several keys where it can be read in several ways. Terms are sorted as strings, so that all of a
 * key, and all keys that begin alike, stand together.
 */
export interface Term extends WordForm {
  key: string;
  kind: string;
}

/** Under its stem, without an article: evidence that the rest of a longer word typed is itself a word. */
export const BARE = '0';
/** Under the stem of what follows the article: evidence that the letter after it is the word's own. */
export const WITH_ARTICLE = '1';
/** Under the stem of what follows one or two letters, which may be a prefix or the word's own. */
export const AFTER_ONE = '2';
export const AFTER_TWO = '3';
/** Under its first one or two letters, or those after its article. */
export const OPENING = '4';
/** A whole tag, words and all. */
export const WHOLE_TAG = '5';

/** Under a number that two words following one another have in common with few others: see `pairKey`. */
export const PAIR = '6';

/** Before the keys of those kinds, which are not to be met among words. */
const OPENING_KEY = '\u0001';
const TAG_KEY = '\u0002';
const PAIR_KEY = '\u0003';
/** Pairs of words share so many keys, a letter each, from a stretch without surrogates. */
const PAIR_KEYS = 0x8000;
const FIRST_PAIR = 0x4000;

export function openingKey(letters: string): string {
  return OPENING_KEY + letters;
}

export function tagKey(folded: string): string {
  return TAG_KEY + folded;
}

/**
 * The key of a word and the next. All pairs of a text as terms would make an index several times
 * the size; as numbers that one pair in thirty thousand shares they tell in which few texts a phrase
 * is worth looking for.
 */
export function pairKey(first: string, second: string): string {
  let hash = 0x811c9dc5;
  const add = (code: number): void => {
    hash = Math.imul(hash ^ code, 0x01000193);
  };
  for (let at = 0; at < first.length; at++) add(first.charCodeAt(at));
  add(0x20);
  for (let at = 0; at < second.length; at++) add(second.charCodeAt(at));
  const spread = (hash ^ (hash >>> 15)) >>> 0;
  return PAIR_KEY + String.fromCharCode(FIRST_PAIR + (spread % PAIR_KEYS));
}

export function pairTerm(first: string, second: string): string {
  return `${pairKey(first, second)}\t${PAIR}`;
}

function encodeTerm({ key, kind, folded, surface }: Term): string {
  const word = folded === key ? kind : kind + folded;
  // Joined, it lies in memory as one piece, which sorting goes through several times faster.
  return surface === folded ? [key, word].join('\t') : [key, word, surface].join('\t');
}

/** `rest`: an encoded term without its key and the tab after it. */
export function decodeTerm(key: string, rest: string): Term {
  const tab = rest.indexOf('\t');
  const folded = rest.slice(1, tab < 0 ? undefined : tab) || key;
  return { key, kind: rest.charAt(0), folded, surface: tab < 0 ? folded : rest.slice(tab + 1) };
}

/** What follows the article of a word as written; أ is never part of it («ألمانيا»). 0 without one. */
export function writtenArticle({ surface, folded }: WordForm): number {
  const length = articleLength(folded);
  return surface.startsWith(folded.slice(0, length)) ? length : 0;
}

/** By the word's own object: `searchTokens` gives one for all places where it is written alike. */
const known = new WeakMap<WordForm, readonly string[]>();

/** Under which keys a word stands, wherever it does. */
export function termsOf(word: WordForm): readonly string[] {
  let terms = known.get(word);
  if (!terms) known.set(word, (terms = makeTerms(word)));
  return terms;
}

function makeTerms(word: WordForm): string[] {
  const { surface, folded } = word;
  const article = writtenArticle(word);
  const own: Term = {
    key: lightStem(folded.slice(article)),
    kind: article ? WITH_ARTICLE : BARE,
    folded,
    surface,
  };
  const terms = new Map([[own.key, own]]);
  const add = (rest: string, kind: string): void => {
    const key = lightStem(rest);
    if (!terms.has(key)) terms.set(key, { key, kind, folded, surface });
  };
  const lam = afterDoubleLam(folded);
  if (lam !== null) add(lam, WITH_ARTICLE);
  for (const length of prefixLengths(folded)) {
    const rest = { surface: surface.slice(length), folded: folded.slice(length) };
    add(rest.folded.slice(writtenArticle(rest)), length === 1 ? AFTER_ONE : AFTER_TWO);
  }
  return [...terms.values()].map(encodeTerm);
}

/** Under which first letters a word of a short field stands besides. */
export function openingsOf({ surface, folded }: WordForm): string[] {
  const terms = new Set<string>();
  const add = (from: number, length: number): void => {
    const end = from + length;
    const key = openingKey(folded.slice(from, end));
    const shown = { folded: folded.slice(0, end), surface: surface.slice(0, end) };
    terms.add(encodeTerm({ key, kind: OPENING, ...shown }));
  };
  for (const length of [1, 2]) add(0, length);
  const article = articleLook(folded);
  if (article > 0 && article < folded.length) for (const length of [0, 1, 2]) add(article, length);
  return [...terms];
}

export function tagTerm(folded: string): string {
  return encodeTerm({ key: tagKey(folded), kind: WHOLE_TAG, folded, surface: folded });
}
