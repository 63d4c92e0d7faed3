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
import type { MeasuredPage } from '../commands/measured-page.ts';
import { wholeNumber } from '../commands/options.ts';
import { askPage, readStored } from '../commands/read-stored.ts';
import type { StoredBrowser } from '../commands/stored-browser.ts';
import type { StoredPage } from '../commands/stored-pages.ts';
import { measureCold, type ColdSubject } from './cold.ts';
import { pageLine, SUMMARY_HEAD, summaryLine, TABLE_HEAD, type PageTimes } from './report.ts';

const ARTICLE_JS_BYTES = 30 * 1024;
const BARS = { median: 0.6, p95: 0.9, worst: 1.2 };
const COLD_BARS = { median: 0.8 };

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
  pages: values.pages,
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
  const ratios = (of: (page: PageTimes) => { pipeline: number; readability: number }) =>
    times.map((page) => of(page).pipeline / of(page).readability);
  console.log(`\n${name}, ${times.length} pages\n${SUMMARY_HEAD}`);
  const milliseconds = (label: string, of: (page: PageTimes) => number) =>
    console.log(summaryLine(label, times.map(of), 1));
  milliseconds('floor (clone)', ({ clone }) => clone);
  milliseconds('Readability', ({ warm }) => warm.readability);
  milliseconds('pipeline', ({ warm }) => warm.pipeline);
  console.log(
    summaryLine(
      'pipeline / Readability',
      ratios(({ warm }) => warm),
      2,
      BARS,
    ),
  );
  milliseconds('first run, Readability', ({ first }) => first.readability);
  milliseconds('first run, pipeline', ({ first }) => first.pipeline);
  console.log(
    summaryLine(
      'first / first',
      ratios(({ first }) => first),
      2,
      COLD_BARS,
    ),
  );
  milliseconds('compiled too, Readability', ({ loaded }) => loaded.readability);
  milliseconds('compiled too, pipeline', ({ loaded }) => loaded.pipeline);
  console.log(
    summaryLine(
      'compiled too / same',
      ratios(({ loaded }) => loaded),
      2,
      COLD_BARS,
    ),
  );
}

async function measure(
  page: StoredPage,
  browser: StoredBrowser,
  script: string,
): Promise<PageTimes> {
  const url = JSON.stringify(page.url);
  const call = `warraq.measurePage(${plan.runs}, Date.now(), ${url})`;
  const { ms, readabilityMs, cloneMs } = (await askPage(
    browser,
    page,
    script,
    call,
  )) as MeasuredPage;
  const cold = await measureCold(browser, page, plan.coldRuns);
  const both = (of: (subject: ColdSubject) => number) => ({
    pipeline: of('pipeline'),
    readability: of('readability'),
  });
  return {
    name: page.name,
    clone: cloneMs,
    warm: { pipeline: ms, readability: readabilityMs },
    first: both((subject) => cold[subject].first),
    loaded: both((subject) => cold[subject].loaded),
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
