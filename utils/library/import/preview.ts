import type { Library } from '../database.ts';
import type { Item } from '../item.ts';
import { readAround } from './around.ts';
import { batches } from './prepare.ts';
import { noCounts, type ImportCounts, type ImportOptions, type ImportSource } from './source.ts';
import { outcomeCounter, takeIn } from './take-in.ts';

/** Rows that a preview names. */
const NAMED = 3;

/** What an import would do. UNTRUSTED, as all that a file says. */
export interface Foreseen extends ImportCounts {
  /** The first rows that are new or bring something, as they would be here. */
  first: Item[];
}

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
): Promise<Foreseen> {
  const counts = noCounts();
  const first: Item[] = [];
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
          const counted = count({ as, id }, as === 'new' ? row.entry.item.aliases : []);
          if (!write) continue;
          around.put(write.after);
          if ((counted === 'new' || counted === 'improved') && first.length < NAMED)
            first.push(write.after.item);
        }
      },
    );
    progress?.(done, source.total);
  }
  return { ...counts, first };
}
