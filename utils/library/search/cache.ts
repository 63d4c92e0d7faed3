import type { Library } from '../database.ts';
import type { Block } from './blocks.ts';
import { blockBefore, readSegment, type Segment } from './segment.ts';
import { BLOCK, type SearchHead } from './index-rows.ts';

/**
 * What has been read of the index, kept while this page or worker lives: segments and blocks never
 * change, so nothing in it goes out of date. All of it can be read again.
 */
interface Cache {
  epoch: string;
  segments: Map<number, Segment>;
  blocks: Map<string, Block>;
}

/** About 10 KB each. */
const MOST_BLOCKS = 400;
/** Of one span in one segment: the beginning of a word that very many words have is not followed to its end. */
const LONGEST_SPAN = 64;

/** Of segments in memory the number is below 0, and so their names begin. */
const IN_MEMORY = '-';

const caches = new WeakMap<Library, Cache>();

/** A key, or all keys that begin with it. */
export interface Span {
  key: string;
  isPrefix: boolean;
}

export function covers({ key, isPrefix }: Span, found: string): boolean {
  return isPrefix ? found.startsWith(key) : found === key;
}

/** The segments of a head, from the newest row of each. Inside the caller's transaction. */
export async function segmentsOf(library: Library, head: SearchHead): Promise<Segment[]> {
  const cache = cacheOf(library, head);
  const ids = head.segments.map(({ id }) => id);
  const missing = ids.filter((id) => !cache.segments.has(id));
  const read = await Promise.all(missing.map((id) => readSegment(library, id)));
  for (const segment of read) cache.segments.set(segment.id, segment);
  for (const id of cache.segments.keys()) if (!ids.includes(id)) cache.segments.delete(id);
  return ids.flatMap((id) => cache.segments.get(id) ?? []);
}

function cacheOf(library: Library, { epoch }: SearchHead): Cache {
  let cache = caches.get(library);
  if (cache?.epoch !== epoch) {
    cache = { epoch, segments: new Map(), blocks: new Map() };
    caches.set(library, cache);
  }
  return cache;
}

export interface SpansRead {
  blocksOf: (span: Span, segment: Segment) => Block[];
  /** A span had more blocks than are read of one. */
  isCut: boolean;
}

/** For each span and segment the blocks in which its keys may stand, read in one go. Inside the caller's transaction. */
export async function readSpans(
  library: Library,
  segments: readonly Segment[],
  spans: readonly Span[],
): Promise<SpansRead> {
  const found = new Map<string, Block>();
  const missing = new Map<string, [number, number, number]>();
  const { blocks } = caches.get(library) ?? { blocks: new Map<string, Block>() };
  let isCut = false;
  for (const segment of segments) {
    for (const span of spans) {
      const [first, end] = blockRange(segment, span);
      isCut ||= end - first > LONGEST_SPAN;
      for (let number = first; number < Math.min(end, first + LONGEST_SPAN); number++) {
        const name = `${segment.id}:${number}`;
        const block = segment.blocks?.[number] ?? blocks.get(name);
        if (block) found.set(name, block);
        else missing.set(name, [segment.id, BLOCK, number]);
      }
    }
  }
  const rows = missing.size > 0 ? await library.searchRows.bulkGet([...missing.values()]) : [];
  for (const [index, name] of [...missing.keys()].entries()) {
    const row = rows[index];
    if (row?.kind === BLOCK) found.set(name, { terms: row.terms, postings: row.postings });
  }
  for (const [name, block] of found) {
    if (name.startsWith(IN_MEMORY)) continue;
    // Said again, it stands last: what was not asked for longest stands first.
    blocks.delete(name);
    blocks.set(name, block);
  }
  for (const name of blocks.keys()) {
    if (blocks.size <= MOST_BLOCKS) break;
    blocks.delete(name);
  }
  return {
    isCut,
    blocksOf(span, segment) {
      const [first, end] = blockRange(segment, span);
      const numbers = Array.from(
        { length: Math.min(end - first, LONGEST_SPAN) },
        (_, at) => first + at,
      );
      return numbers.flatMap((number) => found.get(`${segment.id}:${number}`) ?? []);
    },
  };
}

/** Numbers of the blocks, as [first, end). */
function blockRange({ firstKeys }: Segment, { key, isPrefix }: Span): [number, number] {
  const first = blockBefore(firstKeys, key);
  let end = first;
  const last = isPrefix ? `${key}\uffff` : key;
  while (end < firstKeys.length && (firstKeys[end] ?? '') <= last) end++;
  return [first, end];
}
