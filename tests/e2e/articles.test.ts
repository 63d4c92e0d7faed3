import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../browser/open.ts';
import { serve, type FixtureServer } from '../browser/server.ts';
import type { Browser, View } from '../browser/types.ts';
import { expectedOf, pageNames, PAGES } from '../fixtures/page-cases.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { buildOf } from './support/builds.ts';

const pathOf = (page: string): string => expectedOf(page).path ?? `/news/${page}.html`;

inBothBrowsers('the press of the button turns the page', (name) => {
  let server: FixtureServer;
  let browser: Browser;

  beforeAll(async () => {
    const pages = new Map(pageNames().map((page) => [pathOf(page), page]));
    server = await serve((url) => {
      const page = pages.get(url.pathname);
      return page ? { body: readFileSync(join(PAGES, `${page}.html`)) } : null;
    });
    browser = await openBrowser(name, {
      extension: buildOf(name),
      network: { port: server.port },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test.each(pageNames())('%s into what it is', async (page) => {
    const expected = expectedOf(page);
    const tab = await browser.openPage(`http://news.example${pathOf(page)}`);
    const popup = await browser.pressToolbar(tab);
    try {
      if (!expected.ok) {
        await popup.waitFor('state-no-article');
        expect(await popup.count('article')).toBe(0);
        expect(await popup.html('state-no-article')).toContain(`data-reason="${expected.reason}"`);
        return;
      }
      await popup.waitFor('article');
      expect(await popup.text('article-title')).toBe(expected.title);
      const blocks = await blocksOf(popup);
      expect(blocks.map(({ text }) => text)).toEqual(expected.paragraphs);
      expect(linesOf(await popup.text('article-body'))).toEqual(
        expected.paragraphs?.flatMap(linesOf),
      );
      expect(blocks.map(({ direction }) => direction)).toEqual(
        expected.structure?.directions ?? expected.paragraphs?.map(() => expected.dir ?? 'rtl'),
      );
    } finally {
      await popup.close();
      await tab.close();
    }
  });
});

/** What is to be read, line by line and cell by cell: words that stand in no block of their own are a line here. */
function linesOf(text: string): string[] {
  return text
    .split(/[\n\t]/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

/** The body's innermost blocks as the reader sees them: an empty line would be one of them. */
function blocksOf(popup: View): Promise<{ text: string; direction: string }[]> {
  return popup.evaluate(() => {
    const blocks = 'p,h2,h3,h4,h5,h6,li,blockquote,figcaption,td,th,pre';
    const body = document.querySelector('[data-testid=article-body]');
    return [...(body?.querySelectorAll(blocks) ?? [])]
      .filter((block) => !block.querySelector(blocks))
      .map((block) => ({
        text: (block.textContent ?? '').replace(/\s+/g, ' ').trim(),
        direction: getComputedStyle(block).direction,
      }));
  });
}
