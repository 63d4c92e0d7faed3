import type { Library } from '../../library/database.ts';
import { hiddenBlocks } from '../../library/edits/block-edits.ts';
import { shelfIds } from '../../library/shelf-ids.ts';
import type { Sink } from '../sink.ts';
import { writeBackup } from './backup.ts';
import { exportCsv } from './csv.ts';
import { exportEpub } from './epub.ts';
import type { Exported, ExportOptions, ExportWords } from './exported.ts';
import type { ExportFormat } from './formats.ts';
import { exportHtml } from './html.ts';
import { exportJson } from './json.ts';
import { exportMarkdown } from './markdown.ts';
import { readExported } from './read-exported.ts';

export interface ExportOrder {
  format: ExportFormat;
  /**
   * What to export, in this order; null for all: in a backup with the trash and the records of what
   * was deleted for good, in the others what is not in the trash, the last saved first.
   */
  ids: readonly string[] | null;
  /** Of a page with a window: what sanitises needs one. */
  document: Document;
  words: ExportWords;
  /** Milliseconds since the epoch. */
  now: number;
  /** Version of the extension. */
  app: string;
  signal: AbortSignal;
  progress: (done: number, total: number) => void;
}

/** Files to read, which have an article as it is shown; the others have all of it, with what was done to it. */
const AS_SHOWN = new Set<ExportFormat>(['html', 'markdown', 'epub']);

/** Nothing to export is no export: an empty file would be taken for a copy of something. */
class NothingToExport extends Error {
  constructor() {
    super('There is nothing to export');
    this.name = 'NothingToExport';
  }
}

/**
 * Writes a file of the library, piece by piece. Answers how many blocks that the reader has hidden are
 * left out of its articles. Rejects with the signal's reason when it is aborted,
 * with `NothingToExport`, and when reading or writing fails: what was written by then is no file.
 */
export async function exportLibrary(
  library: Library,
  order: ExportOrder,
  write: Sink,
): Promise<number> {
  const { format, ids, now, signal, progress } = order;
  if (format === 'backup') {
    const count = ids === null ? await library.items.count() : ids.length;
    if (count === 0) throw new NothingToExport();
    await writeBackup(library, { ids, now, app: order.app, signal, progress }, write);
    return 0;
  }
  const chosen = ids ?? (await shelfIds(library, ['list', 'archive']));
  if (chosen.length === 0) throw new NothingToExport();
  const onProgress = (done: number): void => progress(done, chosen.length);
  let hidden = 0;
  const counted = async function* (): AsyncGenerator<Exported> {
    for await (const exported of readExported(library, chosen)) {
      if (AS_SHOWN.has(format) && exported.text) hidden += hiddenBlocks(exported.edits).size;
      yield exported;
    }
  };
  await writeArticles(library, chosen, counted(), { ...order, format, onProgress }, write);
  return hidden;
}

type ArticlesOrder = Pick<ExportOrder, 'document' | 'words' | 'now'> &
  ExportOptions & { format: Exclude<ExportFormat, 'backup'> };

async function writeArticles(
  library: Library,
  ids: readonly string[],
  articles: AsyncIterable<Exported>,
  order: ArticlesOrder,
  write: Sink,
): Promise<void> {
  switch (order.format) {
    case 'html': {
      const rows = await library.items.bulkGet([...ids]);
      return exportHtml(articles, write, { ...order, contents: rows.filter((row) => !!row) });
    }
    case 'markdown':
      return exportMarkdown(articles, write, order);
    case 'epub': {
      // Loaded for this alone: the font is most of it.
      const { epubFont } = await import('./epub-font.ts');
      return exportEpub(articles, write, { ...order, font: epubFont() });
    }
    case 'csv':
      return exportCsv(articles, write, order);
    case 'json':
      return exportJson(articles, write, order);
  }
}
