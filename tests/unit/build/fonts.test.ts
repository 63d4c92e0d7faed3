// @vitest-environment node
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SUBSETS } from '../../../utils/build/subset-fonts.ts';
import { buildOf } from '../../e2e/support/builds.ts';

/** KB of 1000 bytes, all together. */
const MOST = 140;
const PAGES = ['popup', 'sidepanel', 'reader', 'live'];
const BUILDS = ['chromium', 'firefox'] as const;

interface FontLink {
  face: string | null;
  file: string;
  isPreload: boolean;
}

function fontLinks(build: string, page: string): FontLink[] {
  const html = readFileSync(join(build, `${page}.html`), 'utf8');
  return [...html.matchAll(/<link[^>]* as="font"[^>]*>/g)].map(([link]) => ({
    face: /data-face="([^"]+)"/.exec(link)?.[1] ?? null,
    file: join(build, /href="([^"]+)"/.exec(link)?.[1] ?? ''),
    isPreload: link.includes('rel="preload"'),
  }));
}

/** The page's style sheets, in their order. */
function sheetsOf(build: string, page: string): string[] {
  const html = readFileSync(join(build, `${page}.html`), 'utf8');
  return [...html.matchAll(/<link rel="stylesheet"[^>]* href="([^"]+)"/g)].map(([, file = '']) =>
    readFileSync(join(build, file), 'utf8'),
  );
}

describe.each(BUILDS)('the fonts of the %s build', (name) => {
  test.each(PAGES)('that the default look of %s waits for are small', (page) => {
    const links = fontLinks(buildOf(name), page);
    // The interface's are fetched at once; boot.js adds those of the chosen face.
    expect(links.filter(({ face }) => face === null).every(({ isPreload }) => isPreload)).toBe(
      true,
    );
    expect(links.filter(({ face }) => face !== null).some(({ isPreload }) => isPreload)).toBe(
      false,
    );
    const first = links.filter(({ face }) => face === null || face === 'naskh');
    expect(first).toHaveLength(4);
    const bytes = first.reduce((sum, { file }) => sum + statSync(file).size, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(MOST * 1000);
  });

  test.each(PAGES)(
    'stand in a sheet of their own in %s, which asks nothing of the window',
    (page) => {
      const sheets = sheetsOf(buildOf(name), page);
      const withFonts = sheets.filter((css) => css.includes('@font-face'));
      expect(withFonts).toEqual([sheets[0]]);
      expect(withFonts[0]?.replaceAll(/@font-face\s*\{[^}]*\}/g, '').trim()).toBe('');
      expect(sheets.length).toBeGreaterThan(1);
    },
  );

  test('are all files of its own', () => {
    const sources = sheetsOf(buildOf(name), 'popup')
      .join('')
      .matchAll(/url\(([^)]+)\)/g);
    const fonts = [...sources]
      .map(([, source = '']) => source)
      .filter((file) => file.includes('woff'));
    expect(fonts.length).toBeGreaterThan(15);
    for (const font of fonts) {
      expect(font).toMatch(/^\/assets\/[^/]+\.woff2$/);
      expect(statSync(join(buildOf(name), font)).size).toBeGreaterThan(1000);
    }
  });
});

describe('a part of a face', () => {
  const css = readFileSync('components/style/fonts.css', 'utf8');
  const faces = [...css.matchAll(/@font-face \{([^}]+)\}/g)].map(([, face = '']) => face);
  const rangesOf = (face: string): [first: number, last: number][] =>
    [...face.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, first = '', last = first]) => [
      Number.parseInt(first, 16),
      Number.parseInt(last, 16),
    ]);

  test.each(SUBSETS.map((subset) => [subset.name, subset] as const))(
    '%s is asked for what it holds, and for nothing else',
    (name, { ranges }) => {
      const using = faces.filter((face) => face.includes(`/${name}.woff2`));
      expect(using.length).toBeGreaterThan(0);
      for (const [first, last] of using.flatMap(rangesOf)) {
        for (let point = first; point <= last; point += 1) {
          // Controls have no shape: they are in no font.
          if (point >= 0x7f && point < 0xa0) continue;
          const isHeld = ranges.some(([from, to]) => from <= point && point <= to);
          expect(isHeld, point.toString(16)).toBe(true);
        }
      }
    },
  );

  test('leaves no letter of the Arabic blocks without a file', () => {
    for (const family of ['Warraq Naskh', 'Warraq Sans', 'Warraq Sans Text', 'Warraq Amiri']) {
      const ranges = faces.filter((face) => face.includes(`'${family}'`)).flatMap(rangesOf);
      for (const [from, to] of [
        [0x0600, 0x06ff],
        [0x0750, 0x077f],
        [0xfb50, 0xfdff],
        [0xfe70, 0xfe74],
        [0xfe76, 0xfefc],
      ] as const) {
        for (let point = from; point <= to; point += 1) {
          const isThere = ranges.some(([first, last]) => first <= point && point <= last);
          expect(isThere, `${family} ${point.toString(16)}`).toBe(true);
        }
      }
    }
  });
});
