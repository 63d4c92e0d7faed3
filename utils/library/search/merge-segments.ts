import { Dexie } from 'dexie';
import type { Library } from '../database.ts';
import { BlockWriter, type Postings } from './blocks.ts';
import type { Pause } from './catch-up.ts';
import { segmentsOf } from './cache.ts';
import { DEAD } from './fields.ts';
import { MergeCursor } from './merge-cursor.ts';
import {
  blockRows,
  byAge,
  directoryRow,
  documentRows,
  documentsOf,
  fingerprintAt,
  idAt,
  readNames,
  type Segment,
} from './segment.ts';
import {
  DIRECTORY,
  ORIGINS,
  type Merging,
  type OriginsRow,
  type SearchHead,
} from './index-rows.ts';
import { readIndex, writeIndex } from './stored.ts';

/** Blocks written by one step. */
const BLOCKS_A_STEP = 48;
/** Of a finished directory. */
const KEYS_A_ROW = 2000;
/** More segments than this are never left to lie, because every search asks each of them. */
const MOST_AT_REST = 6;
/** While much arrives so many wait, to be merged together. */
export const MOST_WHILE_BUSY = 14;
/** A segment up to so many times the size of all smaller ones together goes with them. */
const RATIO = 2;

/**
 * Which segments are to become one: those with words of what is gone, alone or with the rest; where
 * there are too many, the smallest, so that every document is written anew only as often as its
 * segment has grown several times over.
 */
export function mergeWanted({ segments }: SearchHead): number[] {
  const stale = segments.filter(({ stale: isStale }) => isStale).map(({ id }) => id);
  const sizes = segments.map(({ id, states }) => ({ id, size: states.length }));
  if (segments.length <= MOST_AT_REST) return stale;
  const [first, second, ...larger] = sizes.toSorted((a, b) => a.size - b.size || a.id - b.id);
  if (!first || !second) return stale;
  const chosen = new Set([...stale, first.id, second.id]);
  let sum = first.size + second.size;
  for (const { id, size } of larger) {
    if (size > sum * RATIO) break;
    chosen.add(id);
    sum += size;
  }
  return [...chosen];
}

/** Numbers the documents that stand, and writes them down under a new segment's number. */
export async function beginMerge(
  library: Library,
  head: SearchHead,
  sources: number[],
): Promise<void> {
  const segments = await readIndex(library, head, async () => {
    const found = await readSources(library, head, sources);
    await readNames(
      library,
      found.map((segment) => [segment, 'all']),
    );
    return found;
  });
  const standing = segments.flatMap((segment, source) => {
    const { id, count, savedAt } = segment;
    const states = head.segments.find((one) => one.id === id)?.states;
    return Array.from({ length: count }, (_, number) => ({
      source,
      number,
      id: idAt(segment, number),
      savedAt: savedAt[number] ?? 0,
      fingerprint: fingerprintAt(segment, number) ?? 0,
    })).filter(({ number }) => ((states?.[number] ?? DEAD) & DEAD) === 0);
  });
  const ordered = standing.toSorted(byAge);
  const id = head.nextSegment;
  const origins: OriginsRow = {
    segment: id,
    kind: ORIGINS,
    number: 0,
    sources: Uint8Array.from(ordered, ({ source }) => source),
    numbers: Uint32Array.from(ordered, ({ number }) => number),
  };
  await writeIndex(library, head, async () => {
    await library.searchRows.bulkPut([origins, ...documentRows(id, documentsOf(ordered))]);
    const merging: Merging = { id, sources, last: null, blocks: 0, parts: 0 };
    return { ...head, nextSegment: id + 1, merging };
  });
}

/**
 * Writes the next blocks of the segment being made; with the last of them it takes its sources' place.
 * Answers whether it has.
 */
