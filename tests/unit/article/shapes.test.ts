import { describe, expect, it, test } from 'vitest';
import { NOT_YET } from '../../fixtures/shapes/not-yet.ts';
import { differences, fieldsOf, line, NONE, textIn } from '../../fixtures/shapes/differences.ts';
import { markupOf, paragraphsOf, type Side } from '../../fixtures/shapes/page.ts';
import { SHAPES } from '../../fixtures/shapes/shapes.ts';
import { extract } from './pages.ts';

/*
 * What happy-dom does otherwise than browsers, and is therefore left to `tests/e2e/snapshot-css`:
 * it has no boxes (sizes, floats, positions and clipping are all unknown to it), shows what is
 * `hidden` and hides sound with controls, knows no frames, slots or declarative shadow roots, and
 * reads what stands in a `noscript` as elements.
 */

function check(side: Side): void {
  const extraction = extract(markupOf(side), '/news/2026/11/story-4417.html');
  if (!extraction.ok) throw new Error(`refused: ${extraction.reason}`);
  expect(differences(side, extraction.article)).toEqual(NONE);
  expect(extraction.article).toMatchObject(fieldsOf(side));
}

describe.each(SHAPES)('$shape', ({ shape, removed, kept }) => {
  const sides = [
    ...removed.map((side) => ({ ...side, verb: 'removes' })),
    ...kept.map((side) => ({ ...side, verb: 'keeps' })),
  ];
  for (const side of sides) {
    const failing = NOT_YET[`${shape}: ${side.what}`];
    const run = failing === undefined ? test : test.fails;
    run(`${side.verb} ${side.what}${failing === undefined ? '' : ` (not yet: ${failing})`}`, () => {
      check(side);
    });
  }
});

describe('the fixtures themselves', () => {
  const all = SHAPES.flatMap(({ shape, removed, kept }) =>
    [...removed, ...kept].map((side) => ({ ...side, name: `${shape}: ${side.what}` })),
  );

  it('have names of their own', () => {
    const names = all.map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(90);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('of which some do not pass yet are among them', () => {
    const names = new Set(all.map(({ name }) => name));
    expect(Object.keys(NOT_YET).filter((name) => !names.has(name))).toEqual([]);
  });

  it('hold what must go, and what must stay', () => {
    const absent = all.flatMap((side) => {
      const text = textIn(markupOf(side));
      const expected = [...(side.gone ?? []), ...paragraphsOf(side)];
      return expected
        .filter((words) => !text.includes(line(words)))
        .map((words) => side.name + words);
    });
    expect(absent).toEqual([]);
  });
});
