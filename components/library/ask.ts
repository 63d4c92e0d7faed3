import type { Mark, Passage, SearchChip } from '../../utils/library/search/answer.ts';
import { sendMessage } from '../../utils/messages.ts';
import { isSearching, queryOf, searchOf, type ListView } from './list-view.ts';
import type { Item } from '../../utils/library/item.ts';

/** The most rows the library answers at once. */
const PAGE = 500;

export interface Row {
  item: Item;
  /** Where it matches what is searched for. */
  passage: Passage | null;
  headline: Mark[];
}

export interface Rows {
  rows: Row[];
  /** All that answer; null where they were not counted and there are more. */
  total: number | null;
  /** Filters understood in what is typed. */
  chips: SearchChip[];
  /** How many articles are not searched as they are by now. */
  waiting: number;
}

/** Rows of a view from `offset` on, as many as there are up to `limit`, however large. */
export async function askRows(view: ListView, offset: number, limit: number): Promise<Rows> {
  const found = await askPage(view, offset, Math.min(limit, PAGE));
  while (found.rows.length < limit) {
    const at = offset + found.rows.length;
    if (found.total !== null && at >= found.total) break;
    const next = await askPage(view, at, Math.min(limit - found.rows.length, PAGE));
    if (next.rows.length === 0) break;
    found.rows.push(...next.rows);
    found.total = next.total;
  }
  return { ...found, rows: withoutDoubles(found.rows) };
}

/** The same rows with the passages of those that came without one. */
export async function withPassages(view: ListView, rows: readonly Row[]): Promise<Row[] | null> {
  const ids = rows.filter(({ passage }) => passage === null).map(({ item }) => item.id);
  if (!isSearching(view) || ids.length === 0) return null;
  const passages = await sendMessage('passages', { query: searchOf(view), ids });
  return rows.map((row) => ({ ...row, passage: row.passage ?? passages[row.item.id] ?? null }));
}

/** The id of every row that answers. */
export async function askAllIds(view: ListView): Promise<string[]> {
  const { rows } = await askRows(view, 0, Number.POSITIVE_INFINITY);
  return rows.map(({ item }) => item.id);
}

async function askPage(view: ListView, offset: number, limit: number): Promise<Rows> {
  if (isSearching(view)) {
    const { results, total, chips, waiting } = await sendMessage('search', {
      query: searchOf(view),
      offset,
      limit,
    });
    return { rows: [...results], total, chips, waiting };
  }
  const { items, total } = await sendMessage('listItems', { ...queryOf(view), offset, limit });
  const rows = items.map((item): Row => ({ item, passage: null, headline: [] }));
  return { rows, total, chips: [], waiting: 0 };
}

/** The library may have changed between two pages of it. */
function withoutDoubles(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.item.id, row])).values()];
}
