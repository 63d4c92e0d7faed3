import { LIBRARY_FORMAT, LIBRARY_FORMAT_VERSION, type LibraryFileRow } from '../library-format.ts';
import { textSink, type Sink } from '../sink.ts';
import { withoutDevices } from './anonymous.ts';
import { inTurn, type Exported, type ExportOptions } from './exported.ts';

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
