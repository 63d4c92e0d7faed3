import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { openChromium } from '../browser/chromium.ts';
import { folderSite } from '../browser/folder-site.ts';
import { serve } from '../browser/server.ts';
import { haveChromium } from './have-chromium.ts';
import { tellArticle } from './tell-article.ts';

/*
 * `npm start`: the extension at work on our sample page, or on the page given (a file or an
 * address). With a display the browser stays open; without one the terminal tells what it showed.
 */
const EXTENSION = resolve('.output/chrome-mv3');
const SAMPLE = 'tests/fixtures/sample/boats.html';
const PICTURE = 'out/popup.png';

try {
  await start(process.argv[2] ?? SAMPLE);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start(target: string): Promise<void> {
  const executable = haveChromium();
  build();
  const { url, done } = await addressOf(target);
  const onScreen = hasScreen();
  const browser = await openChromium(executable, {
    extension: EXTENSION,
    headless: !onScreen,
    locale: 'ar',
  });
  try {
    console.log(`Opening ${url} and pressing the toolbar button.`);
    const page = await browser.openPage(url);
    const popup = await browser.pressToolbar(page);
    if (onScreen) {
      console.log('The browser is yours: close it, or press Ctrl+C here, to end.');
      await browser.closed();
    } else await tellArticle(popup, PICTURE);
  } finally {
    await browser.close();
    await done();
  }
}

function build(): void {
  const { status, stdout, stderr } = spawnSync('wxt', ['build'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`);
}

async function addressOf(target: string): Promise<{ url: string; done: () => Promise<void> }> {
  if (/^https?:\/\//i.test(target)) return { url: target, done: async () => {} };
  if (!existsSync(target))
    throw new Error(`There is no file ${target}, and it is no http address.`);
  const server = await serve(folderSite(dirname(target)));
  return {
    url: `${server.origin}/${encodeURIComponent(basename(target))}`,
    done: () => server.close(),
  };
}

function hasScreen(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}
