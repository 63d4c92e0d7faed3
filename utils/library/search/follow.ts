import { Dexie } from 'dexie';
import type { Library } from '../database.ts';
import { catchUp, type Pause } from './catch-up.ts';
import { beginMerge, continueMerge, mergeWanted, MOST_WHILE_BUSY } from './merge-segments.ts';
import type { SearchHead } from './index-rows.ts';
import { Overtaken, readHead, startIndex, writeIndex } from './stored.ts';

/** Rows swept away in one transaction. */
const SWEPT_AT_ONCE = 256;

export interface Following {
  /** Ends it between two steps; what is done stays done. */
  until?: AbortSignal;
  /** Milliseconds of work after which whatever else waits comes first. */
  budgetMs?: number;
  /** Called when a segment made of others has taken their place: nobody has read that one yet. */
  merged?: () => void;
}

/**
 * Brings the index up with the library: follows the log of changes, merges segments, writes anew
 * those that hold words of what was purged, and sweeps away what no longer counts. Each step is one
 * short transaction on tables of the index alone, and each leaves a whole index behind, so that it
 * may be ended at any moment and taken up by another page or worker, or by two at once.
 *
 * Answers whether the index is at rest: false where it was told to end before.
 */
export async function followIndex(
  library: Library,
  { until, budgetMs = 20, merged = () => undefined }: Following = {},
): Promise<boolean> {
  const pause = pauseAfter(budgetMs, until);
  for (;;) {
    if (until?.aborted) return false;
    try {
      if (!(await step(library, pause, merged))) return true;
    } catch (error) {
      if (error === STOPPED) return false;
      // Another follower has done this step: on with the next.
      if (!isOvertaken(error)) throw error;
    }
    await pause();
  }
}

/** One step, of what is most wanted first. False when there is nothing to do. */
async function step(library: Library, pause: Pause, merged: () => void): Promise<boolean> {
  const head = await readHead(library);
  if (!head) {
    await startIndex(library);
    return true;
  }
  // Segments that pile up while much arrives are merged before more arrives.
  const isCrowded = head.segments.length > MOST_WHILE_BUSY;
  if (!isCrowded && (await catchUp(library, head, pause))) return true;
  if (head.merging) {
    if (await continueMerge(library, head, head.merging, pause)) merged();
  } else if (isCrowded) await beginMerge(library, head, mergeWanted(head));
  else if (head.garbage.length > 0) await sweep(library, head);
  else {
    const wanted = mergeWanted(head);
    if (wanted.length === 0) return false;
    await beginMerge(library, head, wanted);
  }
  return true;
}

async function sweep(library: Library, head: SearchHead): Promise<void> {
  const [id, ...others] = head.garbage;
  if (id === undefined) return;
  await writeIndex(library, head, async () => {
    const keys = await library.searchRows
      .where('[segment+kind+number]')
      .between([id, Dexie.minKey, Dexie.minKey], [id, Dexie.maxKey, Dexie.maxKey])
      .limit(SWEPT_AT_ONCE)
      .primaryKeys();
    await library.searchRows.bulkDelete(keys);
    return { ...head, garbage: keys.length < SWEPT_AT_ONCE ? others : head.garbage };
  });
}

const STOPPED = new Error('No longer wanted');

/** Gives way after so many milliseconds of work, and throws `STOPPED` once the work is to end. */
function pauseAfter(budget: number, until: AbortSignal | undefined): Pause {
  let started = performance.now();
  return async () => {
    if (until?.aborted) throw STOPPED;
    if (performance.now() - started < budget) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    started = performance.now();
  };
}

/** Dexie hands on an error thrown in a transaction as it is, or as the reason of its own. */
function isOvertaken(error: unknown): boolean {
  if (error instanceof Overtaken) return true;
  return error instanceof Error && (error as { inner?: unknown }).inner instanceof Overtaken;
}
