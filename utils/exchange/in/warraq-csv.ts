import { asWritten } from '../harmless-cell.ts';
import { splitTags } from '../tag-cell.ts';
import type { CsvFormat } from './rows.ts';

/** To the millisecond, as it was written: else every row would differ from what is here by less than a second. */
function momentIn(cell: string): number | string | null {
  const at = Date.parse(cell);
  return Number.isNaN(at) ? cell || null : at;
}

/** Our own list, as `out/csv.ts` writes it or a spreadsheet has saved it since. Every row comes as a link. */
export const WARRAQ_CSV: CsvFormat = {
  columns: ['title', 'url', 'byline', 'site', 'published', 'saved', 'tags', 'status', 'favourite'],
  rowOf: (cell) => {
    const written = (column: string): string => asWritten(cell(column) ?? '');
    const status = written('status').trim().toLowerCase();
    if (status === 'trash') return { skipped: 'deleted' };
    return {
      url: written('url'),
      title: written('title'),
      byline: written('byline'),
      siteName: written('site'),
      publishedTime: written('published') || null,
      savedAt: momentIn(written('saved')),
      tags: splitTags(written('tags')),
      archived: status === 'archive',
      favourite: written('favourite').trim(),
      notes: written('note')
        .split(/(?:\r?\n){2,}/u)
        .map((text) => ({ quote: null, text, at: null })),
    };
  },
};
