import { Dexie } from 'dexie';
import type { Library } from '../database.ts';
import type { Block } from './blocks.ts';
import {
  BLOCK,
  DIRECTORY,
  DOCUMENTS,
  DOCUMENTS_A_ROW,
  ID_LENGTH,
  type BlockRow,
  type DirectoryRow,
  type DocumentsRow,
  type SearchRow,
} from './stored.ts';

/** A segment as it is read: all but its blocks. */
export interface Segment {
  id: number;
  count: number;
  documents: Documents;
  /** Of each block the key of its first term. */
  firstKeys: readonly string[];
  /** Its blocks, where it lies in memory and in no table. */
  blocks?: readonly Block[];
}

/** The documents of a segment by their numbers, newest first. */
export interface Documents {
  ids: string;
  /** Milliseconds since the epoch. */
  savedAt: Float64Array<ArrayBuffer>;
  fingerprints: Float64Array<ArrayBuffer>;
}

export interface DocumentGiven {
  id: string;
  savedAt: number;
  fingerprint: number;
}

export function documentsOf(given: readonly DocumentGiven[]): Documents {
  return {
    ids: given.map(({ id }) => paddedId(id)).join(''),
    savedAt: Float64Array.from(given, ({ savedAt }) => savedAt),
    fingerprints: Float64Array.from(given, ({ fingerprint }) => fingerprint),
  };
}

function paddedId(id: string): string {
  if (id.length > ID_LENGTH) throw new RangeError(`Not an id: ${id}`);
  return id.padEnd(ID_LENGTH);
}

export function idAt({ ids }: Documents, number: number): string {
  return ids.slice(number * ID_LENGTH, (number + 1) * ID_LENGTH).trimEnd();
}

/** The number of an item in a segment, or -1. It has one at most. */
export function numberOf({ ids }: Documents, id: string): number {
  const padded = paddedId(id);
  let at = ids.indexOf(padded);
  while (at >= 0 && at % ID_LENGTH !== 0) at = ids.indexOf(padded, at + 1);
  return at < 0 ? -1 : at / ID_LENGTH;
}

/** Newest first, as in every segment; of one moment by id. */
export function byAge(a: DocumentGiven, b: DocumentGiven): number {
  return b.savedAt - a.savedAt || (a.id < b.id ? -1 : Number(a.id > b.id));
}

export function documentRows(segment: number, documents: Documents): DocumentsRow[] {
  const rows: DocumentsRow[] = [];
  for (let start = 0; start < documents.savedAt.length; start += DOCUMENTS_A_ROW) {
    const end = start + DOCUMENTS_A_ROW;
    rows.push({
      segment,
      kind: DOCUMENTS,
      number: rows.length,
      ids: documents.ids.slice(start * ID_LENGTH, end * ID_LENGTH),
      savedAt: documents.savedAt.slice(start, end),
      fingerprints: documents.fingerprints.slice(start, end),
    });
  }
  return rows;
}

export function directoryRow(
  segment: number,
  number: number,
  keys: readonly string[],
): DirectoryRow {
  return { segment, kind: DIRECTORY, number, keys: keys.join('\n') };
}

export function blockRows(segment: number, first: number, blocks: readonly Block[]): BlockRow[] {
  return blocks.map((block, index) => ({
    segment,
    kind: BLOCK,
    number: first + index,
    ...block,
  }));
}

/** Inside the caller's transaction. */
export async function readSegment(library: Library, id: number): Promise<Segment> {
  const rows: SearchRow[] = await library.searchRows
    .where('[segment+kind+number]')
    .between([id, DOCUMENTS, 0], [id, DIRECTORY, Dexie.maxKey])
    .toArray();
  const parts = rows.filter((row) => row.kind === DOCUMENTS);
  const documents: Documents = {
    ids: parts.map(({ ids }) => ids).join(''),
    savedAt: joined(parts.map(({ savedAt }) => savedAt)),
    fingerprints: joined(parts.map(({ fingerprints }) => fingerprints)),
  };
  const firstKeys = rows
    .filter((row) => row.kind === DIRECTORY)
    .flatMap(({ keys }) => keys.split('\n'));
  return { id, count: documents.savedAt.length, documents, firstKeys };
}

function joined(parts: readonly Float64Array<ArrayBuffer>[]): Float64Array<ArrayBuffer> {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The last block of which it is known that it begins before a key, so that the key may stand in it. */
export function blockBefore(firstKeys: readonly string[], key: string): number {
  let low = 0;
  let high = firstKeys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firstKeys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return Math.max(low - 1, 0);
}
