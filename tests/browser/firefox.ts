import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  launch,
  type Browser as PuppeteerBrowser,
  type Page as PuppeteerPage,
} from 'puppeteer-core';
import { chromeScope, type SendBidi } from './firefox-chrome.ts';
import {
  backgroundPage,
  findTab,
  isLoaded,
  openPopup,
  openPrivateTab,
  openTab,
  pressButton,
  stopBackground,
} from './firefox-window.ts';
import { firefoxView } from './firefox-view.ts';
import { killGroup } from './process.ts';
import type { Browser, OpenOptions, Page } from './types.ts';
import { until } from './until.ts';

/** The UUID our pages have in every test: Firefox would draw one at random. */
const UUID = '6f1b0a52-3c0e-4e1b-9a6f-0a7c5d2e8b41';
const EXTENSION_ORIGIN = `moz-extension://${UUID}/`;

/** Starts Firefox at `executablePath` with the extension loaded as a temporary add-on. */
export async function openFirefox(executablePath: string, options: OpenOptions): Promise<Browser> {
  const id = extensionId(options.extension);
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    defaultViewport: null,
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    ...(options.profile ? { userDataDir: options.profile } : {}),
    env: { ...process.env, ...(options.display ? { DISPLAY: options.display } : {}) },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      // Our pages live in the browser's own process, where its window can read and press them.
      'extensions.webextensions.remote': false,
      'intl.accept_languages': options.locale ?? 'en-US',
      'intl.locale.requested': options.locale ?? 'en-US',
      'layout.css.prefers-color-scheme.content-override': options.colours === 'dark' ? 0 : 1,
      'ui.systemUsesDarkTheme': options.colours === 'dark' ? 1 : 0,
      // «Always»: what a system with high contrast makes of it.
      ...(options.colours === 'forced' ? { 'browser.display.document_color_use': 2 } : {}),
      'browser.download.folderList': 2,
      'browser.download.dir': options.downloads ?? join(tmpdir(), 'warraq-downloads'),
      // It would take the keys.
      'browser.download.alwaysOpenPanel': false,
      ...(options.quota ? quotaPreferences(options.quota) : {}),
      ...networkPreferences(options.network ?? 'open'),
    },
  });
  const send = bidi(browser);
  await send('webExtension.install', {
    extensionData: { type: 'path', path: options.extension },
    'moz:allowPrivateBrowsing': options.privateWindows ?? false,
  });
  const chrome = await chromeScope(send);
  const gone = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
  const tabs = new WeakMap<Page, PuppeteerPage>();

  const popup = async () => {
    const found = await until('the popup to open', () => chrome.run(openPopup));
    return firefoxView(chrome, found);
  };

  const openPrivately = async (url: string) => {
    await chrome.run(openPrivateTab, url);
    return until(`a private window at ${url}`, async () => {
      const open = await browser.pages();
      return open.findLast((tab) => tab.url() === url);
    });
  };

  return {
    name: 'firefox',
    version: (await browser.version()).replace(/^firefox\//i, ''),
    extensionOrigin: EXTENSION_ORIGIN,
    async openPage(url, how) {
      const tab = how?.private ? await openPrivately(url) : await browser.newPage();
      if (!how?.private) await tab.goto(url);
      const page = firefoxPage(tab);
      tabs.set(page, tab);
      return page;
    },
    async pressToolbar(page) {
      const tab = tabs.get(page);
      if (!tab) throw new Error('The page was not opened by this browser.');
      await tab.bringToFront();
      await chrome.run(pressButton, { id, url: tab.url() });
      return popup();
    },
    popup,
    async openExtensionPage(path) {
      const browserId = await chrome.run(openTab, `${EXTENSION_ORIGIN}${path}`);
      await until(`${path} to load`, () => chrome.run(isLoaded, browserId));
      return firefoxView(chrome, browserId);
    },
    async extensionTab(part) {
      const found = await until(`a tab at ${part}`, () =>
        chrome.run(findTab, { origin: EXTENSION_ORIGIN, part }),
      );
      await until(`${part} to load`, () => chrome.run(isLoaded, found));
      return firefoxView(chrome, found);
    },
    async inBackground(body) {
      const found = await chrome.run(backgroundPage, id);
      if (found === null) throw new Error('The background is not running.');
      return firefoxView(chrome, found).evaluate(body);
    },
    killBackground: () => chrome.run(stopBackground, id),
    closed: () => gone,
    close: () => browser.close(),
    async kill() {
      const { pid } = browser.process() ?? {};
      if (!pid) throw new Error('Firefox has no process to end.');
      killGroup(pid);
      await gone;
      const { profile } = options;
      if (profile) await until('the profile to be put in order', async () => isInOrder(profile));
    },
  };
}

function firefoxPage(tab: PuppeteerPage): Page {
  return {
    url: async () => tab.url(),
    evaluate: (body, arg) => tab.evaluate(body as never, arg as never),
    goto: async (url) => void (await tab.goto(url)),
    bringToFront: () => tab.bringToFront(),
    screenshot: async (path: `${string}.png`) => void (await tab.screenshot({ path })),
    close: () => tab.close(),
  };
}

/** Puppeteer has the connection and keeps it out of its types. */
export function bidi(browser: PuppeteerBrowser): SendBidi {
  const { connection } = browser as unknown as { connection: { send: SendBidi } };
  return connection.send.bind(connection);
}

/** Puppeteer puts back the preferences it found, after the end: until then nothing else may start there. */
function isInOrder(profile: string): boolean {
  return ['prefs.js', 'user.js'].every((name) => !existsSync(join(profile, `${name}.puppeteer`)));
}

function extensionId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

/** A site may keep a fifth of what all may together, and never less than 10 MB. */
function quotaPreferences(bytes: number) {
  return { 'dom.quotaManager.temporaryStorage.fixedLimit': Math.ceil((bytes * 5) / 1024) };
}

/** Which network a Firefox has, as its preferences say it. */
export function networkPreferences(network: NonNullable<OpenOptions['network']>) {
  if (network === 'open') return {};
  const port = network === 'cut' ? 9 : network.port;
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'network.proxy.failover_direct': false,
  };
}
