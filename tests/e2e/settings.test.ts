import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { THEMES } from '../../utils/look.ts';
import { folderSite } from '../browser/folder-site.ts';
import { openBrowser } from '../browser/open.ts';
import { serve, type FixtureServer } from '../browser/server.ts';
import type { Browser, Page, View } from '../browser/types.ts';
import { axeViolations } from './support/axe.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { buildOf } from './support/builds.ts';
import { setLook } from './support/look.ts';

const ARTICLE = 'http://news.example/boats.html';

inBothBrowsers('the settings', (name) => {
  let server: FixtureServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const site = folderSite('tests/fixtures/sample');
    server = await serve((url) => site(url) ?? { body: '<!doctype html><title>·</title>' });
    browser = await openBrowser(name, {
      extension: buildOf(name),
      network: { port: server.port },
      locale: 'en-US',
    });
    page = await browser.openPage(ARTICLE);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function openPanel(): Promise<View> {
    await page.bringToFront();
    const popup = await browser.pressToolbar(page);
    await popup.waitFor('article');
    await popup.click('type-button');
    await popup.waitFor('text-size');
    return popup;
  }

  test('show at once, are kept, and reach every page of ours', async () => {
    await setLook(browser, { language: 'ar' });
    const reader = await browser.openExtensionPage('reader.html');
    const popup = await openPanel();
    await popup.evaluate(() =>
      document.querySelector<HTMLElement>('[data-testid=text-size]')?.focus(),
    );
    await popup.press('ArrowUp');
    await choose(popup, ['face-amiri', 'theme-contrast-dark', 'align-justify', 'digits-arabic']);
    await choose(popup, ['months-levantine', 'setting-hijri', 'setting-singleKeys']);
    const chosen = {
      theme: 'contrast-dark',
      face: 'amiri',
      align: 'justify',
      size: '1.375rem',
    };
    expect(await rootOf(popup)).toEqual(chosen);
    expect(await popup.text('article')).toContain('٢٠ تشرين الثاني ٢٠٢٦ (١٠ جمادى الآخرة ١٤٤٨ هـ)');
    expect(await storedIn(popup)).toMatchObject({
      textSize: 22,
      face: 'amiri',
      theme: 'contrast-dark',
      align: 'justify',
      digits: 'arabic',
      months: 'levantine',
      hijri: true,
      singleKeys: false,
    });
    await popup.close();
    await eventually(async () => expect(await rootOf(reader)).toEqual(chosen));
    await reader.close();
  });

  test('go back to what they were at first, and forth again', async () => {
    await setLook(browser, { language: 'ar', theme: 'sepia', textSize: 28, width: 'wide' });
    const popup = await openPanel();
    const before = await rootOf(popup);
    await choose(popup, ['restore-settings']);
    await eventually(async () => {
      expect(await storedIn(popup)).toMatchObject({
        theme: 'system',
        textSize: 20,
        width: 'normal',
      });
    });
    expect((await rootOf(popup)).size).toBe('1.25rem');
    await choose(popup, ['restore-settings']);
    await eventually(async () => {
      expect(await storedIn(popup)).toMatchObject({ theme: 'sepia', textSize: 28, width: 'wide' });
    });
    expect(await rootOf(popup)).toEqual(before);
    await popup.close();
  });

  test('a font of the reader’s own is shown, and said to be missing where it is', async () => {
    await setLook(browser, { language: 'ar', face: 'own', ownFace: 'No Such Font 7' });
    const popup = await openPanel();
    const missing = await popup.text('own-face-hint');
    await popup.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('[data-testid=own-face]');
      if (!field) throw new Error('no field');
      field.value = 'DejaVu Sans Mono';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await eventually(async () => expect(await popup.text('own-face-hint')).not.toBe(missing));
    const families = await popup.evaluate(() =>
      ['own-face-sample', 'article-body'].map((id) => {
        const element = document.querySelector(`[data-testid=${id}]`);
        return element && getComputedStyle(element).fontFamily.split(',', 1)[0];
      }),
    );
    expect(families).toEqual(['"DejaVu Sans Mono"', '"DejaVu Sans Mono"']);
    await popup.close();
  });

  test('an English browser with an Arabic interface has Arabic direction and plurals', async () => {
    await setLook(browser, { language: 'ar' });
    const popup = await openPanel();
    expect(await popup.evaluate(() => [document.dir, navigator.language.slice(0, 2)])).toEqual([
      'rtl',
      'en',
    ]);
    // Of ten a thing stands in the plural, of eleven and more in the accusative.
    expect(await popup.text('removals')).toMatch(/^أُخفي \d\d جزءًا/u);
    await popup.close();
  });

  test('stand in their room with text of twice the size, and a window as narrow as a telephone', async () => {
    await setLook(browser, { language: 'fr', face: 'own' });
    const popup = await openPanel();
    for (const [width, text] of [
      ['', '200%'],
      ['320px', '100%'],
      ['320px', '200%'],
    ] as const) {
      const over = await popup.evaluate(
        (sizes) => {
          document.documentElement.style.fontSize = sizes.text;
          const panel = document.querySelector<HTMLElement>('.type-panel');
          if (!panel) throw new Error('no panel');
          panel.style.inlineSize = sizes.width;
          for (const group of panel.querySelectorAll('details')) group.open = true;
          panel.scrollTop = panel.scrollHeight;
          const last = panel
            .querySelector('[data-testid=restore-settings]')
            ?.getBoundingClientRect();
          const box = panel.getBoundingClientRect();
          return {
            sideways: panel.scrollWidth - panel.clientWidth,
            lastIsSeen: last !== undefined && last.bottom <= box.bottom && last.top >= box.top,
            isInWindow: box.top >= 0 && box.bottom <= innerHeight + 1,
          };
        },
        { width, text },
      );
      expect(over, `${width} ${text}`).toEqual({ sideways: 0, lastIsSeen: true, isInWindow: true });
    }
    await popup.close();
  });

  test.each([
    ...THEMES.filter((theme) => theme !== 'system').map((theme) => ['ar', theme] as const),
    ['en', 'light'] as const,
    ['fr', 'light'] as const,
  ])('axe finds nothing in panel and article (%s, %s)', async (language, theme) => {
    await setLook(browser, { language, theme, face: 'own', pictures: 'tap' });
    const popup = await openPanel();
    await popup.evaluate(() => {
      for (const group of document.querySelectorAll('details')) group.open = true;
    });
    expect(await axeViolations(popup)).toEqual([]);
    await popup.close();
  });
});

/** Presses controls of the panel, wherever they are scrolled to. */
function choose(view: View, testIds: string[]): Promise<void> {
  return view.evaluate((ids) => {
    for (const id of ids) {
      const control = document.querySelector<HTMLElement>(`[data-testid="${id}"]`);
      if (!control) throw new Error(`${id} is not there`);
      control.click();
    }
  }, testIds);
}

function rootOf(
  view: View,
): Promise<Record<'theme' | 'face' | 'align' | 'size', string | undefined>> {
  return view.evaluate(() => {
    const { dataset, style } = document.documentElement;
    return {
      theme: dataset['theme'],
      face: dataset['face'],
      align: dataset['align'],
      size: style.getPropertyValue('--text-size'),
    };
  });
}

function storedIn(view: View): Promise<Record<string, unknown>> {
  return view.evaluate(() => chrome.storage.sync.get(null));
}

/** What another page, or a store, comes to in its own time. */
function eventually(check: () => Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 20_000, interval: 100 });
}
