import type { Library } from '../database.ts';
import type { Purged } from '../item.ts';
import type { Entry } from '../merge.ts';

/**
 * What one transaction of an import has done, written in that transaction: from these an import
 * that was cancelled, or cut off at any moment, is taken back. The last transaction of an import that
 * came to its end clears them, and with that it is done.
 */
export interface ImportRecord {
  seq: number;
  run: string;
  /** The last entry in the log of changes before its own: what another has written since stands behind it. */
  since: number;
  /** Of the rows (multi-entry index): what may go again is known without reading them. */
  ids: string[];
  rows: WrittenRow[];
  /** Hashes of pictures whose bytes were not here. */
  bytes: string[];
  /** Records of purging that were added; with another time it is the reader's own, made since. */
  purged: Purged[];
  /** Records of purging that were taken away because the row came back. */
  unpurged: Purged[];
}

/** A row that was not here, or one that was, with both its states. */
export type WrittenRow = { id: string; before: null } | { id: string; before: Entry; after: Entry };

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
