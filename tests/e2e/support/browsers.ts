import { describe, onTestFinished } from 'vitest';
import { findChromium, findFirefox } from '../../browser/find.ts';
import { openBrowser } from '../../browser/open.ts';
import { serve, type FixtureServer, type Routes } from '../../browser/server.ts';
import type { Browser, BrowserName, OpenOptions } from '../../browser/types.ts';
import { buildOf } from './builds.ts';

const BROWSERS: BrowserName[] = ['chromium', 'firefox'];

/**
 * Declares the same tests once for each browser. A browser this machine does not have is a named
 * skip, but where `CI` is `true` the tests run, and fail saying what they lack.
 */
export function inBothBrowsers(title: string, declare: (name: BrowserName) => void): void {
  for (const name of BROWSERS) {
    const missing = !isHere(name) && process.env['CI'] !== 'true';
    const where = missing ? `no ${name} on this machine` : name;
    describe.skipIf(missing)(`${title} (${where})`, () => {
      declare(name);
    });
  }
}

/** A browser with the build that ships, closed when the test ends. */
export async function startBrowser(
  name: BrowserName,
  options: Partial<OpenOptions> = {},
): Promise<Browser> {
  const browser = await openBrowser(name, { extension: buildOf(name), ...options });
  onTestFinished(() => browser.close());
  return browser;
}

/** A server for the test's pages, closed when the test ends. */
export async function startServer(routes: Routes): Promise<FixtureServer> {
  const server = await serve(routes);
  onTestFinished(() => server.close());
  return server;
}

function isHere(name: BrowserName): boolean {
  return (name === 'chromium' ? findChromium() : findFirefox()) !== null;
}
