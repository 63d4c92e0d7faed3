import { describe, expect, it, test } from 'vitest';
import { NOT_YET } from '../../fixtures/shapes/not-yet.ts';
import { markupOf, paragraphsOf, BRIDGE, type Side } from '../../fixtures/shapes/page.ts';
import { SHAPES } from '../../fixtures/shapes/shapes.ts';
import { extract } from './pages.ts';

/*
 * What happy-dom does otherwise than browsers, and is therefore left to `tests/e2e/snapshot-css`:
 * it has no boxes (sizes, floats, positions and clipping are all unknown to it), applies no style
 * sheet to a parsed document, knows no frames, slots or declarative shadow roots, and reads what
 * stands in a `noscript` as elements.
 */

/** One line as it is compared: white space is the page's. */
const line = (text: string): string => text.replace(/\s+/g, ' ').trim();
const textIn = (markup: string): string =>
  line(markup.replace(/<br[^>]*>/g, ' ').replace(/<[^>]*>/g, ''));

/** The lines of one list that another lacks, each as often as it does. */
function missing(from: readonly string[], wanted: readonly string[]): string[] {
  const left = [...from];
  return wanted.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function check(side: Side): void {
  const extraction = extract(markupOf(side), '/news/2026/11/story-4417.html');
  if (!extraction.ok) throw new Error(`refused: ${extraction.reason}`);
  const { article } = extraction;
  const lines = article.text.split('\n').map(line);
  const wanted = paragraphsOf(side).map(line);
  // A standfirst is part of what is read, whether it stands above the text or in it.
  const deck = article.deck === null ? null : line(article.deck);
  const got = deck && wanted.includes(deck) && !lines.includes(deck) ? [deck, ...lines] : lines;
  const holds = (what: string | RegExp): boolean =>
    typeof what === 'string' ? article.html.includes(what) : what.test(article.html);
  expect({
    lost: missing(got, wanted),
    leaked: missing(wanted, got),
    gone: side.gone?.filter((words) => article.text.includes(words)) ?? [],
    notInHtml: side.html?.filter((what) => !holds(what)) ?? [],
    inHtml: side.noHtml?.filter(holds) ?? [],
  }).toEqual({ lost: [], leaked: [], gone: [], notInHtml: [], inHtml: [] });
  const paragraphs = (side.story ?? BRIDGE).paragraphs.map((text) => got.indexOf(text));
  if (!side.only) expect(paragraphs).toEqual(paragraphs.toSorted((a, b) => a - b));
  expect(article).toMatchObject({ title: (side.story ?? BRIDGE).title, ...side.expects });
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
