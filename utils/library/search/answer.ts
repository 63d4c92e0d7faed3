import type { SearchPage } from '../../messages.ts';
import type { Library } from '../database.ts';
import { parseQuery } from './query.ts';
import { passagesFor, searchLibrary } from './search.ts';

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
  const { results, total } = await searchLibrary(library, query, { limit, offset });
  const ids = results.slice(0, asked.passages).map(({ item }) => item.id);
  const passages = new Map<string, SearchPage['results'][number]['passage']>();
  for (let at = 0; at < ids.length; at += PASSAGES_AT_ONCE) {
    const some = await passagesFor(library, query, ids.slice(at, at + PASSAGES_AT_ONCE));
    for (const [id, { text, marks }] of some) passages.set(id, { text, marks });
  }
  return {
    results: results.map(({ item }) => ({ item, passage: passages.get(item.id) ?? null })),
    total,
    chips: parseQuery(query).filters.map(({ kind, source }) => ({
      kind,
      label: query.slice(...source),
    })),
  };
}
