/**
 * `npm run bench:extract -- --pages DIR [--runs N] [--cold N] [--browser chromium|firefox]`: what the
 * pipeline costs beside Readability, page by page and in all. It prints the bars and holds nobody to
 * them: times are a matter of the machine.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { BrowserName } from '../browser/types.ts';
import { bundleExtractor } from '../commands/extractor-bundle.ts';
import { median } from '../commands/figures.ts';
import type { MeasuredPage } from '../commands/measured-page.ts';
import { pagesFolder, wholeNumber } from '../commands/options.ts';
import { askPage, readStored } from '../commands/read-stored.ts';
import type { StoredBrowser } from '../commands/stored-browser.ts';
import type { StoredPage } from '../commands/stored-pages.ts';
import { measureCold } from './cold.ts';
import {
  pageLine,
  pairOf,
  SUMMARY_HEAD,
  summaryLine,
  TABLE_HEAD,
  type Bars,
  type PageTimes,
  type Pair,
} from './report.ts';

const ARTICLE_JS_BYTES = 30 * 1024;
const BARS: Bars = { median: 0.6, p95: 0.9, worst: 1.2 };
const COLD_BARS: Bars = { median: 0.8 };

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    runs: { type: 'string', default: '7' },
    cold: { type: 'string', default: '3' },
    browser: { type: 'string' },
    only: { type: 'string' },
  },
});
if (!values.pages || (values.browser && !/^(?:chromium|firefox)$/.test(values.browser))) {
  console.error(
    'Usage: npm run bench:extract -- --pages DIR [--runs N] [--cold N] [--browser chromium|firefox] [--only NAME,NAME]',
  );
  process.exit(2);
}
const plan = {
  pages: pagesFolder(values.pages),
  only: values.only?.split(',') ?? null,
  runs: wholeNumber('runs', values.runs),
  coldRuns: wholeNumber('cold', values.cold),
};
const browsers = values.browser
  ? [values.browser as BrowserName]
  : (['chromium', 'firefox'] as const);
for (const name of browsers) await bench(name);
console.log();
tellSize();

async function bench(name: BrowserName): Promise<void> {
  const script = await bundleExtractor();
  const times: PageTimes[] = [];
  let heading = true;
  await readStored({ ...plan, browser: name }, async (page, browser) => {
    if (heading) {
      console.log(
        `\n${browser.name} ${browser.version}: medians of ${plan.runs} runs, of ${plan.coldRuns} first runs; ms`,
      );
      console.log(TABLE_HEAD);
    }
    heading = false;
    const measured = await measure(page, browser, script);
    times.push(measured);
    console.log(pageLine(measured));
  });
  const milliseconds = (label: string, of: (page: PageTimes) => number) =>
    console.log(summaryLine(label, times.map(of), 1));
  const ratios = (label: string, of: (page: PageTimes) => Ratio, bars: Bars) =>
    console.log(summaryLine(label, times.map(of).map(share), 2, bars));
  console.log(`\n${name}, ${times.length} pages\n${SUMMARY_HEAD}`);
  milliseconds('floor (clone)', ({ clone }) => clone);
  milliseconds('Readability', ({ warm }) => warm.readability);
  milliseconds('pipeline', ({ warm }) => warm.pipeline);
  ratios('pipeline / Readability', ({ warm }) => warm, BARS);
  ratios('  of the fastest runs', ({ warm }) => warm.fastest, BARS);
  milliseconds('first run, Readability', ({ first }) => first.readability);
  milliseconds('first run, pipeline', ({ first }) => first.pipeline);
  ratios('first / first', ({ first }) => first, COLD_BARS);
  ratios('  of the fastest', ({ first }) => first.fastest, COLD_BARS);
  milliseconds('compiled too, Readability', ({ loaded }) => loaded.readability);
  milliseconds('compiled too, pipeline', ({ loaded }) => loaded.pipeline);
  ratios('compiled too / same', ({ loaded }) => loaded, COLD_BARS);
  ratios('  of the fastest', ({ loaded }) => loaded.fastest, COLD_BARS);
}

type Ratio = Pick<Pair, 'pipeline' | 'readability'>;

function share({ pipeline, readability }: Ratio): number {
  return pipeline / readability;
}

async function measure(
  page: StoredPage,
  browser: StoredBrowser,
  script: string,
): Promise<PageTimes> {
  const call = `warraq.measurePage(${plan.runs}, Date.now(), ${JSON.stringify(page.url)})`;
  const { times } = (await askPage(browser, page, script, call)) as MeasuredPage;
  const { pipeline, readability } = await measureCold(browser, page, plan.coldRuns);
  const cold = (figure: 'first' | 'loaded') =>
    pairOf(
      pipeline.map((run) => run[figure]),
      readability.map((run) => run[figure]),
    );
  return {
    name: page.name,
    clone: median(times.clone),
    warm: pairOf(times.pipeline, times.readability),
    first: cold('first'),
    loaded: cold('loaded'),
  };
}

function tellSize(): void {
  for (const folder of ['chrome-mv3', 'firefox-mv3']) {
    const path = join('.output', folder, 'article.js');
    if (!existsSync(path)) {
      console.log(`${path} is not built: \`npm run build\` writes it.`);
      continue;
    }
    const bytes = gzipSync(readFileSync(path), { level: 9 }).byteLength;
    const verdict = bytes <= ARTICLE_JS_BYTES ? 'within' : 'OVER';
    const built = statSync(path).mtime.toISOString().slice(0, 16);
    console.log(
      `${path} (built ${built}Z): ${(bytes / 1024).toFixed(1)} KB gzip, bar ≤ 30 KB: ${verdict}`,
    );
  }
}
