import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'chromium-freeworld', 'ungoogled-chromium'];
/** No longer take `--load-extension`; the driver loads the extension through the debugging pipe, which they allow. */
const CHROMIUM_BASED_NAMES = [
  'brave-browser',
  'vivaldi',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const FIREFOX_NAMES = ['firefox-esr', 'firefox', 'firefox-developer-edition'];

const CHROMIUM_ELSEWHERE = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const FIREFOX_ELSEWHERE = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** `CHROMIUM_PATH`, Playwright's own, a Chromium of the system, one built on it; null if there is none. */
export function findChromium(): string | null {
  return (
    stated('CHROMIUM_PATH') ??
    present(chromium.executablePath()) ??
    onPath([...CHROMIUM_NAMES, ...CHROMIUM_BASED_NAMES]) ??
    first(CHROMIUM_ELSEWHERE)
  );
}

/** `FIREFOX_PATH`, a Firefox of the system; null if there is none. */
export function findFirefox(): string | null {
  return stated('FIREFOX_PATH') ?? onPath(FIREFOX_NAMES) ?? first(FIREFOX_ELSEWHERE);
}

/** A path the user gave and that is not there is an error, never a reason to take another browser. */
function stated(variable: string): string | null {
  const path = process.env[variable];
  if (!path) return null;
  if (!existsSync(path)) throw new Error(`${variable} names ${path}, which does not exist.`);
  return path;
}

function present(path: string): string | null {
  return path && existsSync(path) ? path : null;
}

function first(paths: string[]): string | null {
  return paths.find((path) => existsSync(path)) ?? null;
}

function onPath(names: string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return first(names.flatMap((name) => folders.map((folder) => join(folder, name))));
}
