import { Dexie } from 'dexie';
import type { Library } from '../database.ts';
import type { Block } from './blocks.ts';
import {
  AGES,
  BLOCK,
  DIRECTORY,
  ID_LENGTH,
  NAMES,
  type BlockRow,
  type DirectoryRow,
  type SearchRow,
} from './index-rows.ts';

/** A segment as it is read: all but its blocks, and its documents' names only when they are asked for. */
export interface Segment {
  id: number;
  count: number;
  /** Of each document, newest first, in milliseconds since the epoch. */
  savedAt: Float64Array<ArrayBuffer>;
  /** Of each block the key of its first term. */
  firstKeys: readonly string[];
  /** Its blocks, where it lies in memory and in no table. */
  blocks?: readonly Block[];
  /** As far as they have been read. */
  names: Map<number, Names>;
}

/** The documents of a segment by their numbers, so many together. */
export interface Names {
  /** One after the other, each `ID_LENGTH` long. */
  ids: string;
  fingerprints: Float64Array<ArrayBuffer>;
}
/** So many a row, and ages: no value grows past what browsers keep in the row itself. */
const NAMES_A_ROW = 1000;
const AGES_A_ROW = 4000;

export interface DocumentGiven {
  id: string;
  savedAt: number;
  fingerprint: number;
}

/** What of a segment's documents is kept apart from its blocks. */
export interface Documents {
  savedAt: Float64Array<ArrayBuffer>;
  names: Map<number, Names>;
}

export function documentsOf(given: readonly DocumentGiven[]): Documents {
  const names = new Map<number, Names>();
  for (let start = 0; start < given.length; start += NAMES_A_ROW) {
    const some = given.slice(start, start + NAMES_A_ROW);
    names.set(names.size, {
      ids: some.map(({ id }) => paddedId(id)).join(''),
      fingerprints: Float64Array.from(some, ({ fingerprint }) => fingerprint),
    });
  }
  return { savedAt: Float64Array.from(given, ({ savedAt }) => savedAt), names };
}

function paddedId(id: string): string {
  if (id.length > ID_LENGTH) throw new RangeError(`Not an id: ${id}`);
  return id.padEnd(ID_LENGTH);
}

/** Which part of the names tells of a document. */
function namesPart(number: number): number {
  return Math.floor(number / NAMES_A_ROW);
}

/** Its names must have been read. */
export function idAt({ names }: Segment, number: number): string {
  const ids = names.get(namesPart(number))?.ids;
  if (ids === undefined) throw new Error('Names not read');
  const at = (number % NAMES_A_ROW) * ID_LENGTH;
  return ids.slice(at, at + ID_LENGTH).trimEnd();
}

export function fingerprintAt({ names }: Segment, number: number): number | undefined {
  return names.get(namesPart(number))?.fingerprints[number % NAMES_A_ROW];
}

/** The number of an item in a segment all of whose names were read, or -1. It has one at most. */
export function numberOf({ names }: Segment, id: string): number {
  const padded = paddedId(id);
  for (const [part, { ids }] of names) {
    let at = ids.indexOf(padded);
    while (at >= 0 && at % ID_LENGTH !== 0) at = ids.indexOf(padded, at + 1);
    if (at >= 0) return part * NAMES_A_ROW + at / ID_LENGTH;
  }
  return -1;
}

/** Newest first, as in every segment; of one moment by id. */
export function byAge(a: DocumentGiven, b: DocumentGiven): number {
  return b.savedAt - a.savedAt || (a.id < b.id ? -1 : Number(a.id > b.id));
}

export function documentRows(segment: number, { savedAt, names }: Documents): SearchRow[] {
  const rows: SearchRow[] = [...names].map(([number, part]) => ({
    segment,
    kind: NAMES,
    number,
    ...part,
  }));
  for (let start = 0; start < savedAt.length; start += AGES_A_ROW) {
    const number = start / AGES_A_ROW;
    rows.push({ segment, kind: AGES, number, savedAt: savedAt.slice(start, start + AGES_A_ROW) });
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

/** Without its names. Inside the caller's transaction. */
export async function readSegment(library: Library, id: number): Promise<Segment> {
  const rows: SearchRow[] = await library.searchRows
    .where('[segment+kind+number]')
    .between([id, AGES, 0], [id, DIRECTORY, Dexie.maxKey])
    .toArray();
  const savedAt = joined(rows.filter((row) => row.kind === AGES).map((row) => row.savedAt));
  const firstKeys = rows
    .filter((row) => row.kind === DIRECTORY)
    .flatMap(({ keys }) => keys.split('\n'));
  return { id, count: savedAt.length, savedAt, firstKeys, names: new Map() };
}

/** Reads names not read yet: of some documents, by their numbers, or all. Inside the caller's transaction. */
export async function readNames(
  library: Library,
  wanted: readonly (readonly [segment: Segment, numbers: readonly number[] | 'all'])[],
): Promise<void> {
  const missing = new Map<string, [Segment, number]>();
  for (const [segment, numbers] of wanted) {
    const last = namesPart(segment.count - 1);
    const parts =
      numbers === 'all'
        ? Array.from({ length: last + 1 }, (_, part) => part)
        : numbers.map(namesPart);
    for (const part of parts) {
      if (!segment.names.has(part)) missing.set(`${segment.id}:${part}`, [segment, part]);
    }
  }
  if (missing.size === 0) return;
  const places = [...missing.values()];
  const rows = await library.searchRows.bulkGet(
    places.map(([{ id }, part]): [number, number, number] => [id, NAMES, part]),
  );
  for (const [index, [segment, part]] of places.entries()) {
    const row = rows[index];
    if (row?.kind === NAMES)
      segment.names.set(part, { ids: row.ids, fingerprints: row.fingerprints });
  }
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
