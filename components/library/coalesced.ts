/**
 * Runs the work at most once at a time; calls that come meanwhile are answered by one more run.
 *
 * @param rest milliseconds before each run, in which others go first: what takes long and may come
 *   late keeps no list and no save waiting
 */
export function coalesced(work: () => Promise<void>, rest = 0): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  const runAll = async (): Promise<void> => {
    try {
      do {
        if (rest > 0) await new Promise((rested) => setTimeout(rested, rest));
        again = false;
        await work();
      } while (again);
    } finally {
      running = null;
    }
  };
  return () => {
    again = true;
    running ??= runAll();
    return running;
  };
}
