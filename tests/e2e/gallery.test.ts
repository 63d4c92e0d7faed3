import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../browser/open.ts';
import { serve, type FixtureServer } from '../browser/server.ts';
import type { Browser, View } from '../browser/types.ts';
import { THEMES } from '../../utils/look.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { buildOf } from './support/builds.ts';
import {
  foreignSigns,
  wrongPunctuation,
  wrongSides,
  wrongType,
} from './support/gallery-geometry.ts';
import { choose, eachSurface, galleryPages, GALLERIES } from './support/gallery-pages.ts';
import { markersBeside } from './support/gallery-markers.ts';
import { atWidths, versesIn } from './support/gallery-widths.ts';
import { setLook } from './support/look.ts';
import { pixelsOf } from './support/pixels.ts';

/** Kept to be looked at beside the pictures the look was drawn in; not in the repository. */
const PICTURES = 'out/gallery';
const SIGNS = '0123456789٠١٢٣٤٥٦٧٨٩()[]«»“”.:،؛؟!-–%/';
const SHOWN = THEMES.filter((theme) => theme !== 'system');

inBothBrowsers('the gallery', (name) => {
  let server: FixtureServer;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    server = await serve(galleryPages);
    browser = await openBrowser(name, { extension: buildOf(name), network: { port: server.port } });
    await setLook(browser, { language: 'ar' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test.each(GALLERIES)(
    'in %s is pictured in each theme, in popup and full tab',
    async (gallery) => {
      await eachSurface(browser, gallery, async (view, surface) => {
        for (const theme of SHOWN) {
          await choose(view, { theme });
          const path = `${PICTURES}/${gallery}-${surface}-${theme}-${name}.png` as const;
          await view.screenshot(path, { whole: true });
          const picture = pixelsOf(readFileSync(path));
          const page = await view.evaluate(() => ({
            paper: getComputedStyle(document.body).backgroundColor,
            height: document.documentElement.scrollHeight,
          }));
          expect(`rgb(${picture.at(3, picture.height - 4).join(', ')})`).toBe(page.paper);
          expect(picture.height).toBe(page.height);
        }
        await choose(view, { theme: 'light' });
        for (const face of ['sans', 'amiri'] as const) {
          await choose(view, { face });
          const path = `${PICTURES}/${gallery}-${surface}-${face}-${name}.png` as const;
          await view.screenshot(path, { whole: true });
        }
        await choose(view, { face: 'naskh' });
      });
    },
    120_000,
  );

  test.each(GALLERIES)('in %s has everything on its side', async (gallery) => {
    await eachSurface(browser, gallery, async (view, surface) => {
      const found = {
        punctuation: await view.evaluate(wrongPunctuation),
        sides: await view.evaluate(wrongSides),
        type: await view.evaluate(wrongType),
        markers: await markersBeside(view, `${PICTURES}/markers-${name}.png`),
      };
      expect(found, surface).toEqual({ punctuation: [], sides: [], type: [], markers: [] });
    });
  });

  test('takes digits, brackets and guillemets of an Arabic block from its Arabic face', async () => {
    await eachSurface(browser, 'arabic', async (view, surface) => {
      for (const face of ['sans', 'amiri', 'naskh'] as const) {
        await choose(view, { face });
        expect(await view.evaluate(foreignSigns, SIGNS), `${face}, ${surface}`).toEqual([]);
      }
    });
  });

  test('sets the halves of verses beside one another, and under one another where it is narrow', async () => {
    await eachSurface(browser, 'arabic', async (view, surface) => {
      expect(await view.evaluate(versesIn, 'beside'), surface).toEqual(['table', 'span']);
      await view.evaluate(() => {
        document.querySelector<HTMLElement>('.article')!.style.maxInlineSize = '320px';
      });
      expect(await view.evaluate(versesIn, 'under'), surface).toEqual(['table', 'span']);
      expect(await view.evaluate(versesIn, 'beside'), surface).toEqual([]);
    });
  });

  test.each(GALLERIES)('in %s loses nothing in 320 px and at 200 %', async (gallery) => {
    await eachSurface(browser, gallery, async (view, surface) => {
      if (surface === 'popup') return;
      expect(await view.evaluate(atWidths)).toEqual([]);
      expect(await zoomed(view)).toEqual([]);
    });
  });

  /** The browser's own zoom, which is kept for all pages of one origin: it is taken back. */
  async function zoomed(view: View): Promise<string[]> {
    const zoom = (factor: number) =>
      view.evaluate(async (to) => {
        const before = innerWidth;
        const tab = await chrome.tabs.getCurrent();
        await chrome.tabs.setZoom(tab?.id ?? 0, to);
        const end = Date.now() + 5000;
        while (innerWidth === before && Date.now() < end)
          await new Promise((next) => setTimeout(next, 20));
        return innerWidth / before;
      }, factor);
    expect(await zoom(2)).toBeCloseTo(0.5, 1);
    try {
      return await view.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide`] : [];
      });
    } finally {
      await zoom(1);
    }
  }
});
