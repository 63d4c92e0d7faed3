import { record } from '../../library/shapes.ts';
import type { Found } from './rows.ts';

/** Karakeep's JSON, `{ bookmarks: […], lists: […] }`. Bookmarks of mere text have no page to open. */
export function isKarakeep(row: Record<string, unknown>): boolean {
  return 'content' in row && 'createdAt' in row && 'tags' in row;
}

export function karakeepRow(row: Record<string, unknown>): Found {
  const content = record(row['content']);
  if (content?.['type'] === 'text' || row['content'] === null) return { skipped: 'no-page' };
  const note = row['note'] ?? '';
  return {
    url: content?.['url'],
    title: row['title'],
    savedAt: row['createdAt'],
    tags: row['tags'],
    archived: row['archived'],
    notes: note === '' ? [] : [{ quote: null, text: note, at: row['createdAt'] }],
  };
}
