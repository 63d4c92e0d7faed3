interface Pace {
  /** Hosts asked at once. */
  hosts: number;
  /** Milliseconds between two askings of one host. */
  pause: number;
  signal: AbortSignal;
}

/**
 * Runs a task for each, host by host: never two of one host at once, nor one right after the other.
 * Once the signal aborts none is begun. Rejects with the first rejection, begins none after it, and
 * waits for those begun.
 */
export async function byHost<T extends { url: string }>(
  all: readonly T[],
  task: (one: T) => Promise<void>,
  { hosts, pause, signal }: Pace,
): Promise<void> {
  const lines = [...groupByHost(all).values()];
  const failed = new AbortController();
  const until = AbortSignal.any([signal, failed.signal]);
  const work = async (): Promise<void> => {
    for (let line = lines.shift(); line && !until.aborted; line = lines.shift()) {
      await oneByOne(line, task, pause, until);
    }
  };
  const workers = Array.from({ length: hosts }, async () => {
    try {
      await work();
    } catch (error) {
      failed.abort();
      throw error;
    }
  });
  const ended = await Promise.allSettled(workers);
  const broken = ended.find((one) => one.status === 'rejected');
  if (broken) throw broken.reason;
}

async function oneByOne<T>(
  line: readonly T[],
  task: (one: T) => Promise<void>,
  pause: number,
  until: AbortSignal,
): Promise<void> {
  for (const [index, one] of line.entries()) {
    if (index > 0) await rest(pause, until);
    if (until.aborted) return;
    await task(one);
  }
}

function groupByHost<T extends { url: string }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const host = URL.canParse(one.url) ? new URL(one.url).host : '';
    const group = groups.get(host);
    if (group) group.push(one);
    else groups.set(host, [one]);
  }
  return groups;
}

function rest(pause: number, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      until.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, pause);
    until.addEventListener('abort', done);
    if (until.aborted) done();
  });
}
