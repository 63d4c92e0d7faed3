import { expect, test } from 'vitest';
import { until } from '../browser/until.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';
import { LIBRARY_NEWS } from './support/news-page.ts';
import { isPanelOpen, openPanelPage } from './support/panel-page.ts';
import { SITE, statePages } from './support/state-pages.ts';

const STORY = `${SITE}/story-4821973`;

inBothBrowsers('the side panel', (name) => {
  test('opens with the article, and asks for a press once another page stands beside it', async () => {
    const server = await startServer(statePages);
    const browser = await startBrowser(name, { network: { port: server.port } });
    const helper = await browser.openExtensionPage('reader.html');
    const page = await browser.openPage(STORY);
    const popup = await browser.pressToolbar(page);
    await popup.waitFor('article');
    await popup.click('more-menu');
    // The popup goes within this press, so the press itself may never be answered.
    popup.click('open-panel').catch(() => undefined);
    await until('the panel', () => isPanelOpen(helper, name));

    const panel = await openPanelPage(browser, helper);
    expect(await panel.text('article-title')).toBe(LIBRARY_NEWS.title);
    expect(await panel.count('other-page')).toBe(0);

    const other = await browser.openPage(`${SITE}/wheat-5550124`);
    await until('the word of it', () => panel.count('other-page'));
    await other.close();
    await page.bringToFront();
    await until('the word to go', async () => (await panel.count('other-page')) === 0);

    await page.goto(`${SITE}/elsewhere-4821999`);
    await until('the word of another page', () => panel.count('other-page'));
    const second = await browser.openPage(`${SITE}/wheat-5550124`);
    await second.close();
    await page.bringToFront();
    await panel.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    expect(await panel.count('other-page')).toBe(1);

    await panel.close();
    const again = await openPanelPage(browser, helper);
    await until('the word again', () => again.count('other-page'));
  });
});
