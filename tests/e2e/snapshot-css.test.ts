import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Extraction } from '../../utils/article/article.ts';
import { openBrowser } from '../browser/open.ts';
import { serve, type FixtureServer } from '../browser/server.ts';
import type { Browser, Page } from '../browser/types.ts';
import { differences, fieldsOf, line, NONE } from '../fixtures/shapes/differences.ts';
import { NOT_YET_STYLED } from '../fixtures/shapes/not-yet.ts';
import { markupOf, paragraphsOf } from '../fixtures/shapes/page.ts';
import { STYLED, type StyledSide } from '../fixtures/shapes/styled.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { buildOf } from './support/builds.ts';

/*
 * Pages whose styles decide what is shown. Hiding decides between copies and never by itself
 * discards the only copy of a text. One tab reads them all with the script the extension injects,
 * among the page's own; a press of the button for every page would take minutes.
 */
const SIDES = [
  ...STYLED.removed.map((side) => ({ ...side, name: `removes ${side.what}` })),
  ...STYLED.kept.map((side) => ({ ...side, name: `keeps ${side.what}` })),
];

const addressOf = (side: StyledSide): string =>
  `http://news.example/news/${SIDES.findIndex(({ what }) => what === side.what)}/story.html`;

inBothBrowsers('what the page shows', (name) => {
  let server: FixtureServer;
  let browser: Browser;
  let tab: Page;
  const script = (): string => readFileSync(join(buildOf(name), 'article.js'), 'utf8');

  beforeAll(async () => {
    server = await serve((url) => {
      const [, , number, file] = url.pathname.split('/');
      const side = SIDES[Number(number)];
      if (!side || !file) return { body: '<p>.' };
      return { body: file === 'frame.html' ? (side.frame ?? '') : markupOf(side) };
    });
    browser = await openBrowser(name, { extension: buildOf(name), network: { port: server.port } });
    tab = await browser.openPage('http://news.example/');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function checkScript(side: StyledSide): Promise<void> {
    await tab.goto(addressOf(side));
    const extraction = await tab.evaluate(run, script());
    if (!extraction.ok) throw new Error(`refused: ${extraction.reason}`);
    expect(differences(side, extraction.article)).toEqual(NONE);
    expect(extraction.article).toMatchObject(fieldsOf(side));
  }

  async function checkPress(side: StyledSide): Promise<void> {
    await tab.goto(addressOf(side));
    await tab.bringToFront();
    const popup = await browser.pressToolbar(tab);
    try {
      await popup.waitFor('article-body');
      const body = await popup.text('article-body');
      expect(body.split('\n').map(line).filter(Boolean)).toEqual(paragraphsOf(side));
    } finally {
      await popup.close();
    }
  }

  for (const side of SIDES) {
    const failing = NOT_YET_STYLED[side.what];
    const declare = failing === undefined ? test : test.fails;
    const title = failing === undefined ? side.name : `${side.name} (not yet: ${failing})`;
    declare(title, () => checkScript(side));
    if (side.pressed) declare(`${title}, by a press of the button`, () => checkPress(side));
  }
});

test('sides that do not pass yet are among them', () => {
  const names = SIDES.map(({ what }) => what);
  expect(names.filter((what, at) => names.indexOf(what) !== at)).toEqual([]);
  expect(Object.keys(NOT_YET_STYLED).filter((what) => !names.includes(what))).toEqual([]);
});

/** Runs in the page. */
async function run(source: string): Promise<Extraction> {
  // oxlint-disable-next-line no-eval -- this page is there to be run in
  return (await (0, eval)(source)) as Extraction;
}
