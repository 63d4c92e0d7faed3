/**
 * `npm run bench:library [-- --sizes 10,1000,10000]`: what the library costs as it grows, in
 * Chromium, with the build that ships. Times of one run beside each other, and the factor by which
 * each grows; it prints the bars and holds nobody to them.
 */
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from '../browser/open.ts';
import type { Browser, View } from '../browser/types.ts';
import { bundleScript } from '../commands/extractor-bundle.ts';
import { median } from '../commands/figures.ts';
import { buildOf } from '../e2e/support/builds.ts';
import type * as inPage from './library/page.ts';

type Page = typeof inPage;

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '10,1000,10000' }, keep: { type: 'string' } },
});
const sizes = values.sizes.split(',').map(Number);
const profiles = values.keep ?? (await mkdtemp(join(tmpdir(), 'warraq-bench-')));
const SCRIPT = await bundleScript(new URL('library/page.ts', import.meta.url));

const columns: Record<string, number>[] = [];
for (const size of sizes) columns.push(await measure(size));
print(columns);

async function measure(size: number): Promise<Record<string, number>> {
  const profile = join(profiles, String(size));
  const filled = values.keep && existsSync(profile) ? {} : await inBrowser(profile, size, fill);
  // Started anew, as a reader's browser is: what was written is settled and nothing of it in memory.
  return { ...filled, ...(await inBrowser(profile, size, measureIn)) };
}

async function inBrowser(
  profile: string,
  size: number,
  work: (browser: Browser, size: number) => Promise<Record<string, number>>,
): Promise<Record<string, number>> {
  const browser = await openBrowser('chromium', {
    extension: buildOf('chromium'),
    network: 'cut',
    profile,
  });
  try {
    return await work(browser, size);
  } finally {
    await browser.close();
  }
}

async function fill(browser: Browser, size: number): Promise<Record<string, number>> {
  const view = await scripted(browser);
  const puts = await call(view, 'fill', 0, size);
  const indexing = await call(view, 'followToRest');
  const copying = await call(view, 'mirrored');
  return {
    'plain puts, an article': puts / size,
    'indexing, an article': indexing / size,
    'the second copy, an article': copying / size,
  };
}

async function measureIn(browser: Browser, size: number): Promise<Record<string, number>> {
  // Numbers of articles that no run before this one has saved in a kept profile.
  const unsaved = 20_000_000 + (Date.now() % 1_000_000_000);
  // A page where none of it has run: what a reader meets who opens the library and types at once.
  const fresh = await scripted(browser);
  const { first, rows, tenth } = await fresh.evaluate(searchOften, size);
  await fresh.close();
  const view = await scripted(browser);
  const popup = await scripted(browser, 'popup.html');
  return {
    'the popup’s list': median(
      await several(9, () => call(view, 'untilList', '/popup.html', 'open-library')),
    ),
    'the library’s first rows': median(
      await several(9, () => call(view, 'untilList', '/reader.html', null)),
    ),
    'a read of 50 rows': rows,
    'the very first search': first,
    ...Object.fromEntries(
      Object.entries(tenth).map(([kind, spent]) => [`a search, ${kind}`, spent]),
    ),
    'a save': median(await several(15, (turn) => call(popup, 'save', unsaved + turn))),
  };
}

async function scripted(browser: Browser, path = 'live.html'): Promise<View> {
  const view = await browser.openExtensionPage(path);
  await view.addScript(SCRIPT);
  return view;
}

/** Runs in the page: the library is opened before, and only the searches and reads are measured. */
async function searchOften(
  size: number,
): Promise<{ first: number; rows: number; tenth: Record<string, number> }> {
  const { warraq } = globalThis as unknown as { warraq: Page };
  const middle = (times: number[]): number =>
    times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
  const library = await warraq.openLibrary();
  const queries = await warraq.queries(size);
  const first = await warraq.search(library, queries['two words'] ?? '');
  const rows: number[] = [];
  const spent: Record<string, number[]> = {};
  for (let turn = 0; turn < 12; turn += 1) {
    rows.push(await warraq.readRows(library));
    for (const [kind, query] of Object.entries(queries)) {
      (spent[kind] ??= []).push(await warraq.search(library, query));
    }
  }
  library.close();
  const tenth = Object.fromEntries(
    Object.entries(spent).map(([kind, times]) => [kind, middle(times.slice(3))]),
  );
  return { first, rows: middle(rows.slice(3)), tenth };
}

type Numeric = {
  [K in keyof Page]: Page[K] extends (...args: never[]) => Promise<number> ? K : never;
}[keyof Page];

function call(view: View, name: Numeric, ...args: unknown[]): Promise<number> {
  return view.evaluate(
    ([asked, given]) => {
      const { warraq } = globalThis as unknown as {
        warraq: Record<string, (...all: unknown[]) => Promise<number>>;
      };
      const run = warraq[asked];
      if (!run) throw new Error(`No ${asked}`);
      return run(...given);
    },
    [name, args] as [string, unknown[]],
  );
}

async function several(times: number, run: (turn: number) => Promise<number>): Promise<number[]> {
  const figures: number[] = [];
  for (let turn = 0; turn < times; turn += 1) figures.push(await run(turn));
  return figures;
}

function print(measured: readonly Record<string, number>[]): void {
  const [first] = measured;
  console.log(
    ['ms'.padEnd(28), ...sizes.map((size) => String(size).padStart(10)), '    grows'].join(''),
  );
  for (const name of Object.keys(first ?? {})) {
    const figures = measured.map((column) => column[name] ?? Number.NaN);
    const factor = (figures.at(-1) ?? 0) / (figures[0] ?? 1);
    const cells = figures.map((figure) => figure.toFixed(2).padStart(10));
    console.log([name.padEnd(28), ...cells, `${factor.toFixed(2)} ×`.padStart(9)].join(''));
  }
}
