import { expect, test } from 'vitest';
import { until } from '../browser/until.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';
import { LIBRARY_NEWS, newsPage } from './support/news-page.ts';
import { reload } from './support/reload.ts';
import { withFirstImport } from './support/with-first-import.ts';

const STORY = 'http://news.example/story-4821973';

inBothBrowsers('printing', (name) => {
  const build = withFirstImport(name, new URL('support/fake-print.ts', import.meta.url));

  test.each(['as it is read', 'saved'])(
    'of an article %s, from the popup, is done once by the full tab that opens',
    async (how) => {
      const body = newsPage(LIBRARY_NEWS.title, LIBRARY_NEWS.paragraphs);
      const server = await startServer(() => ({ body }));
      const browser = await startBrowser(name, {
        extension: build(),
        network: { port: server.port },
      });
      const popup = await browser.pressToolbar(await browser.openPage(STORY));
      await popup.waitFor('article');
      if (how === 'saved') {
        await popup.click('save-button');
        await popup.waitFor('saved-state');
      }
      await popup.click('more-menu');
      // The popup goes within this press, so the press itself may never be answered.
      popup.click('menu-print').catch(() => undefined);
      const part = how === 'saved' ? 'reader.html' : 'live.html';
      const tab = await until('the tab', () => browser.extensionTab(part));
      const printed = () => tab.evaluate(() => document.documentElement.dataset['printed'] ?? null);
      expect(await until('the print', printed)).toBe(`${LIBRARY_NEWS.title} loaded`);
      expect(await tab.text('article-title')).toBe(LIBRARY_NEWS.title);
      expect(await tab.evaluate(() => location.hash)).toBe('');

      await reload(tab, 'article-title');
      await tab.evaluate(() => new Promise((next) => setTimeout(next, 500)));
      expect(await printed()).toBeNull();
    },
  );
});
