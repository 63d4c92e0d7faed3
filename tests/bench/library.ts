/**
 * `npm run bench:library [-- --sizes 10,1000,10000]`: what the library costs as it grows, in
 * Chromium, with the build that ships. Times of one run beside each other, and the factor by which
 * each grows; it prints the bars and holds nobody to them.
 */
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openBrowser } from '../browser/open.ts';
import type { Browser, View } from '../browser/types.ts';
import { bundleScript } from '../commands/extractor-bundle.ts';
import { median } from '../commands/figures.ts';
import { buildOf } from '../e2e/support/builds.ts';
import { longestTaskWhileTyping } from './library/typing.ts';
import { distinctWords } from './library/words.ts';
import { peakDuring } from './memory.ts';
import type * as inPage from './library/page.ts';

type Page = typeof inPage;

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '10,1000,10000' }, keep: { type: 'string' } },
});
const sizes = values.sizes.split(',').map(Number);
const profiles = values.keep ?? (await mkdtemp(join(tmpdir(), 'warraq-bench-')));
const SCRIPT = await bundleScript(new URL('library/page.ts', import.meta.url));

/** Milliseconds. */
const REST = 15_000;
/** Articles in one import. */
const IMPORTED = 200;

const columns: Record<string, number>[] = [];
for (const size of sizes) columns.push(await measure(size));
print(columns);
printBars(columns.at(-1) ?? {});
const most = Math.max(...sizes);
console.log(`\n${most} articles hold ${distinctWords(most)} distinct folded words.`);

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
  // The browser's own start, and what its database puts in order after so many writes, is none of ours.
  await setTimeout(REST);
  // A page where none of it has run: what a reader meets who opens the library and types at once.
  const fresh = await scripted(browser);
  const { first, rows, tenth } = await fresh.evaluate(searchOften, size);
  await fresh.close();
  const seen = await lookAtPage(browser, join(profiles, String(size)));
  const view = await scripted(browser);
  const lists = {
    'the popup’s list': median(
      await several(9, () => call(view, 'untilList', '/popup.html', 'open-library')),
    ),
    'the library’s first rows': median(
      await several(9, () => call(view, 'untilList', '/reader.html', null)),
    ),
  };
  await view.close();
  return {
    ...lists,
    'a read of 50 rows': rows,
    'the very first search': first,
    ...Object.fromEntries(
      Object.entries(tenth).map(([kind, spent]) => [`a search, ${kind}`, spent]),
    ),
    ...seen,
    ...(await written(browser, size)),
  };
}

/** The library page: what it takes above a blank page of ours, and how it bears being typed in. */
async function lookAtPage(browser: Browser, profile: string): Promise<Record<string, number>> {
  const blank = await browser.openExtensionPage('manifest.json');
  await setTimeout(2000);
  const { result, peak } = await peakDuring(profile, async () => {
    const library = await browser.openExtensionPage('reader.html');
    await library.waitFor('library-item');
    await setTimeout(2000);
    const longest = await longestTaskWhileTyping(library);
    await library.close();
    return longest;
  });
  await blank.close();
  return { 'memory of the page, MB': peak.page, 'longest task in typing': result };
}

async function written(browser: Browser, size: number): Promise<Record<string, number>> {
  // Numbers of articles that no run before this one has saved in a kept profile.
  const unsaved = 20_000_000 + (Date.now() % 1_000_000_000);
  // A page that shows no list: one that does is drawn anew with every save.
  const popup = await scripted(browser, 'popup.html');
  const saves = await several(15, (turn) => call(popup, 'save', unsaved + turn));
  const exported = await call(popup, 'exportAll');
  const rounds = await several(3, (turn) =>
    popup.evaluate(
      ([from, count]) => {
        const { warraq } = globalThis as unknown as { warraq: Page };
        return warraq.importNew(from, count);
      },
      [unsaved + 1000 * (turn + 1), IMPORTED] as const,
    ),
  );
  return {
    'a save': median(saves),
    'an export, an article': exported / size,
    'an import, an article': median(rounds.map(({ imported }) => imported / IMPORTED)),
    '  its share of the speed of plain puts': median(rounds.map((one) => one.put / one.imported)),
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
  // As the background does at its start.
  await warraq.warmSearch(library);
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

async function several<T>(times: number, run: (turn: number) => Promise<T>): Promise<T[]> {
  const figures: T[] = [];
  for (let turn = 0; turn < times; turn += 1) figures.push(await run(turn));
  return figures;
}

function print(measured: readonly Record<string, number>[]): void {
  const [first] = measured;
  console.log(
    ['ms'.padEnd(40), ...sizes.map((size) => String(size).padStart(10)), '    grows'].join(''),
  );
  for (const name of Object.keys(first ?? {})) {
    const figures = measured.map((column) => column[name] ?? Number.NaN);
    const factor = (figures.at(-1) ?? 0) / (figures[0] ?? 1);
    const cells = figures.map((figure) => figure.toFixed(2).padStart(10));
    console.log([name.padEnd(40), ...cells, `${factor.toFixed(2)} ×`.padStart(9)].join(''));
  }
}

/** Ratios of one run at the largest size, beside what they are to be. */
function printBars(last: Record<string, number>): void {
  const [first = {}] = columns;
  const at = (name: string, column = last): number => column[name] ?? Number.NaN;
  const rows = at('a read of 50 rows');
  const searches = Object.keys(last).filter((name) => name.startsWith('a search,'));
  const grown = (name: string): number => at(name) / at(name, first);
  const bars: [what: string, figure: number, bar: string][] = [
    ['the popup’s list, times that of the smallest', grown('the popup’s list'), '≤ 1.5'],
    ['the library’s first rows, the same', grown('the library’s first rows'), '≤ 1.5'],
    [
      'the slowest search, in reads of 50 rows',
      Math.max(...searches.map((name) => at(name))) / rows,
      '≤ 5',
    ],
    ['the very first, the same', at('the very first search') / rows, '≤ 15'],
    ['longest task in typing, ms', at('longest task in typing'), '≤ 50'],
    ['a save, times that of the smallest', grown('a save'), '≤ 2'],
    ['import, share of plain puts', at('  its share of the speed of plain puts'), '≥ 0.2'],
    ['memory of the page, MB', at('memory of the page, MB'), '≤ 120'],
  ];
  console.log('');
  for (const [what, figure, bar] of bars) {
    console.log(`${what.padEnd(48)}${figure.toFixed(2).padStart(8)}   ${bar}`);
  }
}
