import { expect, test } from 'vitest';
import { folderSite } from '../browser/folder-site.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="90"/>';

/** What the fixture page declares. */
declare const seen: { mutations: number; events: string[]; built: number; connected: number };
declare function watch(): void;
declare function state(): object;

inBothBrowsers('reading and saving', (name) => {
  test('leaves the page as it was and tells it nothing', async () => {
    const site = folderSite('tests/fixtures/watchful');
    const byThePage: string[] = [];
    const server = await startServer((url, { headers }) => {
      // Our popup sends no referrer, a page does.
      if (headers.referer) byThePage.push(url.pathname);
      return url.pathname.endsWith('.svg') ? { body: SVG, type: 'image/svg+xml' } : site(url);
    });
    const browser = await startBrowser(name, { network: { port: server.port } });
    const page = await browser.openPage('http://news.example/story.html');
    const before = await page.evaluate(async () => {
      const field = document.querySelector<HTMLInputElement>('#typed');
      field?.focus({ preventScroll: true });
      if (field) field.value = 'نص لم يرسل بعد';
      scrollTo(0, 500);
      await new Promise((resolve) => setTimeout(resolve, 500));
      watch();
      return { ...state(), ...seen, events: [...seen.events] };
    });
    const asked = [...byThePage];

    const popup = await browser.pressToolbar(page);
    await popup.waitFor('article');
    await popup.click('save-button');
    await popup.waitFor('saved-state');
    await popup.close();
    const after = await page.evaluate(() => ({ ...state(), ...seen, events: [...seen.events] }));

    expect(after).toEqual(before);
    expect(before).toMatchObject({ focus: 'typed', scroll: [0, 500], mutations: 0, built: 2 });
    expect(byThePage).toEqual(asked);
    expect(asked).toContain('/shown.svg');
  });
});
