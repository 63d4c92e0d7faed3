import type { Library } from '../database.ts';
import type { Item } from '../item.ts';
import { parseQuery } from './query.ts';
import { headlineMarks, passagesFor, searchLibrary } from './search.ts';

export interface SearchPage {
  results: SearchResult[];
  /** All that answer the query. */
  total: number;
  /** How many items are not searched as they are by now. */
  waiting: number;
  /** The filters found in what was typed. */
  chips: SearchChip[];
}

export interface SearchResult {
  item: Item;
  /** Matches in the headline as lists show it. */
  headline: Mark[];
  /** null for what has none, found by its site alone, and for what stands further down: see `passages`. */
  passage: Passage | null;
}

/** Start and end, UTF-16 offsets; several are in order and apart from one another. */
export type Mark = [start: number, end: number];

/** A piece of an article as it stands there, with what was searched for. */
export interface Passage {
  text: string;
  marks: Mark[];
}

export interface SearchChip {
  kind: 'site' | 'tag' | 'is';
  /** The filter as typed, to show and to take out again. */
  label: string;
}

/** Texts read in one transaction: a write waits for no more of them. */
const PASSAGES_AT_ONCE = 12;

/**
 * One page of results as pages ask for it, with the filters understood in what was typed. Passages
 * are read for the first `passages` results only, because each takes a text: with 0 the list stands
 * at once, and `passagesFor` brings those of the rows on the screen behind it.
 */
export async function answerSearch(
  library: Library,
  asked: { query: string; limit: number; offset: number; passages: number },
): Promise<SearchPage> {
  const { query, limit, offset } = asked;
  const { results, total, waiting } = await searchLibrary(library, query, { limit, offset });
  const items = results.map(({ item }) => item);
  const ids = items.slice(0, asked.passages).map(({ id }) => id);
  const titles = items.map(({ title, corrected }) => corrected.title ?? title);
  const passages = await answerPassages(library, { query, ids });
  const headlines = items.length === 0 ? [] : await headlineMarks(library, query, titles);
  return {
    results: items.map((item, index) => ({
      item,
      headline: headlines[index] ?? [],
      passage: passages[item.id] ?? null,
    })),
    total,
    waiting,
    chips: parseQuery(query).filters.map(({ kind, source }) => ({
      kind,
      label: query.slice(...source),
    })),
  };
}

/** A word nearly every text has, and the beginning of many. */
const USUAL = 'في ال';

/**
 * A search for nobody, so that a reader's first finds in memory what every search reads, and the code
 * compiled: of some 70 ms at ten thousand articles that leaves 15.
 */
export async function warmSearch(library: Library): Promise<void> {
  await answerSearch(library, { query: USUAL, limit: 10, offset: 0, passages: 2 });
}

/** The passages of some results, by their ids; those that have one. */
export async function answerPassages(
  library: Library,
  { query, ids }: { query: string; ids: readonly string[] },
): Promise<Record<string, Passage>> {
  const passages: [string, Passage][] = [];
  for (let at = 0; at < ids.length; at += PASSAGES_AT_ONCE) {
    const some = await passagesFor(library, query, ids.slice(at, at + PASSAGES_AT_ONCE));
    for (const [id, { text, marks }] of some) passages.push([id, { text, marks }]);
  }
  return Object.fromEntries(passages);
}
