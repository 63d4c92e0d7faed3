import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_LOOK, THEMES, type Theme } from '../../utils/look.ts';
import { openBrowser } from '../browser/open.ts';
import { serve, type FixtureServer } from '../browser/server.ts';
import type { Browser, BrowserName, Page, View } from '../browser/types.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { buildOf } from './support/builds.ts';
import { coloursAt } from './support/colours-at.ts';

/** Paper of each theme, as look.md and the styles have it. */
const css = readFileSync('components/style/themes.css', 'utf8');
const paperOf = (theme: Theme): string =>
  new RegExp(`\\[data-theme='${theme}'\\] \\{[^}]*--paper: (#[0-9a-f]{6})`).exec(css)?.[1] ?? '';

const PAGES = ['popup', 'reader', 'live', 'sidepanel'];
const PLACES = [
  [0.1, 0.4],
  [0.5, 0.9],
  [0.9, 0.6],
] as const;

/**
 * A browser paints nothing before the styles and the script in `<head>`, and all that comes later is
 * the pages' own scripts: in this copy of the build they are empty, so what is to be seen is the
 * first there is.
 */
function withoutScripts(name: BrowserName): string {
  const build = mkdtempSync(join(tmpdir(), 'warraq-first-'));
  cpSync(buildOf(name), build, { recursive: true });
  for (const page of PAGES) {
    const html = readFileSync(join(build, `${page}.html`), 'utf8');
    const own = [...html.matchAll(/<script type="module"[^>]* src="([^"]+)"/g)];
    if (own.length === 0) throw new Error(`${page}.html has no script of its own`);
    for (const [, script = ''] of own) writeFileSync(join(build, script), '');
  }
  return build;
}

inBothBrowsers('the first that is painted', (name) => {
  let build: string;
  let server: FixtureServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    build = withoutScripts(name);
    server = await serve(() => ({ body: '<!doctype html><title>·</title><p>نص' }));
    browser = await openBrowser(name, { extension: build, network: { port: server.port } });
    page = await browser.openPage('http://news.example/');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    if (build) rmSync(build, { recursive: true });
  });

  async function choose(theme: Theme): Promise<void> {
    const keeping = await browser.openExtensionPage('reader.html');
    await keeping.evaluate((look) => localStorage.setItem('warraq:look', JSON.stringify(look)), {
      ...DEFAULT_LOOK,
      theme,
    });
    await keeping.close();
  }

  async function seen(view: View): Promise<string[]> {
    // Nothing of ours has run: no button of ours is there.
    expect(await view.evaluate(() => document.querySelectorAll('[data-testid]').length)).toBe(0);
    const colours = await coloursAt(view, PLACES);
    await view.close();
    return colours;
  }

  test.each(THEMES.filter((theme) => theme !== 'system'))(
    'is paper of the theme %s',
    async (theme) => {
      expect(paperOf(theme)).toMatch(/^#[0-9a-f]{6}$/);
      await choose(theme);
      const paper = PLACES.map(() => paperOf(theme));
      expect(await seen(await browser.openExtensionPage('reader.html'))).toEqual(paper);
      await page.bringToFront();
      expect(await seen(await browser.pressToolbar(page))).toEqual(paper);
    },
  );
});
