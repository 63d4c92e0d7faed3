import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../browser/open.ts';
import { serve, type FixtureServer } from '../browser/server.ts';
import type { Browser, BrowserName, Page } from '../browser/types.ts';
import type { HostilePage } from '../fixtures/hostile/page.ts';
import { HOSTILE_PAGES } from '../fixtures/hostile/pages.ts';
import { sentence } from '../fixtures/sentences.ts';
import type { Extraction } from '../../utils/article/article.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { buildOf } from './support/builds.ts';

/** Milliseconds a page may take, and when it counts as frozen. */
const LIMIT = 2000;
const FROZEN = 20_000;
const ATTEMPTS = 3;
/** Milliseconds of `pace` on an idle machine: a busy one is given as many times the limit. */
const IDLE_PACE = 85;

inBothBrowsers('hostile pages', (name) => {
  let server: FixtureServer;
  let reading: Reading | null = null;

  beforeAll(async () => {
    server = await serve((url) => {
      const page = HOSTILE_PAGES[Number(url.pathname.slice(1))];
      return page
        ? { body: page.html(), ...(page.type ? { type: page.type } : {}) }
        : { body: '<p>.' };
    });
  });

  afterAll(async () => {
    await reading?.browser.close();
    await server.close();
  });

  const pages = HOSTILE_PAGES.map((page, number) => ({ ...page, number })).filter(
    ({ shielded }) => name === 'chromium' || !shielded,
  );

  test.each(pages)(
    '$name',
    async (page) => {
      reading ??= await startReading(name, server.port);
      const { tab } = reading;
      await tab.goto(`http://hostile.example/${page.number}`);
      await tab.evaluate(remember);

      const answer = await fastest(reading);
      if (answer === null) {
        await reading.browser.kill();
        reading = null;
        throw new Error(`No answer in ${FROZEN} ms`);
      }
      const { same, records } = await tab.evaluate(compare);

      expect({
        answered: page.expected === 'answer' ? page.expected : kindOf(answer.extraction),
        missing: missingIn(answer.extraction, page),
        slow: answer.ms > LIMIT && `${answer.ms} ms`,
        changed: !page.restless && !same,
        records: page.restless ? 0 : records,
      }).toEqual({ answered: page.expected, missing: [], slow: false, changed: false, records: 0 });
    },
    FROZEN * (ATTEMPTS + 1),
  );
});

/** A browser with one tab for all pages, and a way to run the extension's script in it. */
interface Reading {
  browser: Browser;
  tab: Page;
  read: () => Promise<Answer>;
}

interface Answer {
  extraction: Extraction;
  ms: number;
}

async function startReading(name: BrowserName, port: number): Promise<Reading> {
  const extension = buildOf(name);
  const browser = await openBrowser(name, { extension, network: { port } });
  const tab = await browser.openPage('http://hostile.example/start');
  const read = name === 'chromium' ? await asPressed(browser, tab) : inPage(tab, extension);
  return { browser, tab, read };
}

/** As a press does it. The right to the tab, once given, stays while the tab stays on its origin. */
async function asPressed(browser: Browser, tab: Page): Promise<() => Promise<Answer>> {
  const view = await browser.openExtensionPage('reader.html');
  const popup = await browser.pressToolbar(tab);
  const tabId = await popup.evaluate(async () => {
    const [pressed] = await chrome.tabs.query({ active: true, currentWindow: true });
    return pressed?.id ?? -1;
  });
  await popup.close();
  return () => view.evaluate(inject, tabId);
}

/**
 * Among the page's own scripts. Firefox takes the right back with every page, and a press for each
 * would double the time. Nothing shields the script here from the page's names, so it is the
 * harder place; pages that clobber the document itself are left to the press.
 */
function inPage(tab: Page, extension: string): () => Promise<Answer> {
  const source = readFileSync(join(extension, 'article.js'), 'utf8');
  return () => tab.evaluate(run, source);
}

function kindOf(extraction: Extraction): HostilePage['expected'] {
  return extraction.ok ? 'text' : 'refused';
}

/** The sentences that should be in the text and are not. */
function missingIn(extraction: Extraction, page: HostilePage): string[] {
  if (page.expected !== 'text' || !extraction.ok) return [];
  const { text } = extraction.article;
  return page.keeps.map(sentence).filter((kept) => !text.includes(kept));
}

/**
 * The best of a few readings, in the time of an idle machine: a test shares its own with others.
 * null where a reading does not end.
 */
async function fastest({ tab, read }: Reading): Promise<Answer | null> {
  let best: Answer | null = null;
  for (let attempt = 0; attempt < ATTEMPTS && (best?.ms ?? LIMIT) >= LIMIT; attempt++) {
    const answer = await Promise.race([read(), frozen()]);
    if (answer === null) return null;
    if (answer.ms >= LIMIT) answer.ms /= Math.max(1, (await tab.evaluate(pace)) / IDLE_PACE);
    if (best === null || answer.ms < best.ms) best = answer;
  }
  return best;
}

function frozen(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, FROZEN, null));
}

// These run in a page: they may use nothing but their argument.

async function inject(tabId: number): Promise<Answer> {
  const start = performance.now();
  const [injected] = await chrome.scripting.executeScript({
    target: { tabId },
    files: ['/article.js'],
  });
  const extraction = injected?.result as Extraction;
  return { extraction, ms: performance.now() - start };
}

async function run(source: string): Promise<Answer> {
  const start = performance.now();
  // oxlint-disable-next-line no-eval -- this page is there to be run in
  const extraction: Extraction = await (0, eval)(source);
  return { extraction, ms: performance.now() - start };
}

function pace(): number {
  const list = Array.from({ length: 100_000 }, (_, index) => `كلمة ${index}`);
  const start = performance.now();
  for (let turn = 0; turn < 8; turn++) JSON.parse(JSON.stringify(list));
  return performance.now() - start;
}

interface Remembering {
  hostileBefore?: string;
  hostileObserver?: MutationObserver;
}

function remember(): void {
  const place = globalThis as Remembering;
  place.hostileBefore = new XMLSerializer().serializeToString(document);
  place.hostileObserver = new MutationObserver(() => {});
  place.hostileObserver.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
}

function compare(): { same: boolean; records: number } {
  const place = globalThis as Remembering;
  return {
    same: place.hostileBefore === new XMLSerializer().serializeToString(document),
    records: place.hostileObserver?.takeRecords().length ?? -1,
  };
}
