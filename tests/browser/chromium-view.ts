import type { Page as PlaywrightPage } from 'playwright';
import type { Page, View } from './types.ts';

const DEFAULT_TIMEOUT_MS = 10_000;

export function chromiumPage(page: PlaywrightPage): Page {
  return {
    url: async () => page.url(),
    evaluate: (body, arg) => page.evaluate(body as never, arg as never),
    goto: async (url) => void (await page.goto(url)),
    bringToFront: () => page.bringToFront(),
    screenshot: async (path) => void (await page.screenshot({ path })),
    close: () => page.close(),
  };
}

/** `release` ends what was opened only to reach the page. */
export function chromiumView(
  page: PlaywrightPage,
  { release }: { release?: () => Promise<void> },
): View {
  const at = (testId: string) => page.getByTestId(testId);
  page.setDefaultTimeout(DEFAULT_TIMEOUT_MS);
  return {
    async waitFor(testId, options) {
      try {
        await at(testId)
          .first()
          .waitFor({ state: 'visible', ...options });
      } catch (error) {
        const shown = page.isClosed() ? 'nothing: it is closed' : await page.innerText('body');
        throw new Error(`Waited for ${testId}; the page shows: ${shown}`, { cause: error });
      }
    },
    waitUntilGone: (testId, options) =>
      at(testId)
        .first()
        .waitFor({ state: 'hidden', ...options }),
    text: (testId) => at(testId).first().innerText(),
    html: (testId) =>
      at(testId)
        .first()
        .evaluate((element) => element.outerHTML),
    count: (testId) => at(testId).count(),
    click: (testId, index = 0) => at(testId).nth(index).click(),
    press: (key) => page.keyboard.press(key),
    evaluate: (body, arg) => page.evaluate(body as never, arg as never),
    addScript: async (source) => void (await page.evaluate(`${source}\n;undefined`)),
    screenshot: async (path, how) =>
      void (await page.screenshot({ path, fullPage: how?.whole ?? false })),
    media: (kind) => page.emulateMedia({ media: kind }),
    print: () => page.pdf(),
    isClosed: async () => page.isClosed(),
    async close() {
      if (!page.isClosed()) await page.close();
      await release?.();
    },
  };
}
