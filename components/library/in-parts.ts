import type { Signal } from '@preact/signals';

/** Items changed by one message: a save meanwhile waits for one such part, not for ten thousand items. */
const PART = 250;

/** Work on many items that is under way. */
export interface Working {
  done: number;
  total: number;
  /** What is done stays done. */
  cancel: () => void;
}

/**
 * Does work on many items part by part, told of in `working` where there is more than one part.
 * Answers how many were done, from the first on: fewer than all where it failed or was cancelled.
 */
export async function inParts(
  ids: readonly string[],
  work: (part: string[]) => Promise<void>,
  working: Signal<Working | null>,
): Promise<number> {
  const total = ids.length;
  let done = 0;
  let cancelled = false;
  const cancel = (): void => {
    cancelled = true;
  };
  try {
    while (done < total && !cancelled) {
      if (total > PART) working.value = { done, total, cancel };
      const part = ids.slice(done, done + PART);
      await work(part);
      done += part.length;
    }
  } catch (error) {
    // The caller tells the reader; the list is read again and shows what is so.
    console.error(error);
  } finally {
    working.value = null;
  }
  return done;
}
