import type { Library } from '../database.ts';
import { segmentsOf } from './cache.ts';
import type { Source } from './resolve.ts';
import { readHead } from './stored.ts';
import { readTail, withoutChanged } from './tail.ts';

/** The segments of the index, less what has changed since, and the tail. */
export async function readSources(
  library: Library,
): Promise<{ sources: Source[]; waiting: number }> {
  const head = await readHead(library);
  if (!head) {
    // Nothing is known until somebody follows: there is no index, or one of another format.
    return { sources: [], waiting: await library.items.count() };
  }
  const [segments, tail] = await Promise.all([segmentsOf(library, head), readTail(library, head)]);
  const all = segments.map((segment, index) => ({
    segment,
    states: head.segments[index]?.states ?? new Uint8Array(),
  }));
  const kept = await withoutChanged(library, all, tail);
  return { sources: tail.source ? [...kept, tail.source] : kept, waiting: tail.waiting };
}
