import type { Item } from '../../library/item.ts';
import type { Entry } from '../../library/merge.ts';
import { withoutDevices } from './anonymous.ts';
import { inTurn, type Exported, type ExportOptions } from './exported.ts';
import { textSink, type Sink } from '../sink.ts';

export const LIBRARY_FORMAT = 'warraq-library';
/** Of the file's own shape; what is in a row says its own schema. */
export const LIBRARY_FORMAT_VERSION = 1;

/** The library as one JSON file, without pictures: for other programs, and for our own import. */
export interface LibraryFile {
  format: typeof LIBRARY_FORMAT;
  version: typeof LIBRARY_FORMAT_VERSION;
  /** ISO 8601 UTC. */
  exportedAt: string;
  articles: LibraryFileRow[];
}

/** An `Entry` of the library without its pictures, and without which device set what. */
export interface LibraryFileRow extends Omit<Entry, 'item' | 'pictures'> {
  /** Without what is derived at every write. */
  item: Omit<Item, 'sort' | 'thumbnail'>;
  pictures: [];
}

/** Writes a `LibraryFile`, one article a line, so that it can be read line by line too. */
export async function exportJson(
  articles: AsyncIterable<Exported>,
  write: Sink,
  options: ExportOptions & { now: number },
): Promise<void> {
  const out = textSink(write);
  const head = {
    format: LIBRARY_FORMAT,
    version: LIBRARY_FORMAT_VERSION,
    exportedAt: new Date(options.now).toISOString(),
  };
  await out.write(`${JSON.stringify(head).slice(0, -1)},"articles":[`);
  let before = '\n';
  for await (const article of inTurn(articles, options)) {
    await out.write(before + JSON.stringify(rowOf(article)));
    before = ',\n';
  }
  await out.write('\n]}\n');
  await out.end();
}

function rowOf({ item, text, edits }: Exported): LibraryFileRow {
  const entry = withoutDevices({ item, text, edits: [...edits], pictures: [] });
  const kept: Partial<Record<string, unknown>> = { ...entry.item };
  delete kept['sort'];
  delete kept['thumbnail'];
  return { ...entry, item: kept as LibraryFileRow['item'], pictures: [] };
}
