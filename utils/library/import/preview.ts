import type { Library } from '../database.ts';
import { readAround } from './around.ts';
import { batches } from './prepare.ts';
import { noCounts, type ImportCounts, type ImportOptions, type ImportSource } from './source.ts';
import { outcomeCounter, takeIn } from './take-in.ts';

/** Rows looked up in one transaction. */
const BATCH = 100;

/**
 * What an import would do, without doing it: reads the whole file, writes nothing. Rejects when the
 * signal is aborted, and with a `SourceError` when the file cannot be read to its end.
 */
export async function previewImport(
  library: Library,
  source: ImportSource,
  { signal, progress }: ImportOptions = {},
  maxIds?: number,
): Promise<ImportCounts> {
  const counts = noCounts();
  const count = outcomeCounter(counts, maxIds);
  for await (const { prepared, done } of batches(source, counts, () => BATCH)) {
    signal?.throwIfAborted();
    await library.transaction(
      'r',
      [library.items, library.texts, library.edits, library.pictures, library.purged],
      async () => {
        const around = await readAround(library, prepared);
        for (const row of prepared) {
          const { as, id, write } = takeIn(around, row, null);
          count({ as, id }, as === 'new' ? row.entry.item.aliases : []);
          if (write) around.put(write.after);
        }
      },
    );
    progress?.(done, source.total);
  }
  return counts;
}
