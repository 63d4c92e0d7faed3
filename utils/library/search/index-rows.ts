import type { Block } from './blocks.ts';

/**
 * How the index lies in the database. It is made of segments that never change: documents with
 * numbers of their own, newest first, and blocks of terms. What changes is one row, the head: which
 * segments count, the state of each of their documents, how far the log of changes has been
 * followed. Whoever writes puts a new head in the same transaction, so that one cut off leaves the
 * index as it was; rows no head tells of are swept away later.
 */

export interface SearchHead {
  key: 'head';
  format: number;
  /** Another one after every drop, so that nothing read before it is taken for what was made after. */
  epoch: string;
  /** Counts the writes: whoever prepared one on an older head begins again. */
  turn: number;
  /** Number of the last change followed. */
  cursor: number;
  /** While made anew from the rows: the last id done, '' before the first. Else null. */
  rebuilding: string | null;
  segments: SegmentState[];
  nextSegment: number;
  merging: Merging | null;
  /** Segments, whole or begun, whose rows are to be swept away. */
  garbage: number[];
}

export interface SegmentState {
  id: number;
  /** A byte a document, bits as in `fields.ts`. */
  states: Uint8Array<ArrayBuffer>;
  /** It holds words of what is no longer in the library: to be written anew. */
  stale: boolean;
}

/** A segment being made of others, a few blocks at a time. */
export interface Merging {
  id: number;
  sources: number[];
  /** The last term written, null before the first. */
  last: string | null;
  blocks: number;
  parts: number;
}

/** What every search needs of a segment comes first, to be read in one go. */
export const AGES = 0;
export const DIRECTORY = 1;
export const NAMES = 2;
export const BLOCK = 3;
export const ORIGINS = 4;

interface Place<Kind extends number> {
  segment: number;
  kind: Kind;
  number: number;
}
/** When each document was saved, milliseconds since the epoch. */
export interface AgesRow extends Place<typeof AGES> {
  savedAt: Float64Array<ArrayBuffer>;
}
export interface NamesRow extends Place<typeof NAMES> {
  /** Ids one after the other, each `ID_LENGTH` long. */
  ids: string;
  fingerprints: Float64Array<ArrayBuffer>;
}
/** First keys of some blocks, in their order, a line each. */
export interface DirectoryRow extends Place<typeof DIRECTORY> {
  keys: string;
}
export interface BlockRow extends Place<typeof BLOCK>, Block {}
/** For each document of a segment being made, index of its source and number there. */
export interface OriginsRow extends Place<typeof ORIGINS> {
  sources: Uint8Array<ArrayBuffer>;
  numbers: Uint32Array<ArrayBuffer>;
}
export type SearchRow = AgesRow | NamesRow | DirectoryRow | BlockRow | OriginsRow;

export const ID_LENGTH = 32;
