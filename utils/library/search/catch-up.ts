import type { Library } from '../database.ts';
import type { Searched } from './fields.ts';
import { DEAD, stateOf } from './fields.ts';
import {
  buildSteps,
  fingerprintOf,
  indexDocument,
  type BuiltSegment,
  type IndexedDocument,
} from './build.ts';
import { segmentsOf } from './cache.ts';
import {
  blockRows,
  directoryRow,
  documentRows,
  numberOf,
  type Segment,
  fingerprintAt,
  readNames,
} from './segment.ts';
import type { SearchHead, SegmentState } from './index-rows.ts';
import { readIndex, writeIndex } from './stored.ts';

/** So many items are indexed by one step: what it sorts and writes stays a matter of milliseconds. */
const MOST_ITEMS = 64;
/** Changes looked at to find so many: one item is often changed several times over. */
const MOST_CHANGES = 512;
/** UTF-16 units of text read for one step, but for a last item that is longer. */
const MOST_TEXT = 1_000_000;

/** Gives way to whatever else waits; rejects once the work is not wanted any more. */
export type Pause = () => Promise<void>;

/** What a step goes over: items, and how the head tells that they are done. */
interface Batch {
  ids: string[];
  done: Pick<SearchHead, 'cursor' | 'rebuilding'>;
}

/** Follows the next changes, or the next rows of an index made anew. False when there is nothing left. */
export async function catchUp(library: Library, head: SearchHead, pause: Pause): Promise<boolean> {
  const batch = await nextBatch(library, head);
  if (!batch) return false;
  const segments = await readIndex(library, head, async () => {
    const all = await segmentsOf(library, head);
    await readNames(
      library,
      all.map((segment) => [segment, 'all']),
    );
    return all;
  });
  const states = head.segments.map(({ states: bytes }) => bytes.slice());
  const stale = new Set<number>();
  const fresh: IndexedDocument[] = [];
  for (const id of batch.ids) {
    const entry = await readSearched(library, id);
    const places = placesOf(segments, id);
    const standing = places.find(({ segment, number }) => !isDead(states, segment, number));
    if (entry && standing && isUnchanged(segments, standing, entry)) {
      setState(states, standing, stateOf(entry.item));
      continue;
    }
    for (const place of places) {
      setState(states, place, DEAD);
      if (!entry) stale.add(place.segment);
    }
    if (entry) fresh.push(indexDocument(entry));
    await pause();
  }
  const built = fresh.length > 0 ? await buildSlowly(fresh, pause) : null;
  await write(library, head, { built, states, stale, done: batch.done });
  return true;
}

async function buildSlowly(fresh: readonly IndexedDocument[], pause: Pause): Promise<BuiltSegment> {
  const steps = buildSteps(fresh);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}

async function nextBatch(library: Library, head: SearchHead): Promise<Batch | null> {
  if (head.rebuilding !== null) return nextRows(library, head.cursor, head.rebuilding);
  const changes = await library.changes
    .where('seq')
    .above(head.cursor)
    .limit(MOST_CHANGES)
    .toArray();
  if (changes.length === 0) return null;
  const lengths = await textLengths(library, [...new Set(changes.map(({ id }) => id))]);
  const ids = new Set<string>();
  let text = 0;
  for (const { seq, id } of changes) {
    if (ids.has(id)) continue;
    if (ids.size >= MOST_ITEMS || text >= MOST_TEXT) {
      return { ids: [...ids], done: { cursor: seq - 1, rebuilding: null } };
    }
    ids.add(id);
    text += lengths.get(id) ?? 0;
  }
  return { ids: [...ids], done: { cursor: changes.at(-1)?.seq ?? head.cursor, rebuilding: null } };
}

async function nextRows(library: Library, cursor: number, after: string): Promise<Batch> {
  const rows = await library.items.where('id').above(after).limit(MOST_ITEMS).toArray();
  const ids: string[] = [];
  let text = 0;
  for (const { id, textLength } of rows) {
    if (text >= MOST_TEXT) break;
    ids.push(id);
    text += textLength;
  }
  return { ids, done: { cursor, rebuilding: ids.at(-1) ?? null } };
}

async function textLengths(library: Library, ids: string[]): Promise<Map<string, number>> {
  const rows = await library.items.bulkGet(ids);
  return new Map(rows.flatMap((row) => (row ? [[row.id, row.textLength] as const] : [])));
}

export async function readSearched(library: Library, id: string): Promise<Searched | null> {
  const [item, text, edits] = await Promise.all([
    library.items.get(id),
    library.texts.get(id),
    library.edits.get(id),
  ]);
  return item ? { item, text: text ?? null, edits: edits?.edits ?? [] } : null;
}

interface DocumentPlace {
  /** Index of the segment in the head. */
  segment: number;
  number: number;
}

function placesOf(segments: readonly Segment[], id: string): DocumentPlace[] {
  return segments.flatMap((one, segment) => {
    const number = numberOf(one, id);
    return number < 0 ? [] : [{ segment, number }];
  });
}

function isDead(states: readonly Uint8Array[], segment: number, number: number): boolean {
  return ((states[segment]?.[number] ?? DEAD) & DEAD) !== 0;
}

function setState(states: readonly Uint8Array[], place: DocumentPlace, state: number): void {
  const bytes = states[place.segment];
  if (bytes) bytes[place.number] = state;
}

function isUnchanged(segments: readonly Segment[], place: DocumentPlace, entry: Searched): boolean {
  const segment = segments[place.segment];
  return segment !== undefined && fingerprintAt(segment, place.number) === fingerprintOf(entry);
}

interface CaughtUp extends Pick<Batch, 'done'> {
  built: BuiltSegment | null;
  states: Uint8Array<ArrayBuffer>[];
  stale: ReadonlySet<number>;
}

function write(
  library: Library,
  head: SearchHead,
  { built, states, stale, done }: CaughtUp,
): Promise<void> {
  const segments = head.segments.map((segment, index): SegmentState => ({
    id: segment.id,
    states: states[index] ?? segment.states,
    stale: segment.stale || stale.has(index),
  }));
  return writeIndex(library, head, async () => {
    const id = head.nextSegment;
    if (built) {
      await library.searchRows.bulkPut([
        ...documentRows(id, built.documents),
        directoryRow(id, 0, built.firstKeys),
        ...blockRows(id, 0, built.blocks),
      ]);
      segments.push({ id, states: built.states, stale: false });
    }
    return {
      ...withoutStaleMerge(head, stale),
      ...done,
      segments,
      nextSegment: id + (built ? 1 : 0),
    };
  });
}

/** A merge under way that takes along what has just gone from the library is given up. */
function withoutStaleMerge(head: SearchHead, stale: ReadonlySet<number>): SearchHead {
  const { merging } = head;
  const isStale = [...stale].some((index) => {
    const id = head.segments[index]?.id;
    return id !== undefined && merging?.sources.includes(id);
  });
  return merging && isStale
    ? { ...head, merging: null, garbage: [...head.garbage, merging.id] }
    : head;
}
