/**
 * `npm run extract -- --pages DIR --out DIR`: the article of every stored page of a folder, with
 * the time it took. Exit status 0 only if every page was written.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type BrowserContext } from 'playwright';
import { findChromium } from '../browser/find.ts';
import { bundleExtractor } from './extractor-bundle.ts';
import type { MeasuredPage } from './measured-page.ts';
import { pageNames, readPage, type StoredPage } from './stored-pages.ts';
import { evaluateApart, openStored } from './stored-tab.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    out: { type: 'string' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});
if (!values.pages || !values.out) {
  console.error('Usage: npm run extract -- --pages DIR --out DIR [--runs N] [--only NAME,NAME]');
  process.exit(2);
}
process.exitCode = await extractAll(
  values.pages,
  values.out,
  runsOf(values.runs),
  values.only?.split(',') ?? null,
);

function runsOf(given: string): number {
  const runs = Number(given);
  if (Number.isInteger(runs) && runs > 0) return runs;
  console.error(`--runs takes a whole number from 1 up, not «${given}».`);
  return process.exit(2);
}

async function extractAll(
  pages: string,
  out: string,
  runs: number,
  only: string[] | null,
): Promise<number> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: set CHROMIUM_PATH.');
  mkdirSync(out, { recursive: true });
  const script = await bundleExtractor();
  const browser = await chromium.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
  });
  let failed = 0;
  try {
    const context = await browser.newContext({ serviceWorkers: 'block', locale: 'ar' });
    for (const name of pageNames(pages)) {
      if (only && !only.includes(name)) continue;
      let result: Record<string, unknown>;
      try {
        result = asWritten(await measure(context, readPage(pages, name), script, runs));
      } catch (error) {
        failed++;
        result = { ok: false, reason: error instanceof Error ? error.message : String(error) };
        console.error(`${name}: ${String(result['reason'])}`);
      }
      writeFileSync(join(out, `${name}.json`), `${JSON.stringify(result, null, 1)}\n`);
    }
  } finally {
    await browser.close();
  }
  return failed === 0 ? 0 : 1;
}

async function measure(
  context: BrowserContext,
  page: StoredPage,
  script: string,
  runs: number,
): Promise<MeasuredPage> {
  const tab = await openStored(context, page);
  try {
    const source = `${script};warraq.measurePage(${runs}, Date.now())`;
    return (await evaluateApart(tab, source)) as MeasuredPage;
  } finally {
    await tab.close();
  }
}

function asWritten({ extraction, ms, readabilityMs, cloneMs }: MeasuredPage) {
  const times = { ms, readabilityMs, cloneMs };
  if (!extraction.ok) {
    const { reason, page } = extraction;
    return { ok: false, reason, title: page.title, lang: page.lang, ...times };
  }
  const { title, byline, publishedTime, siteName, lang, dir, html, text, removals, ...rest } =
    extraction.article;
  return {
    ok: true,
    title,
    byline,
    publishedTime,
    siteName,
    lang,
    dir,
    html,
    text,
    removals,
    ...rest,
    ...times,
  };
}
