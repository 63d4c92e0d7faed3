import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { canStartDisplay, startDisplay, type Display } from '../browser/display.ts';
import type { Browser, BrowserName, Page, View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';
import { LIBRARY_NEWS, newsPage, WHEAT_NEWS } from './support/news-page.ts';

const FIRST = 'http://news.example/story-4821973';
const SECOND = 'http://news.example/wheat-5550123';
const BOTH = [LIBRARY_NEWS.title, WHEAT_NEWS.title].toSorted();
/** A script that does not come keeps a page from being whole, and so from being read. */
const NEVER_MS = 600_000;

type Way = 'popup' | 'key' | 'menu';

/** A key sent by the debugging protocol does not reach extension commands: these want a screen. */
const noDisplay = !canStartDisplay() && process.env['CI'] !== 'true';

inBothBrowsers('a save whose background is ended', (name) => {
  test('before and after its commit, begun by the popup', async () => {
    expect(await endAroundCommit(name, 'popup')).toEqual(BOTH);
  });

  test('is kept once it was answered, though the whole browser is ended', async () => {
    const server = await startServer(() => ({
      body: newsPage(LIBRARY_NEWS.title, LIBRARY_NEWS.paragraphs),
    }));
    const profile = await mkdtemp(join(tmpdir(), 'warraq-profile-'));
    onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
    const first = await startBrowser(name, { network: { port: server.port }, profile });
    const popup = await first.pressToolbar(await first.openPage(FIRST));
    await popup.waitFor('article');
    await popup.click('save-button');
    await popup.waitFor('saved-state');
    await first.kill();

    const second = await startBrowser(name, { network: 'cut', profile });
    const reader = await second.openExtensionPage('reader.html');
    await reader.waitFor('library-item');
    expect(await savedTitles(reader)).toEqual([LIBRARY_NEWS.title]);
    expect(await reader.count('unfinished-save')).toBe(0);
  });

  describe.skipIf(noDisplay)(`on a screen ${noDisplay ? '(no Xvfb or xdotool here)' : ''}`, () => {
    test.each<Way>(['key', 'menu'])('before and after its commit, begun by %s', async (way) => {
      expect(await endAroundCommit(name, way)).toEqual(BOTH);
    });

    test.each<Way>(['key', 'menu'])('before the page was read, begun by %s', async (way) => {
      expect(await endBeforeReading(name, way)).toEqual([WHEAT_NEWS.title]);
    });
  });
});

/** Answers what is saved in the end, after pressing again, by title. */
async function endAroundCommit(name: BrowserName, way: Way): Promise<string[]> {
  const { browser, reader, save, speedUp } = await start(name, way);
  speedUp();
  const page = await browser.openPage(FIRST);
  await holdLibrary(reader);
  await save(page);
  await until('the note of the save', () => notes(reader, true));
  await endUnderWay(browser, reader);
  expect(await savedTitles(reader)).toEqual([]);
  await releaseLibrary(reader);

  await expectAtNextOpening(browser, page, { unfinished: 0 });
  await until('the save to be finished', async () => (await savedTitles(reader)).length === 1);
  await until('the note to be crossed out', async () => (await notes(reader, false)) === null);

  await browser.inBackground(holdMarking);
  const second = await browser.openPage(SECOND);
  await save(second);
  await until('the commit', () => browser.inBackground(isMarking));
  expect(await notes(reader, true)).toHaveLength(1);
  await endUnderWay(browser, reader);
  expect(await notes(reader, true)).toHaveLength(1);

  await expectAtNextOpening(browser, second, { unfinished: 0 });
  await until('the note to be crossed out', async () => (await notes(reader, false)) === null);
  await until('both to be listed', async () => (await savedTitles(reader)).length === 2);

  await save(second);
  await until('the note to be crossed out', async () => (await notes(reader, false)) === null);
  return (await savedTitles(reader)).toSorted();
}

async function endBeforeReading(name: BrowserName, way: Way): Promise<string[]> {
  const { browser, reader, save, isLoading, speedUp } = await start(name, way);
  const page = await browser.openPage('http://news.example/start');
  await page.evaluate((address) => {
    setTimeout(() => location.assign(address));
  }, SECOND);
  await until('the slow page', isLoading);
  await save(page);
  await until('the note of the save', () => notes(reader, false));
  await endUnderWay(browser, reader);
  speedUp();
  await page.goto(SECOND);

  await expectAtNextOpening(browser, page, { unfinished: 1 });
  expect(await savedTitles(reader)).toEqual([]);

  await save(page);
  await until('the article', async () => (await savedTitles(reader)).length === 1);
  await expectAtNextOpening(browser, page, { unfinished: 0 });
  return savedTitles(reader);
}

async function start(name: BrowserName, way: Way) {
  let delay = NEVER_MS;
  const server = await startServer((url) => {
    if (url.pathname === '/slow.js') return { body: '', type: 'text/javascript', delay };
    if (!url.pathname.startsWith('/wheat')) {
      return { body: newsPage(LIBRARY_NEWS.title, LIBRARY_NEWS.paragraphs) };
    }
    const page = newsPage(WHEAT_NEWS.title, WHEAT_NEWS.paragraphs);
    return { body: page.replace('</body>', '<script src="/slow.js"></script></body>') };
  });
  const network = { port: server.port };
  const isLoading = () => Promise.resolve(server.requests.some((asked) => asked.endsWith('.js')));
  const speedUp = (): void => {
    delay = 0;
  };
  const site = { isLoading, speedUp };
  if (way === 'popup') {
    const browser = await startBrowser(name, { network });
    const reader = await browser.openExtensionPage('reader.html');
    return { ...site, browser, reader, save: (page: Page) => saveByPopup(browser, page) };
  }
  const display = await startDisplay();
  onTestFinished(() => display.close());
  const browser = await startBrowser(name, { network, headless: false, display: display.name });
  const reader = await browser.openExtensionPage('reader.html');
  const press = way === 'key' ? pressKey : chooseInMenu;
  return { ...site, browser, reader, save: (page: Page) => press(browser, display, page) };
}

/** Each presses «save» as a reader does, and answers when it was pressed, not when it is done. */
async function saveByPopup(browser: Browser, page: Page): Promise<void> {
  const popup = await browser.pressToolbar(page);
  await popup.waitFor('article');
  await popup.click('save-button');
  await until('the press to count', () => popup.evaluate(isPressed));
  await popup.close();
}

async function pressKey(_: Browser, display: Display, page: Page): Promise<void> {
  await page.bringToFront();
  await display.focus();
  await display.key('alt+k');
}

async function chooseInMenu(browser: Browser, display: Display, page: Page): Promise<void> {
  await page.bringToFront();
  await display.focus();
  await display.openMenu(600, 600);
  const fromBottom = browser.name === 'chromium' ? 3 : 1;
  await display.key(...Array.from({ length: fromBottom }, () => 'Up'), 'Return');
}

function isPressed(): boolean {
  const button = document.querySelector('[data-testid=save-button]');
  return (
    button?.getAttribute('aria-busy') === 'true' ||
    button?.querySelector('[data-testid=saved-state]') != null
  );
}

/** The next time the reader opens the popup it tells of this many saves that were not finished. */
async function expectAtNextOpening(
  browser: Browser,
  page: Page,
  { unfinished }: { unfinished: number },
) {
  const popup = await browser.pressToolbar(page);
  if (unfinished > 0) await popup.waitFor('unfinished-save');
  else await popup.waitFor('saved-state');
  expect(await popup.count('unfinished-save')).toBe(unfinished);
  await popup.close();
}

function savedTitles(reader: View): Promise<string[]> {
  return reader.evaluate(() =>
    Array.from(
      document.querySelectorAll('[data-testid=library-item] .name'),
      (name) => name.textContent,
    ),
  );
}

/** Ends the background in the middle of a save. That it ended shows in the save's lock, which the browser then frees. */
async function endUnderWay(browser: Browser, reader: View): Promise<void> {
  await until('the save to be under way', () => reader.evaluate(isUnderWay));
  await browser.killBackground();
  await until('the save to have ended', async () => !(await reader.evaluate(isUnderWay)));
}

async function isUnderWay(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name?.startsWith('save:'));
}

