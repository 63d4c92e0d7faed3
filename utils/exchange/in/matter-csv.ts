import type { CsvFormat } from './rows.ts';

/** Matter's list. What is no longer in the queue was put away. */
export const MATTER_CSV: CsvFormat = {
  columns: ['title', 'url', 'in queue', 'last interaction date'],
  rowOf: (cell) => ({
    url: cell('url'),
    title: cell('title'),
    byline: cell('author'),
    siteName: cell('publisher'),
    savedAt: cell('last interaction date'),
    tags: (cell('tags') ?? '').split(';'),
    archived: cell('in queue')?.trim().toLowerCase() === 'false',
    favourite: cell('favorited'),
  }),
};
