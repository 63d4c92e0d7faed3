import { expect, test } from 'vitest';
import type { BrowserName } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';
import { LIBRARY_NEWS, newsPage } from './support/news-page.ts';
import { reload } from './support/reload.ts';

const PAGE = '<!doctype html><html lang="ar" dir="rtl"><title>صفحة</title><p>نص</p></html>';

inBothBrowsers('the toolbar button', (name) => {
  test('opens the popup, and both default keys are assigned', async () => {
    const server = await startServer(() => ({ body: PAGE }));
    const browser = await startBrowser(name, { network: { port: server.port } });
    const page = await browser.openPage('http://news.example/');

    const popup = await browser.pressToolbar(page);

    expect(await popup.evaluate(() => location.pathname)).toBe('/popup.html');
    const keys = await popup.evaluate(async () => {
      const commands = await chrome.commands.getAll();
      return Object.fromEntries(commands.map(({ name: command, shortcut }) => [command, shortcut]));
    });
    expect(keys).toEqual({ _execute_action: 'Alt+W', 'save-page': 'Alt+K' });
  });

  test('shows an article that is read on in the full tab, and after a reload, unsaved as it is', async () => {
    const { browser, popup } = await pressed(name);
    await popup.evaluate(goTo, 20);
    // The popup goes within this press, so the press itself may never be answered.
    popup.click('open-tab').catch(() => undefined);
    const tab = await until('the tab', () => browser.extensionTab('live.html'));
    await tab.waitFor('article');
    await until('the place', async () => (await tab.evaluate(first)) === '20.');
    const before = await tab.evaluate(() => JSON.stringify(history.state));
    await tab.evaluate(goTo, 40);
    await until('the place kept', async () =>
      tab.evaluate((was) => JSON.stringify(history.state) !== was, before),
    );
    await reload(tab, 'article');
    await until('the place again', async () => (await tab.evaluate(first)) === '40.');
    expect(await tab.count('save-button')).toBe(1);
  });

  test('shows a saved article under a bar that stays as high while it is read', async () => {
    const { popup } = await pressed(name);
    await popup.click('save-button');
    await popup.waitFor('saved-state');
    await popup.click('open-library');
    await popup.click('library-item');
    await popup.waitFor('article-body');
    const before = await popup.evaluate(barHeight);
    await popup.evaluate(goTo, 20);
    await popup.waitFor('time-left');
    expect(await popup.evaluate(barHeight)).toBe(before);
  });
});

/** The popup on a page with an article of sixty paragraphs. */
async function pressed(name: BrowserName) {
  const words = LIBRARY_NEWS.paragraphs.join(' ').split(' ');
  const numbered = Array.from({ length: 60 }, (_, n) => `${n}. ${mixed(words, n).join(' ')}.`);
  const body = newsPage(LIBRARY_NEWS.title, numbered);
  const server = await startServer(() => ({ body }));
  const browser = await startBrowser(name, { network: { port: server.port } });
  const popup = await browser.pressToolbar(await browser.openPage('http://news.example/a-482197'));
  await popup.waitFor('article');
  return { browser, popup };
}

/** Thirty words in an order of their own. */
function mixed(words: readonly string[], n: number): string[] {
  return Array.from({ length: 30 }, (_, at) => words[(n * 31 + at * (n + 7)) % words.length] ?? '');
}

// These run in the page.

function barHeight(): number | undefined {
  return document.querySelector('header.bar')?.clientHeight;
}

function goTo(paragraph: number): void {
  const bar = document.querySelector('header.bar')!.getBoundingClientRect().bottom;
  const block = document.querySelectorAll('[data-testid=article-body] p')[paragraph]!;
  document.scrollingElement!.scrollBy(0, block.getBoundingClientRect().top - bar);
}

/** The number of the first paragraph that is seen whole. */
function first(): string | undefined {
  const bar = document.querySelector('header.bar')!.getBoundingClientRect().bottom;
  const blocks = [...document.querySelectorAll('[data-testid=article-body] p')];
  const seen = blocks.find((block) => block.getBoundingClientRect().top >= bar - 2);
  return seen?.textContent.split(' ')[0];
}
