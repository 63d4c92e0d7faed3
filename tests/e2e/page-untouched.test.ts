import { expect, test } from 'vitest';
import { folderSite } from '../browser/folder-site.ts';
import { until } from '../browser/until.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="90"/>';

/** What the fixture page declares. */
declare const seen: { mutations: number; events: string[]; built: number; connected: number };
declare function watch(): void;
declare function state(): { resources: number };

type State = ReturnType<typeof state> & typeof seen;

inBothBrowsers('reading and saving', (name) => {
  test('leaves the page as it was and tells it nothing', async () => {
    const site = folderSite('tests/fixtures/watchful');
    const server = await startServer((url) =>
      url.pathname.endsWith('.svg') ? { body: SVG, type: 'image/svg+xml' } : site(url),
    );
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
    expect(server.requests).toContain('http://news.example/shown.svg');
    server.forget();

    const popup = await browser.pressToolbar(page);
    await popup.waitFor('article');
    const shown = await popup.evaluate(picturesShown);
    const read = await page.evaluate(look);
    expect(read).toEqual(before);
    expect(before).toMatchObject({ focus: 'typed', scroll: [0, 500], mutations: 0, built: 2 });
    if (name === 'firefox') {
      // Firefox asks for our pages' pictures over TLS alone: the page would ask in the open.
      expect(new Set(server.requests)).toEqual(new Set(['CONNECT news.example:443']));
    } else {
      // Once each: had the page asked too, an address would stand here twice.
      expect(server.requests.toSorted()).toEqual(shown.toSorted());
    }
    expect(shown).toContain('http://news.example/shown.svg');
    server.forget();

    // A save keeps the article's pictures: those of the page's own site are asked for once more, there.
    await popup.click('save-button');
    await popup.waitFor('saved-state');
    await popup.close();
    await until('the pictures to be asked for', () =>
      Promise.resolve(shown.every((address) => server.requests.includes(address))),
    );
    const asked = server.requests.filter((request) => !request.startsWith('CONNECT '));
    expect(asked.toSorted()).toEqual(shown.toSorted());
    const { resources, ...saved } = await page.evaluate(look);
    expect({ ...saved, resources: before.resources }).toEqual(before);
    // The page may count requests made in it; it is told nothing else.
    expect(resources - before.resources).toBeLessThanOrEqual(shown.length);
  });
});

function look(): State {
  return { ...state(), ...seen, events: [...seen.events] };
}

/** The addresses of the popup's own pictures, once no more of them is on its way. */
async function picturesShown(): Promise<string[]> {
  const asked = () => [...document.images].filter((image) => image.currentSrc !== '');
  const end = Date.now() + 5000;
  while (asked().some((image) => !image.complete) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return asked()
    .filter((image) => image.complete)
    .map((image) => image.currentSrc);
}
