import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser/open.ts';
import { serve, type FixtureServer } from '../browser/server.ts';
import type { Browser, View } from '../browser/types.ts';
import { FACES } from '../../utils/look.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { buildOf } from './support/builds.ts';
import { choose, eachSurface, galleryPages } from './support/gallery-pages.ts';
import { setLook } from './support/look.ts';
import { pixelsOf } from './support/pixels.ts';

/** Every block a page may fill with vowels, as the view marks it; `{}` stands for its place. */
const VOWELLED = {
  paragraph: '.article-body > p.vowelled',
  heading: '.article-body > h2',
  item: '.article-body > ul > li',
  quotation: '.article-body > blockquote[dir=rtl] > p',
  caption: '.article-body figcaption',
  cell: '.article-body .table td',
  headline: '.headline',
};
/** Letters that reach highest and lowest, each with the marks that reach furthest. */
const FULL = ['لَا إِلٰهَ كُلٌّ طِّبٌّ بِحِجَجٍ يُؤَجِّجُ', 'أَحَّ إِيِّجٍ ظَلَّلَ كَيْفِيَّةٍ حَجِّهِمْ'];
/** As newspapers print: shadda and tanwin here and there. */
const PLAIN = ['إلى أحجّ جدًّا الأوّل لجج كلًّا', 'طلّاب آجال خطًّا إيجار عجج ظلّ'];
/** The face of the reader's own is of this machine, where it has one that holds Arabic. */
const SHIPPED = FACES.filter((face) => face !== 'own');
const FAMILIES: Record<string, string> = {
  naskh: 'Warraq Naskh',
  sans: 'Warraq Sans Text',
  amiri: 'Warraq Amiri',
};
/** Just less, in ems, than the ink of fully vowelled text is high: the lines below do reach that far. */
const INK: Record<string, string> = { naskh: '1.4', sans: '1.6', amiri: '1.7' };
const PICTURES = 'out/gallery';

inBothBrowsers('the ink of neighbouring lines', (name) => {
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

  describe.each(SHIPPED)('in %s at its least line height', (face) => {
    test('never shares a row of pixels, and is never cut', async () => {
      const found: Record<string, string> = {};
      await eachSurface(browser, 'arabic', async (view, surface) => {
        if (surface === 'popup') return;
        await choose(view, { face, lineHeight: 'tight' });
        for (const size of [20, 32] as const) {
          await choose(view, { textSize: size });
          expect(await view.evaluate(faceOf)).toEqual([FAMILIES[face], 'loaded']);
          for (const [block, selector] of Object.entries(VOWELLED)) {
            const wrong = await inkOf(view, { selector, lines: FULL, vowelled: true });
            if (wrong) found[`${block} of ${size} px`] = wrong;
          }
          const selector = `.article-body > p:not(.vowelled)`;
          const wrong = await inkOf(view, { selector, lines: PLAIN, vowelled: false });
          if (wrong) found[`plain text of ${size} px`] = wrong;
        }
        await choose(view, { face: 'naskh', lineHeight: 'normal', textSize: 20 });
      });
      expect(found).toEqual({});
    }, 120_000);
  });

  test('is seen to meet where lines stand a little nearer than the ink is high', async () => {
    await eachSurface(browser, 'arabic', async (view, surface) => {
      if (surface === 'popup') return;
      for (const face of SHIPPED) {
        await choose(view, { face });
        const selector = VOWELLED.paragraph;
        const near = { selector, lines: FULL, vowelled: true, lineHeight: INK[face] ?? '' };
        expect(await inkOf(view, near), face).toMatch(/rows hold both/);
      }
      await choose(view, { face: 'naskh' });
    });
  });

  async function inkOf(view: View, block: Painted): Promise<string> {
    const place = await view.evaluate(paint, block);
    const path = `${PICTURES}/ink-${name}.png` as const;
    await view.screenshot(path);
    await view.evaluate(() => document.getElementById('ink')?.remove());
    const picture = pixelsOf(readFileSync(path));
    const rows: { y: number; red: boolean; blue: boolean }[] = [];
    for (let y = place.top - 40; y < place.bottom + 40; y += 1) {
      let [red, blue] = [false, false];
      for (let x = place.left; x < place.right; x += 1) {
        const [r, , b] = picture.at(x, y);
        if (r - b > 60) red = true;
        if (b - r > 60) blue = true;
      }
      if (red || blue) rows.push({ y, red, blue });
    }
    const both = rows.filter(({ red, blue }) => red && blue).length;
    const [first, last] = [rows[0]?.y ?? 0, rows.at(-1)?.y ?? 0];
    if (both > 0) return `${both} rows hold both colours`;
    if (first < place.top) return `${place.top - first} px above the box`;
    if (last >= place.bottom) return `${last + 1 - place.bottom} px under the box`;
    // Each colour comes twice: fewer stretches mean that something was not painted.
    const turns = rows.filter((row, at) => at === 0 || row.red !== rows[at - 1]?.red).length;
    return turns === 4 ? '' : `${turns} stretches of one colour`;
  }
});

interface Painted {
  selector: string;
  lines: string[];
  vowelled: boolean;
  lineHeight?: string;
}

/** Runs in the page: the first family of the text, and whether it is there. */
function faceOf(): [string, string] {
  const { fontFamily } = getComputedStyle(document.querySelector('.article-body > p.vowelled')!);
  const family = (fontFamily.split(',')[0] ?? '').replaceAll(/["']/g, '');
  const parts = [...document.fonts].filter(
    (part) => part.family.replaceAll(/["']/g, '') === family,
  );
  return [family, parts.some(({ status }) => status === 'loaded') ? 'loaded' : 'missing'];
}

/** Runs in the page: a block like the one found, of four lines in two colours on white, alone in the window. */
async function paint({ selector, lines, vowelled, lineHeight }: Painted) {
  const model = document.querySelector<HTMLElement>(selector);
  if (!model) throw new Error(`No ${selector}`);
  const block = model.cloneNode() as HTMLElement;
  block.id = 'ink';
  block.classList.toggle('vowelled', vowelled);
  block.style.cssText = 'position: fixed; z-index: 9; inset: 60px; block-size: fit-content;';
  block.style.cssText += 'inline-size: 700px; max-inline-size: none; margin: 0; background: white;';
  block.style.cssText += 'white-space: nowrap; outline: 60px solid white; padding: 0; border: 0';
  if (lineHeight) block.style.lineHeight = lineHeight;
  for (const [at, text] of [...lines, ...lines].entries()) {
    const line = document.createElement('span');
    line.style.color = at % 2 === 0 ? 'red' : 'blue';
    line.textContent = text;
    if (at > 0) block.append(document.createElement('br'));
    block.append(line);
  }
  model.after(block);
  await document.fonts.ready;
  await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  const { top, bottom, left, right } = block.getBoundingClientRect();
  return {
    top: Math.round(top),
    bottom: Math.round(bottom),
    left: Math.round(left),
    right: Math.round(right),
  };
}
