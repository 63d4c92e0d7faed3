import { afterAll, beforeAll, expect, test } from 'vitest';
import { createI18n, type MessageKey } from '../../utils/i18n.ts';
import { LOCALES } from '../../utils/locale.ts';
import { openBrowser } from '../browser/open.ts';
import { serve, type FixtureServer } from '../browser/server.ts';
import type { Browser, Page, View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { buildOf } from './support/builds.ts';
import { LIBRARY_NEWS, WHEAT_NEWS } from './support/news-page.ts';
import { CAPTION, SITE, statePages } from './support/state-pages.ts';

const STORY = `${SITE}/story-4821973`;

inBothBrowsers('what the press shows', (name) => {
  let server: FixtureServer;
  let browser: Browser;
  const referrers = new Map<string, string | undefined>();

  beforeAll(async () => {
    server = await serve((url, request) => {
      referrers.set(url.pathname, request.headers.referer);
      return statePages(url, request);
    });
    browser = await openBrowser(name, {
      extension: buildOf(name),
      network: { port: server.port },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function press(address: string, before?: (page: Page) => Promise<void>): Promise<View> {
    const page = await browser.openPage(address);
    await before?.(page);
    return browser.pressToolbar(page);
  }

  async function toTab(popup: View): Promise<View> {
    await popup.waitFor('article');
    await popup.click('open-tab');
    const live = await browser.extensionTab('live.html');
    await live.waitFor('article');
    return live;
  }

  test('a selection wins', async () => {
    const popup = await press(STORY, (page) =>
      page.evaluate(() => {
        const second = document.querySelectorAll('.text p')[2];
        if (second) getSelection()?.selectAllChildren(second);
      }),
    );
    await popup.waitFor('from-selection');
    const body = await popup.text('article-body');
    expect(body.trim()).toBe(LIBRARY_NEWS.paragraphs[2]);
    await popup.close();
  });

  test.runIf(name === 'firefox')('a selection wins in all its pieces', async () => {
    const popup = await press(STORY, (page) =>
      page.evaluate(() => {
        for (const at of [2, 3]) {
          const range = new Range();
          range.selectNodeContents(document.querySelectorAll('.text p')[at]!);
          getSelection()?.addRange(range);
        }
      }),
    );
    await popup.waitFor('from-selection');
    const body = await popup.text('article-body');
    expect(body.split(/\n+/u)).toEqual(LIBRARY_NEWS.paragraphs.slice(2));
    await popup.close();
  });

  test('an article that breaks off says so', async () => {
    const popup = await press(`${SITE}/folded-5550123`);
    await popup.waitFor('state-incomplete');
    expect(await popup.text('state-incomplete')).toContain(await words(popup, 'incomplete_fold'));
    expect(await popup.text('article-body')).toContain(WHEAT_NEWS.paragraphs[1]);
    await popup.close();
  });

  test('a home page has no article, and shows what text there is if asked', async () => {
    const popup = await press(`${SITE}/`);
    await popup.waitFor('state-no-article');
    await popup.click('show-anyway');
    await popup.waitFor('article');
    expect(await popup.text('article-body')).toContain(WHEAT_NEWS.paragraphs[0]);
    await popup.close();
  });

  test.skipIf(name === 'firefox')(
    `a page of the browser cannot be read${name === 'firefox' ? ' (Firefox lets no driver open one)' : ''}`,
    async () => {
      const popup = await press('chrome://version/');
      await popup.waitFor('state-restricted');
      expect(await popup.text('state-restricted')).toContain(await words(popup, 'restrictedHint'));
      await popup.close();
    },
  );

  test('a PDF cannot be read; Firefox lets nobody ask what it is', async () => {
    const popup = await press(`${SITE}/paper.pdf`);
    await popup.waitFor('state-restricted');
    const said = await words(popup, name === 'chromium' ? 'restricted_pdf' : 'restrictedHint');
    expect(await popup.text('state-restricted')).toContain(said);
    await popup.close();
  });

  test('links leave without saying where from, those into the article stay in it', async () => {
    const live = await toTab(await press(STORY));
    const links = await live.evaluate(() =>
      Array.from(document.querySelectorAll('[data-testid=article-body] a'), (link) => {
        const inside = link.getAttribute('href')?.startsWith('#') ?? false;
        link.setAttribute('data-testid', inside ? 'link-inside' : 'link-out');
        return [inside, link.getAttribute('target'), link.getAttribute('rel')];
      }),
    );
    expect(links).toEqual([
      [false, '_blank', 'noopener noreferrer'],
      [true, null, null],
    ]);

    await live.click('link-inside');
    const there = await live.evaluate(() => ({
      page: location.pathname,
      note: document.querySelector(':target')?.textContent,
    }));
    expect(there.page).toBe('/live.html');
    expect(there.note).toContain('حاشية');

    await live.click('link-out');
    await until('the page linked to', async () => referrers.has('/elsewhere-4821999'));
    expect(referrers.get('/elsewhere-4821999')).toBeUndefined();
    expect(await live.evaluate(() => location.pathname)).toBe('/live.html');
    await live.close();
  });

  test('a picture that does not load leaves its caption', async () => {
    const popup = await press(STORY);
    await popup.waitFor('article');
    await popup.evaluate(() =>
      document.querySelector('[data-testid=article-body] figure')?.scrollIntoView(),
    );
    const shown = await until('the picture to give way', () =>
      popup.evaluate(() => {
        const figure = document.querySelector('[data-testid=article-body] figure');
        const picture = figure?.querySelector('img');
        if (!picture || picture.getClientRects().length > 0) return null;
        return figure?.querySelector('figcaption')?.innerText;
      }),
    );
    expect(shown).toBe(CAPTION);
    expect(server.requests).toContain(`${SITE}/missing.jpg`);
    await popup.close();
  });

  test('the unsaved article of a tab outlives a reload, and its page what comes after', async () => {
    const live = await toTab(await press(STORY));
    await reload(live);
    await live.waitFor('article');
    expect(await live.text('article-title')).toBe(LIBRARY_NEWS.title);

    await live.evaluate(() => chrome.storage.session.clear());
    await reload(live);
    await live.waitFor('state-gone');
    expect(await live.html('open-original')).toContain(`href="${STORY}"`);
    await live.close();
  });

  test('saving marks the button of that tab', async () => {
    const popup = await press(STORY);
    await popup.waitFor('article');
    expect(await badgeOf(popup)).toBe('');
    await popup.click('save-button');
    await popup.waitFor('saved-state');
    await until('the mark', async () => (await badgeOf(popup)) === '✓');
    await popup.close();
  });

  test('a saved article opens from the list without a request', async () => {
    const popup = await press(`${SITE}/wheat-5550124`);
    await popup.waitFor('article');
    await popup.click('open-library');
    await popup.waitFor('library-item');
    server.forget();
    await popup.evaluate(() =>
      document
        .querySelector('[data-testid=library-item] a')
        ?.setAttribute('data-testid', 'saved-link'),
    );
    await popup.click('saved-link');
    await popup.waitFor('article');
    expect(await popup.text('article-title')).toBe(LIBRARY_NEWS.title);
    expect(await popup.text('article-body')).toContain(CAPTION);
    // Long enough for a picture to be asked for.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(server.requests).toEqual([]);
    await popup.close();
  });

  test('what is deleted in the list comes back with «undo»', async () => {
    const popup = await press(`${SITE}/wheat-5550124`);
    await popup.waitFor('article');
    await popup.click('open-library');
    await popup.waitFor('library-item');
    await popup.click('row-menu');
    await popup.click('delete-item');
    await until('the row to go', async () => (await popup.count('library-item')) === 0);
    await popup.click('undo');
    await popup.waitFor('library-item');
    expect(await popup.text('library-item')).toContain(LIBRARY_NEWS.title);
    const reader = await browser.openExtensionPage('reader.html');
    await reader.waitFor('library-item');
    expect(await reader.count('library-item')).toBe(1);
    await reader.close();
  });
});

/** Resolves once another document stands in the tab. */
async function reload(view: View): Promise<void> {
  await view.evaluate(() => {
    document.documentElement.id = 'before';
    setTimeout(() => location.reload());
  });
  await until('the reload', async () => {
    try {
      return await view.evaluate(() => document.documentElement.id !== 'before');
    } catch {
      // Between two documents there is none to ask.
      return false;
    }
  });
}

/** What the interface says, in the language the view has. */
async function words(view: View, key: MessageKey): Promise<string> {
  const lang = await view.evaluate(() => document.documentElement.lang);
  return createI18n(LOCALES.find((locale) => locale === lang) ?? 'ar').t(key);
}

function badgeOf(popup: View): Promise<string> {
  return popup.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return tab?.id === undefined ? 'no tab' : chrome.action.getBadgeText({ tabId: tab.id });
  });
}
