import { foldWords } from '../../arabic/fold.ts';
import type { Library } from '../database.ts';
import type { Item } from '../item.ts';
import { readSearched } from './catch-up.ts';
import { ALL_FIELDS, FIELDS, LETTER_FIELDS, SITE, TAG, type Field } from './fields.ts';
import { marksIn, passageOf, type Passage, type Sought } from './passage.ts';
import { holdsPhrases, phraseWords } from './phrase.ts';
import { isLetter, parseQuery, typedWords, type Phrase, type Query, type State } from './query.ts';
import { bestNamed, bestOf, type NamedCandidate, type SourceHits } from './rank.ts';
import { resolveWords, type Resolved, type Source } from './resolve.ts';
import { readSources } from './sources.ts';
import { pairKey, tagKey } from './terms.ts';
import { FOLDED_BEGINS, searchedKey, searchedWord, type SearchedWord } from './word-match.ts';

export type Level = 'surface' | 'folded' | 'stem';
const LEVELS = ['surface', 'folded', 'stem'] as const;

export interface SearchResult {
  item: Item;
  /** The weightiest field a word stands in. */
  field: Field;
  /** Of the word that is answered worst. */
  level: Level;
}

export interface SearchAnswer {
  /** Best first; newer first where two are worth the same. */
  results: SearchResult[];
  /** How many answer in all; with phrases, how many may. */
  total: number;
  /** There are more than these results, or may be. */
  more: boolean;
  /** Items not searched as they are by now: the index is still being made, or has much to follow. */
  waiting: number;
}

/** Texts read to confirm phrases; what stands behind so many is not looked at. */
const MOST_CONFIRMED = 120;
const CONFIRMED_AT_ONCE = 12;

/**
 * Searches headlines, bylines, sites, tags, notes and texts of all that is not in the trash. Every
 * word must stand somewhere. The last word typed, nothing behind it, may be the beginning of one.
 * Without words, phrases and filters there are no results. Texts are read only for phrases and for
 * what the index does not know yet.
 *
 * @param limit most results answered
 * @param offset results passed over, for the next page; those before it must be found again
 */