export async function continueMerge(
  library: Library,
  head: SearchHead,
  merging: Merging,
  pause: Pause,
): Promise<boolean> {
  const [segments, origins] = await readIndex(library, head, () =>
    Promise.all([
      readSources(library, head, merging.sources),
      library.searchRows.get([merging.id, ORIGINS, 0]),
    ]),
  );
  if (origins?.kind !== ORIGINS) throw new Error('A merge without its origins');
  const numbers = newNumbers(segments, origins);
  const cursors = segments.map(
    (segment, index) =>
      new MergeCursor(library, segment, merging.last, numbers[index] ?? new Int32Array()),
  );
  const writer = new BlockWriter();
  let last = merging.last;
  let isDone = false;
  for (let count = 0; writer.blocks.length < BLOCKS_A_STEP; count++) {
    if (count % 64 === 0) await pause();
    for (const cursor of cursors) if (cursor.isEmpty()) await cursor.readOn();
    const term = smallest(cursors);
    if (term === null) {
      isDone = true;
      break;
    }
    const postings = merged(cursors.filter((cursor) => cursor.term() === term));
    if (postings.length > 0) writer.add(term, postings);
    last = term;
  }
  writer.close();
  await writeIndex(library, head, async () => {
    const { id, blocks, parts } = merging;
    if (writer.blocks.length > 0) {
      await library.searchRows.bulkPut([
        directoryRow(id, parts, writer.firstKeys),
        ...blockRows(id, blocks, writer.blocks),
      ]);
    }
    if (isDone) return finished(library, head, merging, origins);
    const next = { ...merging, last, blocks: blocks + writer.blocks.length, parts: parts + 1 };
    return { ...head, merging: next };
  });
  return isDone;
}

/** Inside the caller's transaction. */
async function readSources(
  library: Library,
  head: SearchHead,
  ids: readonly number[],
): Promise<Segment[]> {
  const all = await segmentsOf(library, head);
  return ids.flatMap((id) => all.find((segment) => segment.id === id) ?? []);
}

/** For each source the new number of each of its documents, -1 where it has none. */
function newNumbers(segments: readonly Segment[], { sources, numbers }: OriginsRow): Int32Array[] {
  const found = segments.map(({ count }) => new Int32Array(count).fill(-1));
  for (const [to, source] of sources.entries()) {
    const from = numbers[to];
    const list = found[source];
    if (list && from !== undefined) list[from] = to;
  }
  return found;
}

async function finished(
  library: Library,
  head: SearchHead,
  { id, sources }: Merging,
  origins: OriginsRow,
): Promise<SearchHead> {
  await library.searchRows.delete([id, ORIGINS, 0]);
  await joinDirectory(library, id);
  const states = sources.map(
    (source) => head.segments.find((segment) => segment.id === source)?.states,
  );
  // As they are by now: what has been archived, deleted or replaced while the blocks were written.
  const kept = Uint8Array.from(
    origins.numbers,
    (number, index) => states[origins.sources[index] ?? 0]?.[number] ?? DEAD,
  );
  const rest = head.segments.filter((segment) => !sources.includes(segment.id));
  const isEmpty = kept.length === 0;
  return {
    ...head,
    segments: isEmpty ? rest : [...rest, { id, states: kept, stale: false }],
    merging: null,
    garbage: [...head.garbage, ...sources, ...(isEmpty ? [id] : [])],
  };
}

/** The directory was written with each step's blocks; at the end it becomes a few rows, read at every start. */
async function joinDirectory(library: Library, id: number): Promise<void> {
  const rows = library.searchRows
    .where('[segment+kind+number]')
    .between([id, DIRECTORY, 0], [id, DIRECTORY, Dexie.maxKey]);
  const found = await rows.toArray();
  const keys = found.flatMap((row) => (row.kind === DIRECTORY ? row.keys.split('\n') : []));
  await rows.delete();
  for (let part = 0; part * KEYS_A_ROW < keys.length; part++) {
    const some = keys.slice(part * KEYS_A_ROW, (part + 1) * KEYS_A_ROW);
    await library.searchRows.put(directoryRow(id, part, some));
  }
}

function smallest(cursors: readonly MergeCursor[]): string | null {
  let term: string | null = null;
  for (const cursor of cursors) {
    const own = cursor.term();
    if (own !== null && (term === null || own < term)) term = own;
  }
  return term;
}

/** The lists of one term as one, under the new numbers. */
function merged(cursors: readonly MergeCursor[]): Postings {
  const pairs: [number, number][] = [];
  for (const cursor of cursors) cursor.take(pairs);
  pairs.sort(([a], [b]) => a - b);
  return pairs.flat();
}
