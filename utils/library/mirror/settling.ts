/** Milliseconds, but for `atOnce`, a number of changes. */
export interface SettlingTimes {
  /** After the last change. */
  quiet: number;
  /** After the first change, however many follow it. */
  atMost: number;
  /** So many pending are not waited on. */
  atOnce: number;
}

/**
 * Runs some work once changes have settled, one run at a time. What is lost with the background,
 * the work's own cursor finds at the next start.
 *
 * @returns to be told how many changed, and what to run (the last one told counts); `run` answers
 *   whether there is more to do already, and never rejects
 */
export function settling({
  quiet,
  atMost,
  atOnce,
}: SettlingTimes): (changed: number, run: () => Promise<boolean>) => void {
  let pending = 0;
  let first = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;

  return function tell(changed, run) {
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
      if (more || pending > 0) tell(more ? 1 : 0, run);
    }
  };
}
