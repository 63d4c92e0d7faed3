import { bundleScript } from '../commands/extractor-bundle.ts';
import type { StoredBrowser } from '../commands/stored-browser.ts';
import type { StoredPage } from '../commands/stored-pages.ts';

export type ColdSubject = 'pipeline' | 'readability';

/** Milliseconds: the first call alone, and with the compiling of the script before it. */
interface FirstRun {
  first: number;
  loaded: number;
}

const SUBJECTS: ColdSubject[] = ['pipeline', 'readability'];
let scripts: Promise<Record<ColdSubject, string>> | null = null;

/**
 * The first run of each, every one in a tab and process of its own where no script has run: a process
 * keeps what it has compiled for as long as it lives. Each brings its own script and nothing of the
 * other's. They take turns in beginning.
 */
export async function measureCold(
  browser: StoredBrowser,
  page: StoredPage,
  runs: number,
  subjects: readonly ColdSubject[] = SUBJECTS,
): Promise<Record<ColdSubject, FirstRun[]>> {
  scripts ??= bundle();
  const sources = await scripts;
  const times: Record<ColdSubject, FirstRun[]> = { pipeline: [], readability: [] };
  for (let run = 0; run < runs; run++) {
    const order = run % 2 === 0 ? subjects : subjects.toReversed();
    for (const subject of order) {
      times[subject].push(await firstRun(browser, page, sources[subject]));
    }
  }
  return times;
}

async function bundle(): Promise<Record<ColdSubject, string>> {
  const [pipeline, readability] = await Promise.all(
    SUBJECTS.map((subject) => bundleScript(new URL(`cold-${subject}.ts`, import.meta.url))),
  );
  return { pipeline: pipeline ?? '', readability: readability ?? '' };
}

async function firstRun(
  browser: StoredBrowser,
  page: StoredPage,
  source: string,
): Promise<FirstRun> {
  const tab = await browser.open({ fresh: true });
  try {
    await tab.show(page);
    const given = [source, Date.now(), page.url].map((value) => JSON.stringify(value)).join(', ');
    return (await tab.run('', `(${timeFirstRun.toString()})(${given})`)) as FirstRun;
  } finally {
    await tab.close();
  }
}

// This runs in a page: it may use nothing but its arguments.

function timeFirstRun(source: string, now: number, url: string): FirstRun {
  // A page that is being read has been drawn.
  document.documentElement.getBoundingClientRect();
  const start = performance.now();
  // oxlint-disable-next-line no-eval -- compiling it is part of what is measured
  (0, eval)(source);
  const compiled = performance.now();
  const { warraq } = globalThis as unknown as {
    warraq: { run: (now: number, url: string) => unknown };
  };
  warraq.run(now, url);
  const end = performance.now();
  return { first: end - compiled, loaded: end - start };
}
