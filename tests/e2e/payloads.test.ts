import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../browser/open.ts';
import { serve, type FixtureServer } from '../browser/server.ts';
import type { Browser, BrowserName, View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import {
  BATCHES,
  bodyOf,
  bodyPage,
  hostileArticle,
  PLACED,
  statementPage,
  STATEMENTS,
  type Placed,
} from '../fixtures/payloads/batches.ts';
import { sentence } from '../fixtures/sentences.ts';
import { buildSanitiserOff } from './sanitiser-off/build.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { buildOf } from './support/builds.ts';
import { ALLOWED, inspect, type Inspection } from './support/inspect.ts';
import { newestId, openFirst } from './support/kept-items.ts';
import { seed, tell } from './support/seed-library.ts';

const MINUTES = 60_000;
/** Looks at what a view shows now, and holds it to the list. */
const NOW = { allowed: ALLOWED, id: null };

/** Milliseconds given to what runs by itself, like a picture that fails to load. */
const LATE = 500;
/** The problems that mean a script ran, not only that something stood there. */
const RAN = / (?:ran|was called)$/u;

inBothBrowsers('payloads', (name) => {
  let server: FixtureServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await servePayloads();
    browser = await start(name, buildOf(name), server);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  // A third is enough in Firefox: what differs there is the parser and the view, not the payload.
  const bodies = BATCHES.map((batch, number) => ({ batch, number }));
  test.each(name === 'chromium' ? bodies : bodies.filter(({ number }) => number % 3 === 0))(
    'in the body of page $number stay harmless from the press to the saved article',
    async ({ batch, number }) => {
      const views = await throughAllViews(browser, server, `/body/${number}`);

      const missing = (view: Inspection): string[] =>
        batch
          .flatMap(({ before, after }) => (after === null ? [before] : [before, after]))
          .filter((kept) => !view.body.includes(kept));
      const clean = { problems: [], missing: [] };
      const seen = ({ problems, ...view }: Inspection) => ({
        problems,
        missing: missing({ problems, ...view }),
      });
      expect({
        popup: seen(views.popup),
        tab: seen(views.tab),
        saved: seen(views.saved),
        requests: views.requests,
      }).toEqual({ popup: clean, tab: clean, saved: clean, requests: [] });
    },
    MINUTES,
  );

  const statements = STATEMENTS.map((_, number) => number);
  test.each(name === 'chromium' ? statements : statements.filter((number) => number % 4 === 0))(
    'in headline, byline, caption, alt and site of page %i stay harmless',
    async (number) => {
      const views = await throughAllViews(browser, server, `/statement/${number}`);

      const first = sentence(number * 6);
      expect({
        problems: [views.popup, views.tab, views.saved].map(({ problems }) => problems),
        text: [views.popup, views.tab, views.saved].map(({ body }) => body.includes(first)),
        requests: views.requests,
      }).toEqual({ problems: [[], [], []], text: [true, true, true], requests: [] });
    },
    MINUTES,
  );

  test(
    'saved and opened again in the popup ask for nothing and stay harmless',
    async () => {
      const batch = PLACED.filter(({ payload, number }) => !payload.last && number % 5 === 0);
      const first = batch[0] as Placed;
      const article = {
        ...hostileArticle(first),
        url: 'http://news.example/batch',
        html: bodyOf(batch),
      };
      const reader = await browser.openExtensionPage('reader.html');
      await seed(reader, [article], 'update');
      await reader.close();
      const page = await browser.openPage('http://news.example/statement/0');
      const popup = await browser.pressToolbar(page);
      await popup.waitFor('article');
      await popup.click('open-library');
      await popup.waitFor('library-item');
      server.forget();

      await openFirst(popup);
      await popup.waitFor('back');
      const saved = await popup.evaluate(inspect, NOW);
      await popup.close();
      await page.close();

      const kept = batch.filter(({ before }) => saved.body.includes(before));
      expect({ problems: saved.problems, requests: server.requests }).toEqual({
        problems: [],
        requests: [],
      });
      expect(kept).toHaveLength(batch.length);
    },
    MINUTES,
  );

  const records = recordsFor(name);
  test(
    'in every field of a stored record stay harmless',
    async () => {
      const reader = await browser.openExtensionPage('reader.html');
      server.forget();

      const shown = await showStored(reader, records);

      expect(shown.map(({ placed, view }) => judge(placed, view)).filter(Boolean)).toEqual([]);
      expect(shown).toHaveLength(records.length);
      expect(server.requests).toEqual([]);
      await reader.close();
    },
    5 * MINUTES,
  );
});

inBothBrowsers('payloads with the sanitiser off', (name) => {
  let server: FixtureServer;
  let browser: Browser;
  let extension: string;

  beforeAll(async () => {
    server = await servePayloads();
    extension = await buildSanitiserOff(name);
    browser = await start(name, extension, server);
  }, MINUTES);
  afterAll(async () => {
    await browser.close();
    await server.close();
    await rm(dirname(extension), { recursive: true });
  });

  const records = recordsFor(name);
  test(
    'run nowhere: the policy of the page alone stops them',
    async () => {
      const reader = await browser.openExtensionPage('reader.html');

      const shown = await showStored(reader, records);

      const ran = shown.flatMap(({ view }) => view.problems).filter((problem) => RAN.test(problem));
      expect(ran).toEqual([]);
      // What stood there unsanitised was seen, so the first wall was off and the looking works.
      const open = shown.filter(({ view }) => view.problems.length > 0);
      expect(open.length).toBeGreaterThan(records.length / 2);
      expect(shown).toHaveLength(records.length);
    },
    5 * MINUTES,
  );

  test('do run in a page without a policy, so that what stops them is known', async () => {
    const page = await browser.openPage('http://news.example/open/3');
    const ran = await until('a payload to run', () =>
      page.evaluate(() => (globalThis as typeof globalThis & { payloadRan?: number }).payloadRan),
    );
    expect(typeof ran).toBe('number');
  });
});

/** All in Chromium, every third in Firefox, which is slower to be asked. */
function recordsFor(name: BrowserName): Placed[] {
  return name === 'chromium' ? PLACED : PLACED.filter(({ number }) => number % 3 === 0);
}

/** The pages stop their own scripts, as the payloads are for our views; `/open` lets them run. */
function servePayloads(): Promise<FixtureServer> {
  return serve(({ hostname, pathname }) => {
    if (hostname !== 'news.example') return null;
    const [, kind, number] = pathname.split('/');
    if (kind === 'open') return { body: bodyPage(Number(number)) };
    const headers = { 'content-security-policy': "script-src 'none'; frame-src 'none'" };
    if (kind === 'body') return { body: bodyPage(Number(number)), headers };
    return kind === 'statement' ? { body: statementPage(Number(number)), headers } : null;
  });
}

function start(name: BrowserName, extension: string, server: FixtureServer): Promise<Browser> {
  return openBrowser(name, { extension, network: { port: server.port } });
}

interface Views {
  popup: Inspection;
  tab: Inspection;
  saved: Inspection;
  /** What the saved article asked the network for. */
  requests: string[];
}

/** Presses the button, opens the tab, saves there, closes it all and opens the article from the library. */
async function throughAllViews(
  browser: Browser,
  server: FixtureServer,
  path: string,
): Promise<Views> {
  const page = await browser.openPage(`http://news.example${path}`);
  const pressed = await browser.pressToolbar(page);
  await pressed.waitFor('article');
  const popup = await pressed.evaluate(inspect, NOW);
  await pressed.click('open-tab');
  const live = await browser.extensionTab('live.html');
  await live.waitFor('article');
  const tab = await live.evaluate(inspect, NOW);
  await live.click('save-button');
  await live.waitFor('saved-state');
  // The page itself is asked for its pictures after the save: what is asked for later is the saved
  // article's doing.
  await tell(live, 'keepPictures', { id: await newestId(live) });
  await live.close();
  await page.close();
  server.forget();

  const reader = await browser.openExtensionPage('reader.html');
  await openFirst(reader);
  const saved = await reader.evaluate(inspect, NOW);
  await reader.close();
  return { popup, tab, saved, requests: [...server.requests] };
}

/** Saves a record for each payload and shows them one after the other in the reader. */
async function showStored(
  reader: View,
  payloads: Placed[],
): Promise<{ placed: Placed; view: Inspection }[]> {
  const ids = await seed(reader, payloads.map(hostileArticle), 'update');
  await reader.waitFor('library-item');
  const shown: { placed: Placed; view: Inspection }[] = [];
  for (const [index, placed] of payloads.entries()) {
    const id = ids[index] ?? 'not saved';
    shown.push({ placed, view: await reader.evaluate(inspect, { allowed: ALLOWED, id }) });
  }
  await new Promise((resolve) => setTimeout(resolve, LATE));
  const last = shown.at(-1);
  if (last) last.view.problems.push(...(await reader.evaluate(inspect, NOW)).problems);
  return shown;
}

/** null where all is well. */
function judge({ payload, before, after }: Placed, view: Inspection): object | null {
  const missing = [before, after ?? ''].filter((kept) => !view.body.includes(kept));
  const title = payload.html.replace(/\s+/gu, ' ').trim();
  if (!view.text.includes(title)) missing.push(title);
  return view.problems.length + missing.length === 0
    ? null
    : { name: payload.name, problems: view.problems, missing };
}
