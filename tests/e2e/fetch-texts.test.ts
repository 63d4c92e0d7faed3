import { expect, test } from 'vitest';
import type {
  FetchedTexts,
  fetchTexts as FetchTexts,
} from '../../components/library/fetch-texts.ts';
import type { Item, OpenedItem } from '../../utils/library/item.ts';
import type { Answer, FixtureServer } from '../browser/server.ts';
import type { View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';
import { openLine } from './support/exchange-page.ts';
import { openedItem } from './support/kept-items.ts';
import { LIBRARY_NEWS, newsPage, WHEAT_NEWS } from './support/news-page.ts';
import { png } from './support/png.ts';
import { tell } from './support/seed-library.ts';
import { withHosts } from './with-hosts/build.ts';

const MINUTES = 60_000;
const LENT = { 'fetch-texts.ts': 'fetchTexts' };

const PLAIN = 'http://news.example/story-4821973';
const SECOND = 'http://news.example/wheat-5550123';
const OLD = 'http://old.example/wheat-5550124';
const SHORT = 'http://short.example/s/81';
const LONG = 'http://long.example/2026/story-4821974';
const FILE = 'http://files.example/report.pdf';
const ERROR = 'http://gone.example/story-1';
const EMPTY = 'http://app.example/story-2';
const SCRIPTED = 'http://news.example/runs.js';

/** In whichever language the browser of the tests speaks. */
const SAID = { one: /^1 |رابط واحد/u, two: /^2 |نصان/u };

const plain = newsPage(LIBRARY_NEWS.title, LIBRARY_NEWS.paragraphs).replace(
  '</p>\n<p>',
  '</p><figure><img src="../pictures/hall.png" alt="قاعة"></figure>' +
    '<script src="/runs.js"></script><link rel="preload" as="image" href="/preloaded.png">\n<p>',
);
const old = newsPage(WHEAT_NEWS.title, WHEAT_NEWS.paragraphs).replace('utf-8', 'windows-1256');

const ANSWERS: Record<string, Answer> = {
  [PLAIN]: { body: plain, headers: { 'set-cookie': 'who=reader; path=/' } },
  [SECOND]: { body: newsPage(WHEAT_NEWS.title, WHEAT_NEWS.paragraphs) },
  [OLD]: { body: inWindows1256(old), type: 'text/html' },
  [SHORT]: { body: '', status: 302, headers: { location: LONG } },
  [LONG]: { body: newsPage(LIBRARY_NEWS.title, LIBRARY_NEWS.paragraphs) },
  [FILE]: { body: '%PDF-1.7', type: 'application/pdf' },
  [ERROR]: { body: newsPage(WHEAT_NEWS.title, WHEAT_NEWS.paragraphs), status: 404 },
  [EMPTY]: { body: '<!doctype html><title>تطبيق</title><div id="root"></div>' },
  'http://news.example/pictures/hall.png': { body: png(640, 400), type: 'image/png' },
};
const LINKS = [PLAIN, SECOND, OLD, SHORT, FILE, ERROR, EMPTY];

interface Seen {
  server: FixtureServer;
  cookies: string[];
}

async function site(delay = 0): Promise<Seen> {
  const cookies: string[] = [];
  const server = await startServer(({ href }, request) => {
    if (request.headers.cookie && LINKS.includes(href)) cookies.push(request.headers.cookie);
    const answer = ANSWERS[href];
    return answer && { ...answer, delay };
  });
  return { server, cookies };
}

inBothBrowsers('the texts of kept links', (name) => {
  const extension = withHosts(name, LENT);

  test(
    'are fetched host by host without the reader’s cookies, marked, and improved by a press',
    async () => {
      const { server, cookies } = await site();
      const network = { port: server.port };
      const browser = await startBrowser(name, { network, extension: extension() });
      const page = await browser.openPage(PLAIN);
      const reader = await browser.openExtensionPage('reader.html');
      const links = await keepLinks(reader, LINKS);
      server.forget();
      cookies.length = 0;

      const { outcomes, progress } = await reader.evaluate(fetchAll, links);

      expect(outcomes).toEqual({
        [PLAIN]: 'saved',
        [SECOND]: 'saved',
        [OLD]: 'saved',
        [SHORT]: 'saved',
        [FILE]: 'not-a-page',
        [ERROR]: 'refused',
        [EMPTY]: 'no-article',
      });
      expect(progress).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(cookies).toEqual([]);
      expect(server.requests.toSorted()).toEqual([...LINKS, LONG].toSorted());
      expect(server.requests).not.toContain(SCRIPTED);

      const [first, , third, moved] = await opened(reader, links);
      expect(first?.item).toMatchObject({ kind: 'article', complete: false });
      expect(first?.article).toMatchObject({
        title: LIBRARY_NEWS.title,
        incompleteReason: 'fetched',
        text: LIBRARY_NEWS.paragraphs.join('\n'),
      });
      expect(first?.article?.html).toContain('http://news.example/pictures/hall.png');
      expect(third?.article?.title).toBe(WHEAT_NEWS.title);
      expect(third?.article?.text).toBe(WHEAT_NEWS.paragraphs.join('\n'));
      expect(moved?.item.url).toBe(LONG);
      expect(moved?.item.addresses).toHaveLength(2);

      const popup = await browser.pressToolbar(page);
      await popup.waitFor('saved-state');
      await until('the whole text', async () => {
        const [improved] = await opened(reader, links.slice(0, 1));
        return improved?.item.complete === true ? improved : null;
      });
    },
    2 * MINUTES,
  );

  test(
    'stop being fetched when the reader cancels, and what is done stays',
    async () => {
      const { server } = await site(300);
      const network = { port: server.port };
      const browser = await startBrowser(name, { network, extension: extension() });
      const reader = await browser.openExtensionPage('reader.html');
      const links = await keepLinks(reader, [PLAIN, SECOND]);

      const stopped = await reader.evaluate(fetchAndCancel, links);

      expect(stopped).toBe('cancelled');
      const kinds = await opened(reader, links);
      expect(kinds.map((one) => one?.item.kind)).toEqual(['article', 'link']);
      expect(server.requests).toEqual([PLAIN]);
    },
    MINUTES,
  );

  test(
    'are fetched from the library’s menu, and what came of each is told',
    async () => {
      const { server } = await site();
      const network = { port: server.port };
      const browser = await startBrowser(name, { network, extension: extension() });
      const reader = await browser.openExtensionPage('reader.html');
      const links = await keepLinks(reader, [PLAIN, OLD, FILE, EMPTY]);
      await openLine(reader, 'storage');
      // The facts come after the dialog and move what is below them.
      await reader.waitFor('storage-facts');
      await reader.click('other-pictures');
      await until('the switch', () => reader.evaluate(isSwitchedOn));
      expect(await reader.count('other-pictures-denied')).toBe(0);
      await reader.click('dialog-cancel');
      server.forget();

      await openLine(reader, 'fetch');
      expect(server.requests).toEqual([]);
      await reader.click('dialog-confirm');
      await reader.waitFor('fetch-done', { timeout: 30_000 });

      expect(await reader.text('fetch-saved')).toMatch(SAID.two);
      expect(await reader.text('fetch-not-a-page')).toMatch(SAID.one);
      expect(await reader.text('fetch-no-article')).toMatch(SAID.one);
      expect(await reader.count('fetch-stopped')).toBe(0);
      const kinds = await opened(reader, links);
      expect(kinds.map((one) => one?.item.kind)).toEqual(['article', 'article', 'link', 'link']);
      // Given back after the texts, were it not for the pictures.
      expect(await reader.evaluate(mayAskHosts)).toBe(true);
    },
    MINUTES,
  );

  test('are not asked for without the right', async () => {
    const { server } = await site();
    const browser = await startBrowser(name, { network: { port: server.port } });
    const reader = await browser.openExtensionPage('reader.html');
    const [link] = await keepLinks(reader, [PLAIN]);
    server.forget();
    expect(await tell(reader, 'fetchPage', { id: link?.id ?? '' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(server.requests).toEqual([]);
  });
});

/** The letters these pages use: Node writes no encoding but Unicode's. */
function inWindows1256(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256');
  const codes = new Map<string, number>();
  for (let code = 0; code < 256; code += 1) codes.set(decoder.decode(Uint8Array.of(code)), code);
  return Uint8Array.from(text, (letter) => codes.get(letter) ?? 0x3f);
}

type Link = { id: string; url: string };

async function keepLinks(reader: View, urls: readonly string[]): Promise<Link[]> {
  const links: Link[] = [];
  for (const url of urls) {
    const { item } = await tell<{ item: Item }>(reader, 'saveLink', { url, title: null });
    links.push({ id: item.id, url });
  }
  return links;
}

async function opened(reader: View, links: readonly Link[]): Promise<(OpenedItem | null)[]> {
  const all: (OpenedItem | null)[] = [];
  for (const { id } of links) all.push(await openedItem(reader, id));
  return all;
}

// These run in a page of the extension.

async function fetchAll(
  links: Link[],
): Promise<{ outcomes: Record<string, string>; progress: number[] }> {
  const { fetchTexts } = globalThis as typeof globalThis & { fetchTexts: typeof FetchTexts };
  const progress: number[] = [];
  const signal = new AbortController().signal;
  const fetched: FetchedTexts = await fetchTexts(links, {
    signal,
    progress: ({ done }) => void progress.push(done),
  });
  const outcomes = links.map(({ id, url }) => [url, fetched.outcomes.get(id) ?? 'none']);
  return { outcomes: Object.fromEntries(outcomes), progress };
}

async function mayAskHosts(): Promise<boolean> {
  return chrome.permissions.contains({ origins: ['*://*/*'] });
}

async function fetchAndCancel(links: Link[]): Promise<string | null> {
  const { fetchTexts } = globalThis as typeof globalThis & { fetchTexts: typeof FetchTexts };
  const stop = new AbortController();
  const fetched = await fetchTexts(links, { signal: stop.signal, progress: () => stop.abort() });
  return fetched.stopped;
}

async function isSwitchedOn(): Promise<boolean> {
  const kept = await chrome.storage.local.get('otherPictures');
  return kept['otherPictures'] === true;
}
