import { expect, test } from 'vitest';
import { folderSite } from '../browser/folder-site.ts';
import type { Browser, BrowserName, Page, View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { axeViolations } from './support/axe.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';
import { unreachable } from './support/keyboard.ts';
import { openFirst } from './support/kept-items.ts';
import { setLook } from './support/look.ts';
import { seed, storyOf, tell } from './support/seed-library.ts';
import { sideways } from './support/sideways.ts';

const ARTICLE = 'http://news.example/boats.html';
const PAPER = /\.pdf$/;
const LIST = 'http://news.example/list.html';
/** Pages no extension may read: Firefox's driver goes to none of the browser's own. */
const CLOSED = { chromium: 'chrome://version/', firefox: 'http://news.example/paper.pdf' };
/** These can be opened again in a frame as narrow as a telephone. */
const REFLOWED = new Set(['live.html', 'reader.html: saved article', 'sidepanel.html: article']);
/** The dark theme has the same elements: its colours are looked at once. */
const THEMES = { ar: ['light', 'dark'], en: ['light'] } as const;

inBothBrowsers('every face of every page', (name) => {
  describeLanguage('ar');
  describeLanguage('en');

  function describeLanguage(language: 'ar' | 'en'): void {
    test(`axe finds nothing, the keyboard reaches all (${language})`, async () => {
      for (const theme of THEMES[language]) {
        const browser = await open(name);
        await setLook(browser, { language, theme });
        const found: Record<string, string[]> = {};
        await eachFace(browser, async (face, view) => {
          expect(await view.evaluate(() => document.documentElement.lang)).toBe(language);
          found[`axe, ${face}`] = await axeViolations(view);
          if (theme !== 'light') return;
          found[`keyboard, ${face}`] = await unreachable(view);
          if (REFLOWED.has(face)) found[`width, ${face}`] = await sideways(view);
        });
        expect(Object.entries(found).filter(([, wrong]) => wrong.length > 0)).toEqual([]);
        expect(Object.keys(found).length).toBeGreaterThanOrEqual(theme === 'light' ? 53 : 24);
      }
    }, 240_000);
  }
});

async function open(name: BrowserName): Promise<Browser> {
  const site = folderSite('tests/fixtures/sample');
  const server = await startServer((url) =>
    PAPER.test(url.pathname)
      ? { body: '%PDF-1.4', type: 'application/pdf' }
      : (site(url) ?? { body: '<!doctype html><title>·</title>' }),
  );
  return startBrowser(name, { network: { port: server.port } });
}

type Look = (face: string, view: View) => Promise<void>;

/** Every state a reader meets on the way from a page to the saved article, in popup, tab and panel. */
async function eachFace(browser: Browser, look: Look): Promise<void> {
  await pagesWithoutArticle(browser, look);
  const page = await browser.openPage(ARTICLE);
  await unsavedArticle(browser, page, look);
  await savedArticle(browser, page, look);
  await fullTab(browser, look);
  await libraryFaces(browser, look);
  await panel(browser, page, look);
  await page.close();
}

async function pagesWithoutArticle(browser: Browser, look: Look): Promise<void> {
  for (const [address, state] of [
    [CLOSED[browser.name], 'state-restricted'],
    [LIST, 'state-no-article'],
  ] as const) {
    const page = await browser.openPage(address);
    const popup = await browser.pressToolbar(page);
    await popup.waitFor(state);
    await look(`popup: ${state}`, popup);
    await popup.click('state-open-library');
    await popup.waitFor('state-empty-library');
    if (address === LIST) await look('popup: empty library', popup);
    await popup.close();
    await page.close();
  }
}

async function unsavedArticle(browser: Browser, page: Page, look: Look): Promise<void> {
  const popup = await browser.pressToolbar(page);
  await popup.waitFor('article');
  await popup.click('open-tab');
  const live = await browser.extensionTab('live.html');
  await live.waitFor('article');
  await look('live.html', live);
  const address = await live.evaluate(() => location.pathname.slice(1) + location.search);
  await live.close();

  const asking = await browser.openExtensionPage(`${address}&private=1`);
  await asking.waitFor('article');
  await asking.click('save-button');
  await asking.waitFor('dialog-private');
  await look('live.html: dialog', asking);
  await asking.close();
}

async function savedArticle(browser: Browser, page: Page, look: Look): Promise<void> {
  const popup = await browser.pressToolbar(page);
  await popup.waitFor('article');
  await popup.click('show-removals');
  await look('popup: article', popup);
  await popup.click('save-button');
  await popup.waitFor('saved-state');
  for (const [button, inside] of [
    ['type-button', 'text-size'],
    ['more-menu', 'menu-delete'],
  ] as const) {
    await popup.click(button);
    await popup.waitFor(inside);
    await look(`popup: ${button}`, popup);
    if (button === 'type-button') await popup.click(button);
  }
  await popup.click('menu-delete');
  await popup.waitFor('undo');
  await until('the focus on «undo»', () =>
    popup.evaluate(() => document.activeElement?.getAttribute('data-testid') === 'undo'),
  );
  await look('popup: undo', popup);
  await popup.click('save-button');
  await popup.waitFor('saved-state');
  await popup.click('open-library');
  await popup.waitFor('library-item');
  await look('popup: library', popup);
  await popup.close();
}

async function fullTab(browser: Browser, look: Look): Promise<void> {
  const reader = await browser.openExtensionPage('reader.html');
  await reader.waitFor('library-item');
  await look('reader.html', reader);
  await openFirst(reader);
  await look('reader.html: saved article', reader);
  await reader.close();
}

/** What opens over shelves and list, and what they show when they are searched or emptied. */
async function libraryFaces(browser: Browser, look: Look): Promise<void> {
  const seeding = await browser.openExtensionPage('reader.html');
  const ids = await seed(
    seeding,
    [1, 2, 3, 4].map((n) => storyOf(n)),
  );
  await tell(seeding, 'tagItems', { ids: ids.slice(1), add: ['اقتصاد'], remove: [] });
  await tell(seeding, 'setFlags', { ids: ids.slice(0, 1), flags: { deleted: true } });
  await seeding.close();
  const reader = await browser.openExtensionPage('reader.html');
  await reader.waitFor('shelf-tag');
  for (const [button, inside] of [
    ['row-menu', 'delete-item'],
    ['sort-menu', 'order-length'],
    ['filter-menu', 'only-unread'],
  ] as const) {
    await reader.click(button);
    await reader.waitFor(inside);
    await look(`library: ${button}`, reader);
    await reader.press('Escape');
  }
  await reader.click('choose');
  await reader.click('choose-shown');
  await look('library: choosing', reader);
  await reader.click('tag-chosen');
  await reader.waitFor('tag-input');
  await reader.press('ArrowDown');
  await look('library: tags', reader);
  await reader.click('dialog-cancel');
  await reader.click('leave-choosing');
  await reader.click('row-menu');
  await reader.click('correct-item');
  await reader.waitFor('correct-title');
  await look('library: correcting', reader);
  await reader.click('dialog-cancel');
  await reader.click('shelf-trash');
  await reader.waitFor('empty-trash');
  await look('library: trash', reader);
  await reader.click('empty-trash');
  await reader.waitFor('dialog-purge');
  await look('library: question', reader);
  await reader.click('dialog-confirm');
  await reader.waitFor('state-empty-shelf');
  await look('library: empty shelf', reader);
  await reader.close();
}

/** Opened in a tab: the panel itself is out of reach of a test, its page is not. */
async function panel(browser: Browser, page: Page, look: Look): Promise<void> {
  const empty = await browser.openExtensionPage('sidepanel.html');
  await empty.waitFor('state-none');
  await look('sidepanel.html', empty);
  await empty.close();

  const popup = await browser.pressToolbar(page);
  await popup.waitFor('saved-state');
  // The article is handed over whether or not the panel opens: without a real press it does not.
  await popup.evaluate(() => {
    document.querySelector<HTMLElement>('[data-testid=open-panel]')?.click();
  });
  const view = await browser.openExtensionPage('sidepanel.html');
  await view.waitFor('article');
  if (!(await popup.isClosed())) await popup.close();
  await look('sidepanel.html: article', view);
  await view.click('open-library');
  await view.waitFor('library-item');
  await look('sidepanel.html: library', view);
  await openFirst(view);
  await look('sidepanel.html: saved article', view);
  await view.close();
}
