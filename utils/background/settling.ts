/** Milliseconds, but for `atOnce`, a number of changes. */
export interface SettlingTimes {
  /** After the last change. */
  quiet: number;
  /** After the first change, however many follow it. */
  atMost: number;
  /** So many pending are not waited on. */
  atOnce: number;
}

/** Work of one kind. `run` answers whether there is more to do already, and never rejects; the last one told counts. */
export interface Settling {
  /** To be told how many changed. */
  soon(changed: number, run: () => Promise<boolean>): void;
  /** Runs without a rest before it. */
  now(run: () => Promise<boolean>): void;
}

/**
 * Runs some work once changes have settled, one run at a time. What is lost with the background,
 * the work's own cursor finds at the next start.
 */
export function settling({ quiet, atMost, atOnce }: SettlingTimes): Settling {
  let pending = 0;
  let first = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;

  // As many as are not waited on: also where one is under way, after which it is gone on with at once.
  return { soon, now: (run) => soon(atOnce, run) };

  function soon(changed: number, run: () => Promise<boolean>): void {
    if (pending === 0) first = Date.now();
    pending += changed;
    if (running) return;
    clearTimeout(timer);
    const wait = Math.max(0, Math.min(quiet, first + atMost - Date.now()));
    timer = setTimeout(() => void go(), pending >= atOnce ? 0 : wait);

    async function go(): Promise<void> {
      running = true;
      pending = 0;
      const more = await run();
      running = false;
      if (more || pending > 0) soon(more ? 1 : 0, run);
    }
  }
}
