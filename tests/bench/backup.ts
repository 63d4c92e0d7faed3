/**
 * `node tests/bench/backup.ts [--megabytes 1500] [--articles 2000]`: a library out into a backup and in
 * again, in Chromium, with a page of the built extension (`npm run build` first).
 *
 * First articles without pictures: the import's speed beside plain puts of the same rows, how long
 * another writer waits meanwhile, and how long a page of ours for a save to be acknowledged. Then so many megabytes of pictures: the memory it takes. It prints the
 * bars and holds nobody to them: times are a matter of the machine.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from '../browser/open.ts';
import type { View } from '../browser/types.ts';
import { bundleScript } from '../commands/extractor-bundle.ts';
import { median } from '../commands/figures.ts';
import { wholeNumber } from '../commands/options.ts';
import { peakDuring } from './memory.ts';
import type * as page from './backup-page.ts';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '1500' },
    articles: { type: 'string', default: '2000' },
  },
});
const megabytes = wholeNumber('megabytes', values.megabytes);
const ROUNDS = 3;
const articles = wholeNumber('articles', values.articles);

const profile = await mkdtemp(join(tmpdir(), 'warraq-bench-'));
const script = await bundleScript(new URL('backup-page.ts', import.meta.url));
const browser = await openBrowser('chromium', { extension: '.output/chrome-mv3', profile });
try {
  console.log(`Chromium ${browser.version}`);
  await inPage(speed);
  await saving();
  await memory();
  await inPage((view) => call(view, 'tidy'));
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}

/** A page of its own for each piece of work: what one has left behind is not the next one's. */
async function inPage<T>(work: (view: View) => Promise<T>): Promise<T> {
  const view = await browser.openExtensionPage('reader.html');
  await view.addScript(script);
  try {
    return await work(view);
  } finally {
    await view.close();
  }
}

async function speed(view: View): Promise<void> {
  const plain: number[] = [];
  const into: number[] = [];
  const waits: number[] = [];
  let out = 0;
  let result = '';
  // In turns, so that what else the machine does is shared.
  for (let round = 0; round < ROUNDS; round += 1) {
    await call(view, 'wipe');
    plain.push(await call(view, 'plainPuts', articles));
    if (round === 0) out = (await call(view, 'backUp')).time;
    await call(view, 'wipe');
    const [imported, wait] = await Promise.all([
      call(view, 'importBackup'),
      browser.inBackground(longestWait),
    ]);
    into.push(imported.time);
    waits.push(wait);
    result = imported.told;
  }
  const again = await call(view, 'importBackup');
  console.log(`\n${articles} articles of 4,000 characters, without pictures; medians of ${ROUNDS}`);
  console.log(line('plain puts', median(plain), articles));
  console.log(line('backup', out, articles));
  console.log(line('import', median(into), articles), `  ${result}`);
  console.log(line('import again', again.time, articles), `  ${again.told}`);
  const ratio = median(plain.map((time, round) => time / (into[round] ?? time)));
  console.log(`import / plain puts: ${ratio.toFixed(2)} of the speed (bar: 0.20)`);
  console.log(`longest wait of another writer: ${waits.map(Math.round).join(', ')} ms (bar: 500)`);
}

/** Saves asked for as the reader asks for them, from another page, one after the other beside an import. */
async function saving(): Promise<void> {
  const waits = await inPage((importer) =>
    inPage(async (saver) => {
      await call(importer, 'wipe');
      const [waited] = await Promise.all([
        call(saver, 'saveBeside'),
        call(importer, 'importBackup'),
      ]);
      return waited;
    }),
  );
  const shown = [median(waits), Math.max(...waits)].map(Math.round).join(' ms, longest ');
  console.log(`${waits.length} saves beside an import acknowledged: median ${shown} ms (bar: 500)`);
}

/** Runs in the background, where saves come from: how long it waits for the library while an import runs. */
async function longestWait(): Promise<number> {
  const importing = async (): Promise<boolean> =>
    (await navigator.locks.query()).held?.some(({ name }) => name === 'library-import') ?? false;
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
  let longest = 0;
  for (let tries = 0; tries < 200 && !(await importing()); tries += 1) await pause();
  while (await importing()) {
    const asked = performance.now();
    await navigator.locks.request('library-write', () => {
      longest = Math.max(longest, performance.now() - asked);
    });
    await pause();
  }
  return longest;
}

async function memory(): Promise<void> {
  const count = Math.max(1, Math.ceil((megabytes * 5) / 10));
  const held = await inPage(async (view) => {
    await call(view, 'wipe');
    await call(view, 'fill', count, megabytes);
    return call(view, 'countAll');
  });
  const out = await inPage((view) => peakDuring(profile, () => call(view, 'backUp')));
  await inPage((view) => call(view, 'wipe'));
  const into = await inPage((view) => peakDuring(profile, () => call(view, 'importBackup')));
  const back = await inPage((view) => call(view, 'countAll'));
  const size = Math.round(out.result.bytes / 1024 / 1024);
  console.log(
    `\n${megabytes} MB of pictures, ${held.join(' articles, ')} pictures; the file: ${size} MB`,
  );
  console.log(line('backup', out.result.time, count), told(out.peak));
  console.log(line('import', into.result.time, count), told(into.peak), ` ${into.result.told}`);
  console.log(`back: ${back.join(' articles, ')} pictures (bar: the same, page under 300 MB)`);
}

type Page = typeof page;

/** Calls what the page was given. */
function call<Name extends keyof Page>(
  view: View,
  name: Name,
  ...given: Parameters<Page[Name]>
): Promise<Awaited<ReturnType<Page[Name]>>> {
  return view.evaluate(
    (asked) => {
      const { warraq } = globalThis as unknown as {
        warraq: Record<string, (...all: unknown[]) => unknown>;
      };
      return warraq[asked.name]?.(...asked.given);
    },
    { name, given: given as unknown[] },
  ) as Promise<Awaited<ReturnType<Page[Name]>>>;
}

function line(what: string, time: number, rows: number): string {
  const rate = Math.round((rows * 1000) / time);
  return `${what.padEnd(14)} ${(time / 1000).toFixed(1).padStart(7)} s ${String(rate).padStart(6)} articles/s`;
}

function told({ page: own, rest }: { page: number; rest: number }): string {
  return `  page at most +${Math.round(own)} MB, other processes +${Math.round(rest)} MB`;
}