/** Keeps every save from its transaction, in the line all writes wait in. */
async function holdLibrary(reader: View): Promise<void> {
  await reader.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request('library-write', () => {
          held();
          return new Promise((release) => addEventListener('release', release, { once: true }));
        });
      }),
  );
}

async function releaseLibrary(reader: View): Promise<void> {
  await reader.evaluate(() => void dispatchEvent(new Event('release')));
}

type Note = [string, object];

/** What the background wrote down of saves under way, as JSON; null when there is nothing. */
function notes(reader: View, withArticle: boolean): Promise<Note[] | null> {
  return reader.evaluate(async (wholeOnly) => {
    const all: Record<string, unknown> = await chrome.storage.local.get(null);
    const found = Object.entries(all).filter(([key]) => key.startsWith('intent:'));
    const told = JSON.parse(JSON.stringify(found)) as [string, { work: object | null }][];
    const wanted = told.filter(([, { work }]) => work !== null || !wholeOnly);
    return wanted.length > 0 ? wanted : null;
  }, withArticle);
}

// These run in the background, and are gone with it.

/** From now on a save is committed and its note is not marked as that. */
function holdMarking(): void {
  // In Firefox `chrome` is another object than the `browser` the extension uses.
  const { browser = chrome } = globalThis as { browser?: typeof chrome };
  const { local } = browser.storage;
  const set = local.set.bind(local);
  local.set = (entries: object) => {
    if (!Object.keys(entries).some((key) => key.startsWith('committed:'))) return set(entries);
    Object.assign(self, { marking: true });
    return new Promise<void>(() => undefined);
  };
}

function isMarking(): boolean {
  return 'marking' in self;
}
