import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { findChromium } from '../browser/find.ts';

/**
 * Makes every size of the mark from its one drawing: `node tests/commands/icons.ts`. The pictures are
 * kept with the sources, because a build must not need a browser.
 */
const SIZES = [16, 32, 48, 96, 128];

const root = new URL('../../', import.meta.url);
const drawing = await readFile(new URL('components/ui/mark.svg', root), 'utf8');
const executablePath = findChromium();
if (!executablePath) throw new Error('Drawing the icons needs a Chromium.');

await mkdir(new URL('public/icon/', root), { recursive: true });
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; inline-size: 100vw }</style>${drawing}`,
    );
    const path = new URL(`public/icon/${size}.png`, root).pathname;
    await page.screenshot({ path, omitBackground: true });
  }
} finally {
  await browser.close();
}
