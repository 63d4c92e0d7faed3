import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Browser, View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';
import { LIBRARY_NEWS, newsPage, WHEAT_NEWS } from './support/news-page.ts';

const ADDRESS = 'http://news.example/story-4821973';

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"/>';

async function newsServer() {
  return startServer((url) => {
    if (url.pathname === '/hall.svg') return { body: PICTURE, type: 'image/svg+xml' };
    const news = url.pathname.startsWith('/wheat') ? WHEAT_NEWS : LIBRARY_NEWS;
    const page = newsPage(news.title, news.paragraphs);
    const picture = '<figure><img src="/hall.svg" alt="قاعة" width="600" height="400"></figure>';
    return { body: page.replace('</p>\n<p>', `</p>${picture}<p>`) };
  });
}

async function pressAndSave(browser: Browser, address: string): Promise<void> {
  const popup = await browser.pressToolbar(await browser.openPage(address));
  await popup.waitFor('article');
  await popup.click('save-button');
  await popup.waitFor('saved-state');
  await popup.close();
}

inBothBrowsers('saving', (name) => {
  test('keeps the whole article through a restart, and asks the network for nothing', async () => {
    const server = await newsServer();
    const profile = await mkdtemp(join(tmpdir(), 'warraq-profile-'));
    onTestFinished(() => rm(profile, { recursive: true, force: true }));
    const first = await startBrowser(name, { network: { port: server.port }, profile });
    await pressAndSave(first, ADDRESS);
    await first.close();
    expect(server.requests).toContain('http://news.example/hall.svg');
    server.forget();

    // The server would answer: that it is not asked is the reader's doing.
    const second = await startBrowser(name, { network: { port: server.port }, profile });
    const reader = await second.openExtensionPage('reader.html');
    await reader.waitFor('library-item');
    await reader.evaluate(() =>
      document.querySelector<HTMLElement>('[data-testid=library-item] a')?.click(),
    );
    await reader.waitFor('article-body');

    expect(await reader.text('article-title')).toBe(LIBRARY_NEWS.title);
    const body = await reader.text('article-body');
    for (const paragraph of LIBRARY_NEWS.paragraphs) {
      expect(body.split(paragraph)).toHaveLength(2);
    }
    expect(body).not.toContain('الرئيسية');
    const direction = await reader.evaluate(() => {
      const text = document.querySelector('[data-testid=article-body] p');
      return text && getComputedStyle(text).direction;
    });
    expect(direction).toBe('rtl');
    expect(await reader.evaluate(() => document.querySelectorAll('main img[src]').length)).toBe(0);
    expect(server.requests).toEqual([]);
  });

  test('from two windows at once makes one item and no error', async () => {
    const server = await newsServer();
    const browser = await startBrowser(name, { network: { port: server.port } });
    const first = await openInTab(browser, ADDRESS, '');
    const second = await openInTab(
      browser,
      `${ADDRESS}?utm_source=elsewhere`,
      await queryOf(first),
    );
    const windows = [first, second];
    await second.evaluate(moveToNewWindow);
    const ids = await Promise.all(windows.map((window) => window.evaluate(windowId)));
    expect(new Set(ids).size).toBe(2);

    await Promise.all(windows.map((window) => pressSave(window)));

    await Promise.all(windows.map((window) => window.waitFor('saved-state')));
    // Both write; a list follows the writes a moment after the state of the button.
    await until('one item in each list', async () =>
      (await countIn(windows, 'library-item')).every((count) => count === 1) ? true : null,
    );
    const library = await browser.openExtensionPage('reader.html');
    await library.waitFor('library-item');
    expect(await library.count('library-item')).toBe(1);
    expect(await countIn(windows, 'library-item')).toEqual([1, 1]);
    expect(await countIn(windows, 'save-failed')).toEqual([0, 0]);
  });

  test('again updates the item, and another page makes another', async () => {
    const server = await newsServer();
    const browser = await startBrowser(name, { network: { port: server.port } });
    await pressAndSave(browser, ADDRESS);
    await pressAndSave(browser, `${ADDRESS}?fbclid=1#comments`);
    await pressAndSave(browser, 'http://www.news.example/wheat-5550123');

    const reader = await browser.openExtensionPage('reader.html');
    await reader.waitFor('library-item');
    const list = await until('the rows', async () => {
      const text = await reader.text('library-list');
      return text.includes(WHEAT_NEWS.title) && text;
    });
    expect(list.split(LIBRARY_NEWS.title)).toHaveLength(2);
    expect(list.split(WHEAT_NEWS.title)).toHaveLength(2);
    expect(await reader.count('library-item')).toBe(2);
  });
});

/** Reads a page and moves its article to a tab, another than the one with the query `known`. */
async function openInTab(browser: Browser, address: string, known: string): Promise<View> {
  const popup = await browser.pressToolbar(await browser.openPage(address));
  await popup.waitFor('article');
  await popup.click('open-tab');
  return until('the other tab', async () => {
    const tab = await browser.extensionTab('live.html');
    if ((await queryOf(tab)) === known) return null;
    await tab.waitFor('article');
    return tab;
  });
}

async function moveToNewWindow(): Promise<void> {
  const tab = await chrome.tabs.getCurrent();
  if (tab?.id === undefined) throw new Error('Not in a tab.');
  await chrome.windows.create({ tabId: tab.id });
}

async function windowId(): Promise<number | undefined> {
  return (await chrome.tabs.getCurrent())?.windowId;
}

function countIn(views: readonly View[], name: string): Promise<number[]> {
  return Promise.all(views.map((view) => view.count(name)));
}

function queryOf(view: View): Promise<string> {
  return view.evaluate(() => location.search);
}

/** Both windows press in the same moment, so from inside the page and not by moving one mouse. */
async function pressSave(view: View): Promise<void> {
  await view.evaluate(() =>
    document.querySelector<HTMLElement>('[data-testid=save-button]')?.click(),
  );
}
