import type { I18n } from '../../utils/i18n.ts';
import type { Row } from './ask.ts';
import { isSearching, type ListView } from './list-view.ts';

/** Rows drawn and left out together. */
const CHUNK = 30;

export interface Group {
  /** What stands over it; null where it goes on from the chunk before, or nothing does. */
  day: string | null;
  rows: Row[];
}

/** Rows in chunks; in the order of saving in runs of one day each. */
export function chunksOf(rows: readonly Row[], view: ListView, i18n: I18n): Group[][] {
  const byDay = view.order === 'saved' && !isSearching(view);
  const now = Date.now();
  const chunks: Group[][] = [];
  let last: string | null = null;
  for (let at = 0; at < rows.length; at += CHUNK) {
    const groups: Group[] = [];
    for (const row of rows.slice(at, at + CHUNK)) {
      const day: string | null = byDay ? i18n.relativeDay(row.item.savedAt, now) : null;
      const group = groups.at(-1);
      if (group && day === last) group.rows.push(row);
      else groups.push({ day: day === last ? null : day, rows: [row] });
      last = day;
    }
    chunks.push(groups);
  }
  return chunks;
}
