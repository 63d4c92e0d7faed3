import { openChromium } from './chromium.ts';
import { findChromium, findFirefox } from './find.ts';
import { openFirefox } from './firefox.ts';
import type { Browser, BrowserName, OpenOptions } from './types.ts';

/** Starts a browser with the extension loaded; throws where there is none. */
export async function openBrowser(name: BrowserName, options: OpenOptions): Promise<Browser> {
  const path = name === 'chromium' ? findChromium() : findFirefox();
  if (!path) throw new Error(`No ${name} was found on this machine.`);
  return name === 'chromium' ? openChromium(path, options) : openFirefox(path, options);
}