export async function searchLibrary(
  library: Library,
  typed: string,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<SearchAnswer> {
  const query = parseQuery(typed);
  if (isEmpty(query)) return { results: [], total: 0, more: false, waiting: 0 };
  return reading(library, async () => {
    const { sources, waiting } = await readSources(library);
    const asked = askedOf(query);
    const resolved = await resolveWords(library, sources, asked.all);
    const phrases = query.phrases.map(phraseWords);
    const end = offset + limit;
    const wanted = phrases.length > 0 ? Math.max(MOST_CONFIRMED, end) : end;
    const { best, total } = await candidates(library, sources, asked, resolved, wanted);
    const { results, dropped, passed } =
      phrases.length > 0
        ? await confirmed(library, best, end, (searched) => holdsPhrases(searched, phrases))
        : await plain(library, best, offset);
    const more = total > passed || resolved.isCut;
    const page = phrases.length > 0 ? results.slice(offset) : results;
    return { results: page, total: total - dropped, more, waiting };
  });
}

/**
 * The passages of some items that answer a query, for rows that can be seen. An item without one
 * (found by its site, say) has none here.
 */
export function passagesFor(
  library: Library,
  typed: string,
  ids: readonly string[],
): Promise<Map<string, Passage>> {
  const query = parseQuery(typed);
  return reading(library, async () => {
    const sought = await readSought(library, query);
    const passages = new Map<string, Passage>();
    for (const id of ids) {
      const searched = await readSearched(library, id);
      const passage = searched && passageOf(searched, sought);
      if (passage) passages.set(id, passage);
    }
    return passages;
  });
}

/** What to mark in some headlines, UTF-16 offsets [start, end) in each. */
export function headlineMarks(
  library: Library,
  typed: string,
  headlines: readonly string[],
): Promise<[start: number, end: number][][]> {
  const query = parseQuery(typed);
  return reading(library, async () => {
    const sought = await readSought(library, query);
    return headlines.map((text) =>
      marksIn(text, 1, sought).map(({ start, end }): [number, number] => [start, end]),
    );
  });
}

function reading<T>(library: Library, read: () => Promise<T>): Promise<T> {
  const { search, searchRows, changes, items, texts, edits } = library;
  return library.transaction('r', [search, searchRows, changes, items, texts, edits], read);
}

async function readSought(library: Library, query: Query): Promise<Sought> {
  const { sources } = await readSources(library);
  const words = ownWords(query);
  const { evidence } = await resolveWords(library, sources, words);
  return { words, phrases: query.phrases.map(phraseWords), evidence };
}

function isEmpty({ words, phrases, filters }: Query): boolean {
  return words.length === 0 && phrases.length === 0 && filters.length === 0;
}

/** All the words to be looked up, the query's own before those of its filters. */
interface Asked {
  all: SearchedWord[];
  /** How many of them are the query's own. */
  own: number;
  states: State[];
}

function askedOf(query: Query): Asked {
  const { phrases, filters } = query;
  // Of a phrase still being typed the text itself tells how it goes on: a letter or two are no key.
  const inPhrases = phrases.flatMap((phrase) => phrase.words).filter(({ isPrefix }) => !isPrefix);
  const own = [
    ...ownWords(query),
    ...inPhrases.map((word) => searchedWord(word, ALL_FIELDS, FOLDED_BEGINS)),
  ];
  const others = filters.flatMap((filter) => {
    if (filter.kind === 'is') return [];
    if (filter.kind === 'tag') {
      return [searchedKey(tagKey(foldWords(filter.value)), 1 << TAG, filter.isPrefix)];
    }
    return typedWords(filter.value, filter.isPrefix).map((word) =>
      searchedWord(word, 1 << SITE, FOLDED_BEGINS),
    );
  });
  const states = filters.flatMap((filter) => (filter.kind === 'is' ? [filter.value] : []));
  const pairs = phrases.flatMap(pairsOf).map((key) => searchedKey(key, ALL_FIELDS, false));
  return { all: [...own, ...others, ...pairs], own: own.length, states };
}

/** The words that are in no phrase. A single letter by itself is the beginning of a query, and not looked for in texts. */
function ownWords({ words, phrases }: Query): SearchedWord[] {
  const isAlone = words.length === 1 && phrases.length === 0;
  return words.map((word) =>
    searchedWord(word, isAlone && isLetter(word) ? LETTER_FIELDS : ALL_FIELDS),
  );
}

/** Keys of the words of a phrase that follow one another, all letters of both known. */
function pairsOf({ words }: Phrase): string[] {
  return words.slice(1).flatMap(({ folded, isPrefix }, index) => {
    const before = words[index]?.folded;
    return before === undefined || isPrefix ? [] : [pairKey(before, folded)];
  });
}

async function candidates(
  library: Library,
  sources: readonly Source[],
  { all, own, states }: Asked,
  { hits }: Resolved,
  limit: number,
): Promise<{ best: NamedCandidate[]; total: number }> {
  const found = sources.map((source, index) => {
    const lists = all.map((word, at) => ({ fields: word.fields, hits: hits[at]?.[index] ?? [] }));
    const given: SourceHits = { source, words: lists.slice(0, own), filters: lists.slice(own) };
    return bestOf(given, states, limit);
  });
  return {
    best: await bestNamed(
      library,
      found.flatMap(({ best }) => best),
      limit,
    ),
    total: found.reduce((sum, { total }) => sum + total, 0),
  };
}

interface Read {
  results: SearchResult[];
  /** How many of the candidates looked at are none. */
  dropped: number;
  /** How many were looked at. */
  passed: number;
}

async function plain(
  library: Library,
  best: readonly NamedCandidate[],
  offset: number,
): Promise<Read> {
  const wanted = best.slice(offset);
  const items = await library.items.bulkGet(wanted.map(({ id }) => id));
  const results = wanted.flatMap((candidate, index) => resultOf(candidate, items[index]));
  return { results, dropped: wanted.length - results.length, passed: best.length };
}

async function confirmed(
  library: Library,
  best: readonly NamedCandidate[],
  limit: number,
  holds: (searched: NonNullable<Awaited<ReturnType<typeof readSearched>>>) => boolean,
): Promise<Read> {
  const results: SearchResult[] = [];
  let passed = 0;
  while (passed < best.length && results.length < limit) {
    const some = best.slice(passed, passed + CONFIRMED_AT_ONCE);
    const read = await Promise.all(some.map(({ id }) => readSearched(library, id)));
    for (const [index, candidate] of some.entries()) {
      if (results.length >= limit) break;
      passed += 1;
      const searched = read[index];
      if (searched && holds(searched)) results.push(...resultOf(candidate, searched.item));
    }
  }
  return { results, dropped: passed - results.length, passed };
}

function resultOf({ rank, field }: NamedCandidate, item: Item | undefined): SearchResult[] {
  if (!item || item.deletedAt !== null) return [];
  return [{ item, field: FIELDS[field] ?? 'body', level: LEVELS[rank >> 1] ?? 'stem' }];
}
