import type { Library } from '../database.ts';
import { idsOf, readAround } from './around.ts';
import { batches } from './prepare.ts';
import { noCounts, type ImportCounts, type ImportOptions, type ImportSource } from './source.ts';
import { takeIn } from './take-in.ts';

/** Rows looked up in one transaction. */
const BATCH = 100;
/** Ids held, of some 60 bytes each. Of a file with more, the second of two rows may be counted as new. */
const MAX_IDS = 1_000_000;

/**
 * What an import would do, without doing it: reads the whole file, writes nothing. Rejects when the
 * signal is aborted, and with a `SourceError` when the file cannot be read to its end.
 */
export async function previewImport(
  library: Library,
  source: ImportSource,
  { signal, progress }: ImportOptions = {},
  maxIds = MAX_IDS,
): Promise<ImportCounts> {
  const counts = noCounts();
  /** Ids of rows that would be new by now: the second of two is not. */
  const taken = new Set<string>();
  for await (const { prepared, done } of batches(source, counts, () => BATCH)) {
    signal?.throwIfAborted();
    await library.transaction(
      'r',
      [library.items, library.texts, library.edits, library.pictures, library.purged],
      async () => {
        const around = await readAround(library, prepared);
        for (const row of prepared) {
          const { as, write } = takeIn(around, row, null);
          const ids = idsOf(row.entry);
          counts[as === 'new' && ids.some((id) => taken.has(id)) ? 'known' : as] += 1;
          if (as === 'new' && taken.size + ids.length <= maxIds) ids.forEach((id) => taken.add(id));
          if (write) around.put(write.after);
        }
      },
    );
    progress?.(done, source.total);
  }
  return counts;
}
