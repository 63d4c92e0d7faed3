import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { build } from 'vite';
import { PAYLOADS } from '../fixtures/payloads/payloads.ts';
import type * as Door from '../../utils/article/sanitize.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';

/** In a real parser, where the same markup read twice may mean two things. */
inBothBrowsers('the sanitiser', (name) => {
  test('lets through the second time what it let through the first, and keeps the text around', async () => {
    const server = await startServer(() => ({ body: '<!doctype html><title>.</title>' }));
    const browser = await startBrowser(name, { network: { port: server.port } });
    const page = await browser.openPage('http://news.example/');

    const source = await bundleDoor();
    const wrong = await page.evaluate(sanitizeTwice, { source, payloads: PAYLOADS });

    expect(wrong).toEqual([]);
  });
});

async function bundleDoor(): Promise<string> {
  const entry = fileURLToPath(new URL('../../utils/article/sanitize.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'door' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('The build gave no output.');
  return output.output[0].code;
}

// Runs in the page: it may use nothing but its argument.

interface Task {
  source: string;
  payloads: { name: string; html: string; last: boolean }[];
}

function sanitizeTwice({ source, payloads }: Task): string[] {
  // oxlint-disable-next-line no-eval -- this page is there to be run in
  const door: typeof Door = (0, eval)(`${source};door`);
  const wrong: string[] = [];
  const holder = document.implementation.createHTMLDocument('').body;
  for (const images of ['network', 'none'] as const) {
    const clean = (html: string): string => {
      const baseUrl = 'http://news.example/story';
      holder.replaceChildren(door.sanitizeArticle(html, { document, images, baseUrl }));
      return holder.innerHTML;
    };
    for (const { name, html, last } of payloads) {
      const once = clean(`<p>قبل ${html} بعد</p>`);
      const text = holder.textContent;
      if (!text.includes('قبل') || (!last && !text.includes('بعد')))
        wrong.push(`${name}: text lost`);
      if (clean(once) !== once) wrong.push(`${name}: ${once}`);
    }
  }
  return wrong;
}
