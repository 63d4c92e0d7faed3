import type { CsvFormat } from './rows.ts';

/** Pocket's list, with and without the column `cursor`. Seconds; tags between bars. */
export const POCKET_CSV: CsvFormat = {
  columns: ['title', 'url', 'time_added', 'status'],
  rowOf: (cell) => ({
    url: cell('url'),
    title: cell('title'),
    savedAt: cell('time_added'),
    tags: (cell('tags') ?? '').split('|'),
    archived: cell('status')?.trim().toLowerCase() === 'archive',
  }),
  isWhole: (cell) => ['unread', 'archive', 'read'].includes(cell('status')?.trim() ?? ''),
};
