import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { THEMES } from '../../../utils/look.ts';

const css = readFileSync('components/style/themes.css', 'utf8');

const HIGHLIGHTS = [1, 2, 3, 4].map((tint) => `highlight-${tint}`);

function coloursOf(theme: string): Record<string, string> {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]+)\\}`).exec(css)?.[1] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([a-z\d-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

/** WCAG 2.2, «relative luminance» and «contrast ratio». */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: string | undefined, other: string | undefined): number {
  if (!one || !other) return 0;
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function rgb(colour = ''): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** As the crow flies in sRGB. */
function distance(one: number[], other: number[]): number {
  return Math.hypot(...one.map((part, index) => part - (other[index] ?? 0)));
}

describe.each(THEMES.filter((theme) => theme !== 'system'))('the theme %s', (theme) => {
  const colour = coloursOf(theme);

  test('has text that can be read on paper and card', () => {
    for (const ground of ['paper', 'card']) {
      for (const text of ['ink', 'muted', 'rubric']) {
        expect(ratio(colour[text], colour[ground]), `${text} on ${ground}`).toBeGreaterThan(5.65);
      }
    }
    expect(ratio(colour.ink, colour.paper)).toBeGreaterThan(7);
  });

  test('has readable text on rubric and on every tint', () => {
    expect(ratio(colour['on-rubric'], colour.rubric)).toBeGreaterThan(5.65);
    for (const tint of ['selected', 'notice', 'match', ...HIGHLIGHTS]) {
      expect(ratio(colour.ink, colour[tint]), tint).toBeGreaterThan(7);
    }
  });

  test('has highlights that can be told from the paper and from one another', () => {
    const tints = HIGHLIGHTS.map((name) => rgb(colour[name]));
    for (const [index, tint] of tints.entries()) {
      for (const other of [rgb(colour.paper), ...tints.slice(index + 1)]) {
        expect(
          distance(tint, other),
          `${HIGHLIGHTS[index]} beside ${other.join()}`,
        ).toBeGreaterThan(24);
      }
    }
  });

  test('has controls and focus rings that can be seen', () => {
    for (const ground of ['paper', 'card', 'selected', 'notice']) {
      expect(ratio(colour.muted, colour[ground]), `outline on ${ground}`).toBeGreaterThan(3);
      expect(ratio(colour.rubric, colour[ground]), `ring on ${ground}`).toBeGreaterThan(3);
    }
    // The toast is the other way round: paper on ink.
    expect(ratio(colour.paper, colour.ink)).toBeGreaterThan(7);
  });
});

describe.each(['contrast-light', 'contrast-dark'])('the theme %s', (theme) => {
  const colour = coloursOf(theme);

  test('has 7 : 1 for every text on every ground it stands on', () => {
    for (const ground of ['paper', 'card', 'selected', 'notice']) {
      for (const text of ['ink', 'muted', 'rubric']) {
        expect(ratio(colour[text], colour[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(
          7,
        );
      }
      expect(ratio(colour.line, colour[ground]), `line on ${ground}`).toBeGreaterThanOrEqual(3);
    }
    expect(ratio(colour['on-rubric'], colour.rubric)).toBeGreaterThanOrEqual(7);
  });
});

test('where the system chooses the colours, every one of ours gives way', () => {
  const [, forced = ''] = /@media \(forced-colors: active\) \{([^]+?)\n\}/.exec(css) ?? [];
  const given = [...forced.matchAll(/--([a-z1-4-]+): ([A-Z][A-Za-z]+);/g)].map(([, name]) => name);
  expect(new Set(given)).toEqual(new Set(Object.keys(coloursOf('light'))));
});

test('styles are logical: nothing is on the left or the right', () => {
  for (const file of globSync('components/**/*.css')) {
    const styles = readFileSync(file, 'utf8');
    expect(styles, file).not.toMatch(/(margin|padding|border|inset)-(left|right|top|bottom)\b/);
    expect(styles, file).not.toMatch(/^\s*(left|right|top|bottom|width|height):/m);
    expect(styles, file).not.toMatch(/letter-spacing|font-style: italic/);
  }
});
