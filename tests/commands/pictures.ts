import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { openChromium } from '../browser/chromium.ts';
import { folderSite } from '../browser/folder-site.ts';
import { serve } from '../browser/server.ts';
import type { Browser } from '../browser/types.ts';
import { setLook } from '../e2e/support/look.ts';
import type { Locale } from '../../utils/locale.ts';
import type { Theme } from '../../utils/look.ts';
import { LIBRARY_NEWS, newsPage, WHEAT_NEWS } from '../e2e/support/news-page.ts';
import { haveChromium } from './have-chromium.ts';

/*
 * `npm run pictures`: the README's pictures, taken of the build that ships on our own sample page.
 */
const FOLDER = '.github/pictures';
const SITE = 'http://almarsa.example';
const LOOKS: { language: Locale; theme: Theme }[] = [
  { language: 'ar', theme: 'light' },
  { language: 'ar', theme: 'dark' },
  { language: 'en', theme: 'light' },
];

const executable = haveChromium();
if (spawnSync('wxt', ['build'], { stdio: 'inherit' }).status !== 0) process.exit(1);
mkdirSync(FOLDER, { recursive: true });
const sample = folderSite('tests/fixtures/sample');
const server = await serve((url) => {
  if (url.pathname === '/library')
    return { body: newsPage(LIBRARY_NEWS.title, LIBRARY_NEWS.paragraphs) };
  if (url.pathname === '/wheat') return { body: newsPage(WHEAT_NEWS.title, WHEAT_NEWS.paragraphs) };
  return sample(url);
});
const opened = await openChromium(executable, {
  extension: resolve('.output/chrome-mv3'),
  network: { port: server.port },
});
try {
  await takeAll(opened);
} finally {
  await opened.close();
  await server.close();
}

async function takeAll(browser: Browser): Promise<void> {
  for (const path of ['/wheat', '/library', '/boats.html']) await save(browser, `${SITE}${path}`);
  for (const look of LOOKS) {
    await setLook(browser, look);
    await picturePopup(browser, `${look.language}-${look.theme}`);
  }
  await setLook(browser, { language: 'ar', theme: 'light' });
  await pictureReader(browser, 'ar-light');
}

async function save(browser: Browser, address: string): Promise<void> {
  const page = await browser.openPage(address);
  const popup = await browser.pressToolbar(page);
  await popup.waitFor('article');
  await popup.click('save-button');
  await popup.waitFor('saved-state');
  await popup.close();
  await page.close();
}

async function picturePopup(browser: Browser, name: string): Promise<void> {
  const page = await browser.openPage(`${SITE}/boats.html`);
  const popup = await browser.pressToolbar(page);
  await popup.waitFor('saved-state');
  await popup.evaluate(settled);
  await popup.screenshot(`${FOLDER}/popup-${name}.png`);
  await popup.close();
  await page.close();
}

async function pictureReader(browser: Browser, name: string): Promise<void> {
  const reader = await browser.openExtensionPage('reader.html');
  await reader.waitFor('library-item');
  await reader.evaluate(() => {
    document.querySelector<HTMLElement>('[data-testid=library-item] a')?.click();
  });
  await reader.waitFor('article');
  await reader.evaluate(settled);
  await reader.screenshot(`${FOLDER}/reader-${name}.png`);
  await reader.close();
}

/** Fonts and pictures are there and drawn. */
async function settled(): Promise<void> {
  await document.fonts.ready;
  const pictures = [...document.images].filter((image) => !image.complete);
  await Promise.all(
    pictures.map((image) => new Promise((drawn) => image.addEventListener('load', drawn))),
  );
  await new Promise(requestAnimationFrame);
}
