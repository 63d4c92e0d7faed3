import type { Entry, Purged } from '../item.ts';

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
