/**
 * `npm run bench:open -- --pages DIR [--runs N] [--browser chromium|firefox] [--only NAME,NAME]`: from
 * the press on the toolbar button to the text, each time in a browser just started, beside Readability
 * alone in a tab where nothing has run, and beside a bare popup that reads and shows the page's words
 * as they are: what no popup can do without. It prints the bars and holds nobody to them.
 */
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openBrowser } from '../browser/open.ts';
import { serve } from '../browser/server.ts';
import type { BrowserName } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { median } from '../commands/figures.ts';
import { pagesFolder, wholeNumber } from '../commands/options.ts';
import { openStoredBrowser } from '../commands/stored-browser.ts';
import { pageNames, readPage, type StoredPage } from '../commands/stored-pages.ts';
import { STORED_POLICY } from '../commands/stored-tab.ts';
import { measureCold } from './cold.ts';
import { buildBare, buildTimed } from './open/build.ts';
import { row, SUMMARY_HEAD, summaryLine, type Bars } from './report.ts';

/** Milliseconds a browser just started is left alone. */
const REST_MS = 2000;

const BARS: Bars = { median: 0.9, p95: 1.2 };

/** Milliseconds, one after the other from the press to the text. */
interface Opening {
  /** The press, and the browser's making of the popup, up to the first line of ours in it. */
  browser: number;
  /** Our first scripts in the popup, until they ask for the article. */
  start: number;
  /** What the extractor takes in the page. */
  extraction: number;
  /** Its injection and compiling, the answer's way back, and what the popup still does meanwhile. */
  transfer: number;
  sanitising: number;
  /** All else: checks, the interface, layout and the first frame with the text. */
  painting: number;
}

const PARTS = ['browser', 'start', 'extraction', 'transfer', 'sanitising', 'painting'] as const;

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    runs: { type: 'string', default: '3' },
    browser: { type: 'string' },
    only: { type: 'string' },
  },
});
if (!values.pages || (values.browser && !/^(?:chromium|firefox)$/.test(values.browser))) {
  console.error(
    'Usage: npm run bench:open -- --pages DIR [--runs N] [--browser chromium|firefox] [--only NAME,NAME]',
  );
  process.exit(2);
}
const folder = pagesFolder(values.pages);
const only = values.only?.split(',') ?? null;
const runs = wholeNumber('runs', values.runs);
const browsers = values.browser
  ? [values.browser as BrowserName]
  : (['chromium', 'firefox'] as const);
for (const name of browsers) await bench(name);

async function bench(name: BrowserName): Promise<void> {
  const extension = await buildTimed(name);
  const bare = await buildBare(name);
  const stored = await openStoredBrowser(name);
  const openings: Opening[] = [];
  const bareOpenings: Opening[] = [];
  const readabilities: number[] = [];
  console.log(`\n${name} ${stored.version}: medians of ${runs} runs; ms`);
  console.log(row('page', [...PARTS.map(shortened), 'ours', 'bare', 'Read.', 'ratio']));
  try {
    for (const page of pageNames(folder).filter((one) => !only || only.includes(one))) {
      const read = readPage(folder, page);
      const opening = await measured(name, extension, read);
      const bareOpening = opening && (await measured(name, bare, read));
      if (!bareOpening) {
        console.log(`${page}: no article was shown`);
        continue;
      }
      const cold = await measureCold(stored, read, runs, ['readability']);
      const readability = median(cold.readability.map(({ loaded }) => loaded));
      openings.push(opening);
      bareOpenings.push(bareOpening);
      readabilities.push(readability);
      const ours = ownShare(opening);
      const parts = PARTS.map((part) => opening[part]);
      const figures = [...parts, ours, ownShare(bareOpening), readability];
      console.log(
        row(page, [...figures.map((one) => one.toFixed(1)), (ours / readability).toFixed(2)]),
      );
    }
  } finally {
    await stored.close();
    for (const built of [extension, bare])
      await rm(dirname(built), { recursive: true, force: true, maxRetries: 5 });
  }
  console.log(`\n${name}, ${openings.length} pages\n${SUMMARY_HEAD}`);
  for (const part of PARTS) {
    const label = `${shortened(part)}, ms`;
    console.log(
      summaryLine(
        label,
        openings.map((opening) => opening[part]),
        1,
      ),
    );
  }
  const share = (all: readonly Opening[]) =>
    all.map((opening, index) => ownShare(opening) / readabilities[index]!);
  console.log(summaryLine('our own share, ms', openings.map(ownShare), 1));
  console.log(summaryLine('a bare popup, ms', bareOpenings.map(ownShare), 1));
  console.log(summaryLine('Readability, cold, ms', readabilities, 1));
  console.log(summaryLine('own share / Readability', share(openings), 2, BARS));
  console.log(summaryLine('bare popup / Readability', share(bareOpenings), 2, BARS));
}

