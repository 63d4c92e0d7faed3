import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, afterAll, expect, onTestFinished, test } from 'vitest';
import { openBrowser } from '../browser/open.ts';
import { serve, type FixtureServer } from '../browser/server.ts';
import type { Browser, BrowserName, View } from '../browser/types.ts';
import type { Face } from '../../utils/look.ts';
import { inBothBrowsers, startBrowser } from './support/browsers.ts';
import { buildOf } from './support/builds.ts';
import { setLook } from './support/look.ts';
import { LIBRARY_NEWS, newsPage } from './support/news-page.ts';

const STORY = 'http://news.example/story';

inBothBrowsers('fonts', (name) => {
  let server: FixtureServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await serve(() => ({ body: newsPage(LIBRARY_NEWS.title, LIBRARY_NEWS.paragraphs) }));
    browser = await openBrowser(name, {
      extension: buildOf(name),
      network: { port: server.port },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('of all faces have an ا of one height', async () => {
    const view = await browser.openExtensionPage('reader.html');
    const heights = await view.evaluate(async () => {
      const context = document.createElement('canvas').getContext('2d');
      const found: number[] = [];
      for (const face of ['Warraq Naskh', 'Warraq Sans Text', 'Warraq Amiri', 'Warraq Sans']) {
        const font = `400 200px "${face}"`;
        const loaded = await document.fonts.load(font, 'ا');
        if (loaded.length === 0 || !context) throw new Error(`${face} is not there`);
        context.font = font;
        found.push(context.measureText('ا').actualBoundingBoxAscent);
      }
      return found;
    });
    await view.close();
    const [naskh = 0] = heights;
    expect(naskh).toBeGreaterThan(120);
    // Bounds are whole pixels, and another hinting moves them by one.
    for (const height of heights) expect(Math.abs(height - naskh)).toBeLessThanOrEqual(2);
  });

  test('of the default look move nothing when a browser meets them first', async () => {
    const build = withOtherFallbacks(name);
    onTestFinished(() => rmSync(build, { recursive: true }));
    // No page of ours has been open in it, so that nothing is at hand but what is preloaded.
    const fresh = await startBrowser(name, { extension: build, network: { port: server.port } });
    const page = await fresh.openPage(STORY);
    expect(await placesOfText(await fresh.pressToolbar(page))).toHaveLength(1);
  });

  test.each(Object.entries(FAMILIES))(
    'of %s load where it is chosen, no others do, and they move nothing',
    async (face, family) => {
      await setLook(browser, { language: 'ar', face: face as Face });
      const page = await browser.openPage(STORY);
      const popup = await browser.pressToolbar(page);
      const places = await placesOfText(popup);
      const [loaded, preloaded] = await fontsOf(popup);
      await popup.close();
      await page.close();
      expect(places).toHaveLength(1);
      // The first part alone: the rest of the Arabic ranges is met by nobody here.
      expect(loaded.filter((font) => font.startsWith('Warraq'))).toEqual([
        `${family} U+600-6FF`,
        'Warraq Sans U+600-6FF',
      ]);
      expect(preloaded).toEqual(face === 'sans' ? [] : [face]);
    },
  );
});

const FAMILIES = { naskh: 'Warraq Naskh', amiri: 'Warraq Amiri', sans: 'Warraq Sans Text' };

/** A build whose text, were it seen before its fonts are there, would stand elsewhere on every machine. */
function withOtherFallbacks(name: BrowserName): string {
  const build = mkdtempSync(join(tmpdir(), 'warraq-fonts-'));
  cpSync(buildOf(name), build, { recursive: true });
  const html = readFileSync(join(build, 'popup.html'), 'utf8');
  const sheets = [...html.matchAll(/<link rel="stylesheet"[^>]* href="([^"]+)"/g)];
  const style = join(build, sheets.at(-1)?.[1] ?? '');
  const css = readFileSync(style, 'utf8');
  const other = css.replaceAll(/"?Noto (Naskh|Sans) Arabic"?/g, 'monospace');
  if (other === css) throw new Error('The styles name no such fallbacks');
  writeFileSync(style, other);
  return build;
}

/** Where headline and text stood, in every frame of their first second: one place where nothing moved. */
function placesOfText(view: View): Promise<string[]> {
  return view.evaluate(async () => {
    const places = new Set<string>();
    let since: number | null = null;
    for (let now = 0; since === null || now - since < 1000;) {
      now = await new Promise<number>((next) => requestAnimationFrame(next));
      const [title, body] = ['article-title', 'article-body'].map((id) =>
        document.querySelector(`[data-testid=${id}]`)?.getBoundingClientRect(),
      );
      if (!title || !body?.height) continue;
      since ??= now;
      places.add(`${title.top} ${title.height} ${body.top} ${body.height}`);
    }
    return [...places];
  });
}

/** Arabic parts of faces that have loaded, and the faces whose links were made preloads. */
function fontsOf(view: View): Promise<[loaded: string[], preloaded: string[]]> {
  return view.evaluate(() => {
    const loaded = [...document.fonts]
      .filter(
        ({ status, unicodeRange }) => status === 'loaded' && /^U\+0?(600|750)-/.test(unicodeRange),
      )
      .map(({ family, unicodeRange }) => {
        const [first = ''] = unicodeRange.split(',');
        return `${family.replaceAll('"', '')} ${first.replaceAll(/(?<=\+|-)0+/g, '')}`;
      });
    const links = document.querySelectorAll<HTMLElement>('link[data-face][rel=preload]');
    const faces = Array.from(links, (link) => link.dataset['face'] ?? '');
    return [[...new Set(loaded)].toSorted((a, b) => a.localeCompare(b)), [...new Set(faces)]];
  });
}
