import type { CsvFormat } from './rows.ts';

/**
 * Instapaper's list: `URL,Title,Selection,Folder`, newer files with `Timestamp,Tags`. Three folders
 * say a state, any other is the reader's own and becomes a tag. Tags are a JSON list in a cell.
 */
export const INSTAPAPER_CSV: CsvFormat = {
  columns: ['url', 'title', 'selection', 'folder'],
  rowOf: (cell) => {
    const folder = cell('folder')?.trim() ?? '';
    const known = folder.toLowerCase();
    const tags = tagsOf(cell('tags') ?? '');
    if (!tags) return { faulty: 'type' };
    const own = ['', 'unread', 'archive', 'starred'].includes(known) ? [] : [folder];
    return {
      url: cell('url'),
      title: cell('title'),
      excerpt: cell('selection'),
      savedAt: cell('timestamp'),
      tags: [...own, ...tags],
      archived: known === 'archive',
      favourite: known === 'starred',
    };
  },
  isWhole: (cell) => cell('tags') === undefined || tagsOf(cell('tags')!) !== null,
};

/** null where the cell is no list; what stands in the list is checked with the row. */
function tagsOf(cell: string): unknown[] | null {
  if (cell.trim() === '') return [];
  try {
    const tags: unknown = JSON.parse(cell);
    return Array.isArray(tags) ? (tags as unknown[]) : null;
  } catch {
    return null;
  }
}
