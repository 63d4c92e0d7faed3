import { describe, expect, onTestFinished, test } from 'vitest';
import { canStartDisplay, startDisplay } from '../browser/display.ts';
import type { BrowserName, View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';
import { LIBRARY_NEWS, newsPage, WHEAT_NEWS } from './support/news-page.ts';

const ADDRESS = 'http://news.example/story-4821973';
const LINK = 'http://news.example/wheat-5550123';

/** A key sent by the debugging protocol does not reach extension commands: these want a screen. */
const noDisplay = !canStartDisplay() && process.env['CI'] !== 'true';

inBothBrowsers('real keys and menus', (name) => {
  describe.skipIf(noDisplay)(`on a screen ${noDisplay ? '(no Xvfb or xdotool here)' : ''}`, () => {
    test('the key saves and the button tells of it; where there is no article it says that', async () => {
      const { browser, display, reader } = await start(name);
      for (const [address, mark] of [
        [ADDRESS, '✓'],
        ['http://news.example/', '!'],
      ] as const) {
        const page = await browser.openPage(address);
        await page.bringToFront();
        await display.focus();
        await display.key('alt+k');
        await until(`the mark ${mark}`, async () => (await badgeOf(reader, address)) === mark);
      }
      expect(await savedTitles(reader)).toEqual([LIBRARY_NEWS.title]);
    });

    test('the key opens the popup', async () => {
      const { browser, display } = await start(name);
      const page = await browser.openPage(ADDRESS);
      await page.bringToFront();
      await display.focus();
      await display.key('alt+w');
      const popup = await browser.popup();
      await popup.waitFor('article');
      expect(await popup.text('article-title')).toBe(LIBRARY_NEWS.title);
    });

    test('the menu keeps a link, and the press on its page completes it', async () => {
      const { browser, display, reader } = await start(name);
      const page = await browser.openPage('http://news.example/link');
      await page.bringToFront();
      await display.focus();
      await display.openMenu(600, 500);
      await display.key(
        ...Array.from({ length: name === 'chromium' ? 2 : 1 }, () => 'Up'),
        'Return',
      );
      await until('the link', async () => (await savedTitles(reader)).length === 1);
      expect(await savedTitles(reader)).toEqual(['الرابط الذي يقود إلى خبر القمح']);
      expect(await reader.html('library-item')).toContain('data-kind="link"');
      await page.close();

      const popup = await browser.pressToolbar(await browser.openPage(`${LINK}?utm_source=feed`));
      await popup.waitFor('saved-state');
      await until('the text', async () => (await savedTitles(reader)).includes(WHEAT_NEWS.title));
      expect(await savedTitles(reader)).toEqual([WHEAT_NEWS.title]);
      expect(await reader.html('library-item')).toContain('data-kind="article"');
    });

    test('in a private window nothing is written before the reader agrees', async () => {
      const { browser, display, reader } = await start(name);
      await openPrivateWindow(reader, ADDRESS);
      await display.focus();
      await display.key('alt+k');
      const popup = await browser.popup();
      await popup.waitFor('dialog-private');
      expect(await stored(reader)).toEqual([]);
      expect(await savedTitles(reader)).toEqual([]);

      await popup.click('dialog-confirm');
      await until('the article', async () => (await savedTitles(reader)).length === 1);
      expect(await savedTitles(reader)).toEqual([LIBRARY_NEWS.title]);
    });
  });
});

async function start(name: BrowserName) {
  const server = await startServer((url) => {
    if (url.pathname === '/') return { body: newsPage('الرئيسية', []) };
    if (url.pathname === '/link') return { body: linkPage() };
    const news = url.pathname.startsWith('/wheat') ? WHEAT_NEWS : LIBRARY_NEWS;
    return { body: newsPage(news.title, news.paragraphs) };
  });
  const display = await startDisplay();
  onTestFinished(() => display.close());
  const browser = await startBrowser(name, {
    network: { port: server.port },
    headless: false,
    display: display.name,
    privateWindows: true,
  });
  const reader = await browser.openExtensionPage('reader.html');
  return { browser, display, reader };
}

/** One link as large as the window, so that any point of it will do. */
function linkPage(): string {
  return `<!doctype html><html lang="ar" dir="rtl"><title>روابط</title><body style="margin:0">
<a href="/wheat-5550123" style="display:block;block-size:100vh">الرابط الذي يقود إلى خبر القمح</a>`;
}

function savedTitles(reader: View): Promise<string[]> {
  return reader.evaluate(() =>
    Array.from(
      document.querySelectorAll('[data-testid=library-item] .name'),
      (name) => name.textContent,
    ),
  );
}

function badgeOf(reader: View, address: string): Promise<string> {
  return reader.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    const texts = tabs.map(async (tab) =>
      tab.url === url && tab.id !== undefined ? chrome.action.getBadgeText({ tabId: tab.id }) : '',
    );
    return (await Promise.all(texts)).join('');
  }, address);
}

async function openPrivateWindow(reader: View, address: string): Promise<void> {
  await reader.evaluate(async (url) => {
    const opened = await chrome.windows.create({ url, incognito: true });
    const [tab] = opened?.tabs ?? [];
    const end = Date.now() + 10_000;
    while (Date.now() < end) {
      const { status } = await chrome.tabs.get(tab?.id ?? 0);
      if (status === 'complete') return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Waited 10 s for ${url} in a private window.`);
  }, address);
}

/** What the extension keeps on disk besides its library: nothing, before the first save. */
function stored(reader: View): Promise<string[]> {
  return reader.evaluate(async () => Object.keys(await chrome.storage.local.get(null)));
}
