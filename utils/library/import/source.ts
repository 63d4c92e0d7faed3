import type { Entry, Purged } from '../item.ts';

/** One row of a file to import, checked and within bounds. */
export type ImportRow =
  | { entry: Entry }
  /** Not of its shape, with the reason in a word. */
  | { faulty: string }
  /** Sound, and not one for the library. */
  | { skipped: string }
  /** The record of something deleted for good where the file was made. Deletes nothing here. */
  | { purged: Purged };

/** A file as the engine reads it: once for the preview, once more for the import. */
export interface ImportSource {
  /** Rows it says to hold, for the progress bar; null where it does not say. */
  total: number | null;
  /** Throws when the file as a whole turns out to be no good. */
  rows(): AsyncIterable<ImportRow>;
  /** The bytes of a picture, by hash; null where it has none that can be read. They are checked against the hash. */
  picture(hash: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** What an import would do, or has done. All but the purged records count into `total`. */
export interface ImportCounts {
  new: number;
  /** Here already, and nothing to add to it. */
  known: number;
  /** Here already, and given what was missing. */
  improved: number;
  /** Of an article that was new and stood in the file before: the two are taken as one. */
  twice: number;
  /** Live in the file, and deleted here: in the trash, or purged. Left out unless brought back. */
  deletedBefore: number;
  faulty: number;
  skipped: number;
  total: number;
  /** Pictures the file should have had and has not, or not whole; known once it has been imported. */
  lostPictures: number;
  /** How often each reason of the faulty and skipped rows. */
  reasons: Map<string, number>;
}

export interface ImportOptions {
  signal?: AbortSignal;
  /** Rows done; of how many, where that is known. */
  progress?: (done: number, total: number | null) => void;
}

export function noCounts(): ImportCounts {
  return {
    new: 0,
    known: 0,
    improved: 0,
    twice: 0,
    deletedBefore: 0,
    faulty: 0,
    skipped: 0,
    total: 0,
    lostPictures: 0,
    reasons: new Map(),
  };
}

/** The file could not be read to its end: `cause` says why in the words of its format. */
export class SourceError extends Error {
  constructor(cause: unknown) {
    super('The file to import cannot be read', { cause });
    this.name = 'SourceError';
  }
}
