import { readFileSync } from 'node:fs';
import type { Routes } from '../../browser/server.ts';
import type { Browser, View } from '../../browser/types.ts';
import type { Look } from '../../../utils/look.ts';

const FOLDER = 'tests/fixtures/gallery';
const SITE = 'http://almarsa.example';

/** `arabic` is right to left, `english` left to right; both hold every element and blocks of the other direction. */
export type Gallery = 'arabic' | 'english';
export const GALLERIES: Gallery[] = ['arabic', 'english'];

/** The two as a site has them. */
export const galleryPages: Routes = ({ pathname }) => {
  if (pathname.endsWith('.svg')) {
    const body = readFileSync('tests/fixtures/sample/harbour.svg');
    return { body, type: 'image/svg+xml' };
  }
  const name = GALLERIES.find((gallery) => pathname === `/${gallery}`);
  return {
    body: name ? readFileSync(`${FOLDER}/${name}.html`) : '<!doctype html><title>·</title>',
  };
};

/** The gallery's article in popup and full tab, one after the other. */
export async function eachSurface(
  browser: Browser,
  gallery: Gallery,
  look: (view: View, surface: 'popup' | 'tab') => Promise<void>,
): Promise<void> {
  const page = await browser.openPage(`${SITE}/${gallery}`);
  const popup = await browser.pressToolbar(page);
  try {
    await drawn(popup);
    await look(popup, 'popup');
    await popup.click('open-tab');
    const tab = await browser.extensionTab('live.html');
    await drawn(tab);
    await look(tab, 'tab');
    await tab.close();
  } finally {
    // One that stays open is in the way of the next.
    if (!(await popup.isClosed())) await popup.close();
    await page.close();
  }
}

/** Sets what the type panel sets, in the store, and waits until the page shows it. */
export async function choose(view: View, settings: Partial<Look>): Promise<void> {
  await view.evaluate(async (chosen) => {
    await chrome.storage.sync.set(chosen);
    const root = document.documentElement;
    const shown = (name: string, value: unknown) =>
      root.dataset[name] === undefined || root.dataset[name] === value;
    const end = Date.now() + 5000;
    while (!Object.entries(chosen).every(([name, value]) => shown(name, value))) {
      if (Date.now() > end) throw new Error(`Not shown: ${JSON.stringify(chosen)}`);
      await new Promise((next) => setTimeout(next, 20));
    }
  }, settings);
  await drawn(view);
}

/** Text, faces and pictures are there, those further down too. */
async function drawn(view: View): Promise<void> {
  await view.waitFor('article');
  await view.evaluate(async () => {
    await document.fonts.ready;
    for (const image of document.images) {
      image.loading = 'eager';
      if (image.complete) continue;
      await new Promise((done) => {
        image.addEventListener('load', done);
        image.addEventListener('error', done);
      });
    }
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  });
}
