import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Extraction } from '../../utils/article/article.ts';
import { findChromium } from '../browser/find.ts';
import { bundleExtractor } from '../commands/extractor-bundle.ts';
import { readPage } from '../commands/stored-pages.ts';
import { evaluateApart, openStored } from '../commands/stored-tab.ts';
import { PAGES } from '../fixtures/page-cases.ts';
import { buildOf } from './support/builds.ts';

/** An ordinary article with furniture around it, one in an old encoding, and a page without one. */
const CASES = ['headline-in-body', 'windows-1256', 'home-page'];

const executablePath = findChromium() ?? undefined;
const missing = !executablePath && process.env['CI'] !== 'true';

describe.skipIf(missing)(`npm run extract (${missing ? 'no chromium here' : 'chromium'})`, () => {
  let browser: Browser;
  let context: BrowserContext;
  let bundle: string;
  const shipped = readFileSync(join(buildOf('chromium'), 'article.js'), 'utf8');

  beforeAll(async () => {
    bundle = await bundleExtractor();
    browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    context = await browser.newContext({ locale: 'ar' });
  });
  afterAll(() => browser?.close());

  test.each(CASES)('reads %s as the script does that the extension injects', async (name) => {
    const tab = await openStored(context, readPage(PAGES, name));
    const measured = (await evaluateApart(tab, `${bundle};warraq.measurePage(1, Date.now())`)) as {
      extraction: Extraction;
    };
    const injected = (await evaluateApart(tab, shipped)) as Extraction;
    expect(withoutMoment(measured.extraction)).toEqual(withoutMoment(injected));
    expect(injected.ok).toBe(name !== 'home-page');
  });
});

/** The two runs are some milliseconds apart, and the moment is written into the article. */
function withoutMoment(extraction: Extraction): unknown {
  return JSON.parse(
    JSON.stringify(extraction, (key, value: unknown) => (key === 'extractedAt' ? null : value)),
  );
}