function shortened(part: (typeof PARTS)[number]): string {
  return part.slice(0, 8);
}

/** All but the browser's own start of the popup. */
function ownShare(opening: Opening): number {
  return PARTS.filter((part) => part !== 'browser').reduce((sum, part) => sum + opening[part], 0);
}

/** The middle of some openings, part by part; null where no article is shown. */
async function measured(
  name: BrowserName,
  extension: string,
  page: StoredPage,
): Promise<Opening | null> {
  const all: Opening[] = [];
  for (let run = 0; run < runs; run++) {
    const opening = await open(name, extension, page);
    if (!opening) return null;
    all.push(opening);
  }
  const middle = (part: (typeof PARTS)[number]) => median(all.map((opening) => opening[part]));
  return {
    browser: middle('browser'),
    start: middle('start'),
    extraction: middle('extraction'),
    transfer: middle('transfer'),
    sanitising: middle('sanitising'),
    painting: middle('painting'),
  };
}

/**
 * Opens the page in a browser of its own and presses the button once, when the start of the browser
 * is over: Readability, too, runs in one that has come to rest.
 */
async function open(
  name: BrowserName,
  extension: string,
  page: StoredPage,
): Promise<Opening | null> {
  // Of no host that browsers know to be encrypted.
  const { pathname, search } = new URL(page.url);
  const address = new URL(pathname + search, 'http://stored.example');
  const server = await serve(({ href }) =>
    href === address.href
      ? {
          body: page.bytes,
          type: `text/html; charset=${page.charset}`,
          headers: { 'content-security-policy': STORED_POLICY },
        }
      : { status: 404, body: '' },
  );
  const browser = await openBrowser(name, { extension, network: { port: server.port } });
  try {
    const tab = await browser.openPage(address.href);
    await setTimeout(REST_MS);
    const pressed = Date.now();
    const popup = await browser.pressToolbar(tab);
    const marks = await until('the popup to have answered', async () => {
      const found = await popup.evaluate(marksOf);
      return found.isDone ? found : null;
    });
    if (marks.shown === null) return null;
    // A bare popup extracts nothing.
    const extraction = Number(
      await tab.evaluate(() => document.documentElement.dataset['benchExtraction'] ?? 0),
    );
    const { origin, boot, asked, answered, shown, sanitising } = marks;
    return {
      browser: origin + boot - pressed,
      start: asked - boot,
      extraction,
      transfer: answered - asked - extraction,
      sanitising,
      painting: shown - answered - sanitising,
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

// This runs in the popup: it may use nothing outside itself.

function marksOf() {
  const at = (mark: string) => performance.getEntriesByName(mark)[0]?.startTime ?? null;
  const shown = at('bench:shown');
  return {
    isDone: shown !== null || document.querySelector('[data-testid=no-article]') !== null,
    origin: performance.timeOrigin,
    boot: at('bench:boot') ?? 0,
    asked: at('bench:asked') ?? 0,
    answered: at('bench:answered') ?? 0,
    shown,
    sanitising: performance.getEntriesByName('bench:sanitise')[0]?.duration ?? 0,
  };
}
