import type { Library } from '../database.ts';

/** Held for as long as an import runs: where nobody holds it, what the journal tells of is forsaken. */
export const IMPORTING = 'library-import';

/** The tables an import writes, in one transaction. */
export function inImport<T>(library: Library, work: () => Promise<T>): Promise<T> {
  const { items, texts, edits, pictures, bytes, purged, changes, importJournal } = library;
  return library.transaction(
    'rw',
    [items, texts, edits, pictures, bytes, purged, changes, importJournal],
    work,
  );
}

/**
 * Ids of the rows of an import that is under way or waits to be taken back: they may go again, so
 * nothing should be built on them, and the log of changes is needed from the first of them on. To be
 * asked in a transaction over `importJournal`.
 */
export async function idsUnderImport(library: Library): Promise<ReadonlySet<string>> {
  return new Set((await library.importJournal.orderBy('ids').uniqueKeys()) as string[]);
}
