import { expect, test } from 'vitest';
import { folderSite } from '../browser/folder-site.ts';
import type { Browser, BrowserName, View } from '../browser/types.ts';
import { axeViolations } from './support/axe.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';
import { unreachable } from './support/keyboard.ts';
import { setLook } from './support/look.ts';

const ARTICLE = 'http://news.example/boats.html';
const LIST = 'http://news.example/list.html';
/** The dark theme has the same elements: its colours are looked at once. */
const THEMES = { ar: ['light', 'dark'], en: ['light'] } as const;

inBothBrowsers('every face of every page', (name) => {
  describeLanguage('ar');
  describeLanguage('en');

  function describeLanguage(language: 'ar' | 'en'): void {
    test(`axe finds nothing, the keyboard reaches all (${language})`, async () => {
      const browser = await open(name);
      for (const theme of THEMES[language]) {
        await setLook(browser, { language, theme });
        const found: Record<string, string[]> = {};
        await eachFace(browser, async (face, view) => {
          expect(await view.evaluate(() => document.documentElement.lang)).toBe(language);
          found[`axe, ${face}`] = await axeViolations(view);
          if (theme === 'light') found[`keyboard, ${face}`] = await unreachable(view);
        });
        expect(Object.entries(found).filter(([, wrong]) => wrong.length > 0)).toEqual([]);
        expect(Object.keys(found).length).toBeGreaterThanOrEqual(7);
      }
    }, 180_000);
  }
});

async function open(name: BrowserName): Promise<Browser> {
  const site = folderSite('tests/fixtures/sample');
  const server = await startServer(
    (url) => site(url) ?? { body: '<!doctype html><title>·</title>' },
  );
  return startBrowser(name, { network: { port: server.port } });
}

/** Every state a reader meets on the way from a page to the saved article, in popup, tab and panel. */
async function eachFace(
  browser: Browser,
  look: (face: string, view: View) => Promise<void>,
): Promise<void> {
  const list = await browser.openPage(LIST);
  const nothing = await browser.pressToolbar(list);
  await nothing.waitFor('state-no-article');
  await look('popup: no article', nothing);
  await nothing.close();
  await list.close();

  const page = await browser.openPage(ARTICLE);
  const popup = await browser.pressToolbar(page);
  await popup.waitFor('article');
  await popup.click('show-removals');
  await look('popup: article', popup);
  await popup.click('save-button');
  await popup.waitFor('saved-state');
  await popup.click('open-library');
  await popup.waitFor('library-item');
  await look('popup: library', popup);
  await popup.close();

  for (const path of ['reader.html', 'sidepanel.html']) {
    const view = await browser.openExtensionPage(path);
    await view.waitFor(path === 'reader.html' ? 'library-item' : 'open-library');
    await look(path, view);
    if (path === 'sidepanel.html') await view.click('open-library');
    await view.waitFor('library-item');
    await look(`${path}: library`, view);
    await view.evaluate(() => {
      document.querySelector<HTMLElement>('[data-testid=library-item] a')?.click();
    });
    await view.waitFor('article');
    await look(`${path}: saved article`, view);
    await view.close();
  }
  await page.close();
}
