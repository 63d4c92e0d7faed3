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

/** Milliseconds. A page that takes longer to open or to read has failed. */
const PATIENCE = 60_000;

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
  Math.max(1, Number(values.runs)),
  values.only?.split(',') ?? null,
);

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

/** Opens the page at its own address, answered from the store; no other request leaves the machine. */
async function measure(
  context: BrowserContext,
  page: StoredPage,
  script: string,
  runs: number,
): Promise<MeasuredPage> {
  const tab = await context.newPage();
  tab.setDefaultTimeout(PATIENCE);
  let answered = false;
  await tab.route('**/*', async (route) => {
    const request = route.request();
    if (answered || !request.isNavigationRequest() || request.frame() !== tab.mainFrame()) {
      await route.abort();
      return;
    }
    answered = true;
    await route.fulfill({
      body: page.bytes,
      headers: {
        'content-type': `text/html; charset=${page.charset}`,
        // Scripts are stopped, not switched off: without scripting `<noscript>` would be parsed.
        'content-security-policy': "script-src 'none'",
      },
    });
  });
  try {
    await tab.goto(page.url, { waitUntil: 'domcontentloaded' });
    return await evaluateApart(tab, context, `${script};warraq.measurePage(${runs}, Date.now())`);
  } finally {
    await tab.close();
  }
}

/** Runs source in an isolated world, as a content script runs: the page's policy and names do not reach it. */
async function evaluateApart(
  tab: Awaited<ReturnType<BrowserContext['newPage']>>,
  context: BrowserContext,
  expression: string,
): Promise<MeasuredPage> {
  const session = await context.newCDPSession(tab);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'warraq',
  });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression,
    returnByValue: true,
    timeout: PATIENCE,
  });
  if (exceptionDetails) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value as MeasuredPage;
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
