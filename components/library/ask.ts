import { sendMessage, type Passage, type SearchChip } from '../../utils/messages.ts';
import { isSearching, queryOf, searchOf, type ListView } from './list-view.ts';
import type { Item } from '../../utils/library/item.ts';

/** The most rows the library answers at once. */
const PAGE = 500;

export interface Row {
  item: Item;
  /** Where it matches what is searched for. */
  passage: Passage | null;
}

export interface Rows {
  rows: Row[];
  /** All that answer. */
  total: number;
  /** Filters understood in what is typed. */
  chips: SearchChip[];
}

/** Rows of a view from `offset` on, as many as there are up to `limit`, however large. */
export async function askRows(view: ListView, offset: number, limit: number): Promise<Rows> {
  const found = await askPage(view, offset, Math.min(limit, PAGE));
  while (found.rows.length < limit) {
    const at = offset + found.rows.length;
    if (at >= found.total) break;
    const { rows } = await askPage(view, at, Math.min(limit - found.rows.length, PAGE));
    if (rows.length === 0) break;
    found.rows.push(...rows);
  }
  return { ...found, rows: withoutDoubles(found.rows) };
}

/** The id of every row that answers. */
export async function askAllIds(view: ListView): Promise<string[]> {
  const { rows } = await askRows(view, 0, Number.POSITIVE_INFINITY);
  return rows.map(({ item }) => item.id);
}

async function askPage(view: ListView, offset: number, limit: number): Promise<Rows> {
  if (isSearching(view)) {
    const { results, total, chips } = await sendMessage('search', {
      query: searchOf(view),
      offset,
      limit,
    });
    return { rows: [...results], total, chips };
  }
  const { items, total } = await sendMessage('listItems', { ...queryOf(view), offset, limit });
  return { rows: items.map((item) => ({ item, passage: null })), total, chips: [] };
}

/** The library may have changed between two pages of it. */
function withoutDoubles(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.item.id, row])).values()];
}
