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
 * discards the only copy of a text. One tab opens them all, one after the other in a frame the size
 * of a screen, and reads each with the script the extension injects: a press of the button for
 * every page would take minutes, so it is pressed where its own world may matter.
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
  let readings: (Extraction | null)[] = [];

  beforeAll(async () => {
    server = await serve((url) => {
      const [, , number, file] = url.pathname.split('/');
      const side = SIDES[Number(number)];
      if (!side || !file) return { body: '<p>.' };
      return { body: file === 'frame.html' ? (side.frame ?? '') : markupOf(side) };
    });
    browser = await openBrowser(name, { extension: buildOf(name), network: { port: server.port } });
    tab = await browser.openPage('http://news.example/');
    const source = readFileSync(join(buildOf(name), 'article.js'), 'utf8');
    readings = await tab.evaluate(readAll, { source, addresses: SIDES.map(addressOf) });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  function checkScript(side: StyledSide): void {
    const extraction = readings[SIDES.findIndex(({ what }) => what === side.what)];
    if (!extraction?.ok) throw new Error(`not read: ${extraction?.reason ?? 'no answer'}`);
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

/** Runs in the page. An answer that does not come is null. */
async function readAll({
  source,
  addresses,
}: {
  source: string;
  addresses: string[];
}): Promise<(Extraction | null)[]> {
  const readings: (Extraction | null)[] = [];
  for (const address of addresses) {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'position:fixed;inset:0;width:1280px;height:800px;border:0';
    frame.src = address;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    const inner = frame.contentWindow as unknown as typeof globalThis;
    const late = new Promise<null>((resolve) => setTimeout(resolve, 10_000, null));
    const reading = inner.eval(source) as Promise<Extraction>;
    readings.push(await Promise.race([reading, late]));
    frame.remove();
  }
  return readings;
}
