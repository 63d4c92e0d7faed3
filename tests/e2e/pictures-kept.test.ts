import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Answer, FixtureServer } from '../browser/server.ts';
import type { Browser, View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import type { Picture } from '../../utils/library/item.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';
import { newestId, openedItem, openFirst } from './support/kept-items.ts';
import { LIBRARY_NEWS, newsPage } from './support/news-page.ts';
import { png } from './support/png.ts';
import { withHosts } from './with-hosts/build.ts';

const MINUTES = 60_000;
const ADDRESS = 'http://www.news.example/story-4821973';

const OWN = 'http://www.news.example/hall.png?w=640&h=400';
const BESIDE = 'http://images.news.example/shelf.png';
const HUGE = 'http://www.news.example/huge.png';
const OTHER = 'http://pictures.example/street.png';
const DRAWING = 'http://www.news.example/plan.svg';
const NO_PICTURE = 'http://www.news.example/page.png';
const SHUT = 'http://closed.news.example/roof.png';
const ALL = [HUGE, OWN, BESIDE, OTHER, DRAWING, NO_PICTURE, SHUT];

const DRAWN =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><path d="M0 0h9"/></svg>';
const agrees = { 'access-control-allow-origin': 'http://www.news.example' };
const ANSWERS: Record<string, Answer> = {
  [OWN]: { body: png(640, 400), type: 'image/png' },
  [BESIDE]: { body: png(500, 300), type: 'image/png', headers: agrees },
  [HUGE]: { body: png(2400, 1200, { noise: true }), type: 'image/png' },
  [OTHER]: { body: png(320, 200), type: 'image/png' },
  [DRAWING]: { body: DRAWN, type: 'image/svg+xml' },
  [NO_PICTURE]: { body: '<!doctype html><p>page', type: 'image/png' },
  [SHUT]: { body: png(410, 300), type: 'image/png' },
};

function pictured(pictures: readonly string[] = ALL): string {
  const figures = pictures.map(
    (src) => `<figure><img src="${src.replaceAll('&', '&amp;')}" alt="صورة ${src}"></figure>`,
  );
  const [first = '', ...rest] = LIBRARY_NEWS.paragraphs;
  const page = newsPage(LIBRARY_NEWS.title, [first, ...rest]);
  return page.replace(`<p>${rest[0]}</p>`, `<p>${rest[0]}</p>${figures.join('')}`);
}

async function newsServer() {
  return startServer(({ href }) => ANSWERS[href] ?? pageAt(href));
}

/** Answers each picture once: a second request for it is refused. */
async function onceServer() {
  const answered = new Set<string>();
  return startServer(({ href }) => {
    if (href === ADDRESS) return { body: pictured([OWN, OTHER]) };
    if (answered.has(href)) return { status: 403, body: '', type: 'text/plain' };
    answered.add(href);
    return ANSWERS[href];
  });
}

function pageAt(href: string): Answer | null {
  if (href === ADDRESS) return { body: pictured() };
  return href.endsWith('/start') ? { body: '<!doctype html><title>.</title>' } : null;
}

async function profileFolder(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'warraq-profile-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  return profile;
}

async function pressAndSave(browser: Browser): Promise<void> {
  const popup = await browser.pressToolbar(await browser.openPage(ADDRESS));
  await popup.waitFor('article');
  await popup.click('save-button');
  await popup.waitFor('saved-state');
  await popup.close();
}

inBothBrowsers('pictures of a saved article', (name) => {
  test(
    "of the page's own site are kept, and shown after a restart without asking anybody",
    async () => {
      const server = await newsServer();
      const profile = await profileFolder();
      const first = await startBrowser(name, { network: { port: server.port }, profile });
      await pressAndSave(first);
      const library = await first.openExtensionPage('reader.html');
      await library.waitFor('library-item');
      const kept = await keptIn(library, [OWN, BESIDE, HUGE]);
      expect(kept.map(({ address }) => address)).toEqual([OWN, BESIDE, HUGE].toSorted());
      const huge = kept.find(({ address }) => address === HUGE);
      expect(huge).toMatchObject({ type: 'image/webp', width: 1600, height: 800 });
      expect(huge?.size).toBeLessThan(1_500_000);
      const small = (await storedPictures(library)).find(isSmall);
      expect(small).toMatchObject({ address: `small:${HUGE}`, width: 256, height: 144 });
      expect(small?.size).toBeLessThanOrEqual(8192);
      await first.close();
      server.forget();

      // The server would answer: that it is not asked is our doing.
      const second = await startBrowser(name, { network: { port: server.port }, profile });
      const reader = await second.openExtensionPage('reader.html');
      await openFirst(reader);
      const shown = await until('the kept pictures', async () => {
        const pictures = await reader.evaluate(picturesShown);
        return pictures.length === 3 ? pictures : null;
      });
      expect(shown.toSorted((a, b) => a.width - b.width)).toEqual([
        { width: 500, height: 300, scheme: 'blob:' },
        { width: 640, height: 400, scheme: 'blob:' },
        { width: 1600, height: 800, scheme: 'blob:' },
      ]);
      const body = await reader.text('article-body');
      for (const address of [OTHER, DRAWING, NO_PICTURE, SHUT]) expect(body).toContain(address);
      expect(await reader.count('load-pictures')).toBe(1);
      expect(await until('the row’s picture', () => reader.evaluate(rowPicture))).toBe(256);
      expect(server.requests).toEqual([]);

      await reader.click('load-pictures');
      const live = await second.extensionTab('live.html');
      await live.waitFor('article-body');
      // Pictures are asked for where the reader comes to them.
      await live.evaluate(() => document.querySelector('footer, .to-original')?.scrollIntoView());
      // Firefox asks by https for what an extension's page shows, whatever the address says.
      await until('the others to be asked for', async () =>
        server.requests.some((one) => one === OTHER || one === 'CONNECT pictures.example:443'),
      );
      expect(await live.text('article-title')).toBe(LIBRARY_NEWS.title);
    },
    2 * MINUTES,
  );

  test(
    'are shown in the popup too, and to an opened list and article as they come',
    async () => {
      const server = await newsServer();
      const browser = await startBrowser(name, { network: { port: server.port } });
      await pressAndSave(browser);
      const page = await browser.openPage('http://www.news.example/start');
      const popup = await browser.pressToolbar(page);
      await popup.waitFor('open-library');
      await popup.click('open-library');
      await popup.waitFor('library-item');
      await keptIn(popup, [OWN, BESIDE, HUGE]);
      expect(await askedWhileShown(popup, server)).toEqual([]);
    },
    MINUTES,
  );

  test(
    'are taken as the page has drawn them where they cannot be asked for again',
    async () => {
      const server = await onceServer();
      const browser = await startBrowser(name, { network: { port: server.port } });
      await pressAndSave(browser);
      const library = await browser.openExtensionPage('reader.html');
      await library.waitFor('library-item');
      const kept = await keptIn(library, [OWN]);
      expect(kept).toMatchObject([{ address: OWN, type: 'image/webp', width: 640, height: 400 }]);
    },
    MINUTES,
  );

  test(
    'are shown in a private window, which may not open the library itself',
    async () => {
      const server = await newsServer();
      const network = { port: server.port };
      const browser = await startBrowser(name, { network, privateWindows: true });
      await pressAndSave(browser);
      const library = await browser.openExtensionPage('reader.html');
      await library.waitFor('library-item');
      await keptIn(library, [OWN, BESIDE, HUGE]);
      const page = await browser.openPage('http://www.news.example/start', { private: true });
      const popup = await browser.pressToolbar(page);
      await popup.waitFor('open-library');
      await popup.click('open-library');
      expect(await askedWhileShown(popup, server)).toEqual([]);
    },
    MINUTES,
  );

  test(
    'missing after the browser was ended are completed by the next press on the page',
    async () => {
      let answers = false;
      const server = await startServer(({ href }) => {
        if (href === ADDRESS) return { body: pictured() };
        return answers ? ANSWERS[href] : { status: 503, body: '', type: 'text/plain' };
      });
      const profile = await profileFolder();
      const first = await startBrowser(name, { network: { port: server.port }, profile });
      await pressAndSave(first);
      await first.kill();

      const second = await startBrowser(name, { network: { port: server.port }, profile });
      const reader = await second.openExtensionPage('reader.html');
      await reader.waitFor('library-item');
      expect(await storedPictures(reader)).toEqual([]);
      answers = true;
      const popup = await second.pressToolbar(await second.openPage(ADDRESS));
      await popup.waitFor('saved-state');
      const kept = await keptIn(reader, [OWN, BESIDE, HUGE]);
      expect(kept).toHaveLength(3);
    },
    2 * MINUTES,
  );
});

inBothBrowsers('pictures of other hosts', (name) => {
  const extension = withHosts(name);

  test('are fetched by the background alone: no page of ours connects anywhere', async () => {
    const server = await newsServer();
    const network = { port: server.port };
    const browser = await startBrowser(name, { network, extension: extension() });
    const answers: Record<string, string> = {};
    for (const path of ['reader.html', 'live.html', 'popup.html', 'sidepanel.html']) {
      const page = await browser.openExtensionPage(path);
      answers[path] = await page.evaluate(connects);
      await page.close();
    }
    expect(new Set(Object.values(answers))).toEqual(new Set(['refused']));
    expect(server.requests).toEqual([]);
    // The address does answer whoever may ask.
    expect(await browser.inBackground(connects)).toBe('asked');
  });

  test(
    'are kept once the reader has switched it on',
    async () => {
      const server = await newsServer();
      const network = { port: server.port };
      const browser = await startBrowser(name, { network, extension: extension() });
      const reader = await browser.openExtensionPage('reader.html');
      await pressAndSave(browser);
      await reader.waitFor('library-item');
      await keptIn(reader, [OWN, BESIDE, HUGE]);
      expect((await storedPictures(reader)).map(({ address }) => address)).not.toContain(OTHER);

      await reader.evaluate(() => chrome.storage.local.set({ otherPictures: true }));
      const popup = await browser.pressToolbar(await browser.openPage(ADDRESS));
      await popup.waitFor('saved-state');
      const kept = await keptIn(reader, [OWN, BESIDE, HUGE, OTHER, SHUT]);
      expect(kept).toHaveLength(5);
    },
    2 * MINUTES,
  );
});

/** The kept pictures of the one article, once these are among them; the copies for lists are left out. */
async function keptIn(view: View, addresses: string[]): Promise<Picture[]> {
  return until('the pictures to be kept', async () => {
    const all = await storedPictures(view);
    const kept = all.filter((one) => !isSmall(one));
    return addresses.every((one) => kept.some(({ address }) => address === one)) ? kept : null;
  });
}

function isSmall({ address }: Picture): boolean {
  return address.startsWith('small:');
}

/** Opens the article in the popup, and answers what was asked for until its kept pictures stood there. */
async function askedWhileShown(popup: View, server: FixtureServer): Promise<string[]> {
  server.forget();
  await openFirst(popup);
  await until('the kept pictures', async () =>
    (await popup.evaluate(picturesShown)).length === 3 ? true : null,
  );
  return [...server.requests];
}

/** All that are stored for the newest article, the copies for lists among them. */
async function storedPictures(view: View): Promise<Picture[]> {
  return (await openedItem(view, await newestId(view)))?.pictures ?? [];
}

// These run in a page of the extension.

/** Pixels. */
function rowPicture(): number | undefined {
  return document.querySelector<HTMLImageElement>('[data-testid=library-item] img')?.naturalWidth;
}

async function connects(): Promise<string> {
  try {
    await fetch('http://www.news.example/hall.png');
    return 'asked';
  } catch {
    return 'refused';
  }
}

function picturesShown(): { width: number; height: number; scheme: string }[] {
  return Array.from(document.querySelectorAll<HTMLImageElement>('main img[src]'))
    .filter(({ naturalWidth }) => naturalWidth > 0)
    .map(({ naturalWidth: width, naturalHeight: height, src }) => ({
      width,
      height,
      scheme: new URL(src).protocol,
    }));
}
