import type { Signal } from '@preact/signals';

/**
 * Items changed by one message, which is one transaction: as many as take about so many milliseconds,
 * since a save meanwhile waits for one of them. What is known of the machine comes with the first.
 */
const GOOD_TIME = 70;
const FIRST = 25;
const MOST = 250;
/** Work on more than so many is told of at once, on fewer where it takes longer than so many ms. */
const MANY = 250;
const LONG = 400;

/** Work on many items that is under way. */
export interface Working {
  done: number;
  total: number;
  /** What is done stays done. */
  cancel: () => void;
}

/**
 * Does work on many items part by part, told of in `working` where it takes its time. Answers how many
 * were done, from the first on: fewer than all where it failed or was cancelled.
 */
export async function inParts(
  ids: readonly string[],
  work: (part: string[]) => Promise<void>,
  working: Signal<Working | null>,
  now: () => number = () => performance.now(),
): Promise<number> {
  const total = ids.length;
  const begun = now();
  let size = FIRST;
  let done = 0;
  let cancelled = false;
  const cancel = (): void => {
    cancelled = true;
  };
  try {
    while (done < total && !cancelled) {
      const start = now();
      if (total > MANY || start - begun > LONG) working.value = { done, total, cancel };
      const part = ids.slice(done, done + size);
      await work(part);
      done += part.length;
      size = nextSize(part.length, now() - start);
    }
  } catch (error) {
    // The caller tells the reader; the list is read again and shows what is so.
    console.error(error);
  } finally {
    working.value = null;
  }
  return done;
}

/** Growing by no more than half each time: one quick part promises little. */
function nextSize(done: number, time: number): number {
  const fitting = Math.round((done * GOOD_TIME) / Math.max(time, 1));
  return Math.max(1, Math.min(fitting, Math.ceil(done * 1.5), MOST));
}
