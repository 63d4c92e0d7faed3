import { chromium } from 'playwright';
import { launch } from 'puppeteer-core';
import { bidi, networkPreferences } from '../browser/firefox.ts';
import { findChromium, findFirefox } from '../browser/find.ts';
import { serve } from '../browser/server.ts';
import type { BrowserName } from '../browser/types.ts';
import type { StoredPage } from './stored-pages.ts';
import { evaluateApart, showStored, STORED_POLICY } from './stored-tab.ts';

/** A browser that shows stored pages and runs source in them as a content script runs. */
export interface StoredBrowser {
  name: BrowserName;
  version: string;
  /** A new tab; `fresh` asks for a process in which nothing has run, where the browser can be told to start one. */
  open(how?: { fresh?: boolean }): Promise<StoredTab>;
  close(): Promise<void>;
}

export interface StoredTab {
  show(page: StoredPage): Promise<void>;
  /** Runs the script, then the call, whose answer crosses as JSON. */
  run(script: string, call: string): Promise<unknown>;
  close(): Promise<void>;
}

export function openStoredBrowser(name: BrowserName): Promise<StoredBrowser> {
  return name === 'chromium' ? openStoredChromium() : openStoredFirefox();
}

async function openStoredChromium(): Promise<StoredBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: set CHROMIUM_PATH.');
  const browser = await chromium.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
  });
  const newContext = () => browser.newContext({ serviceWorkers: 'block', locale: 'ar' });
  const shared = await newContext();
  return {
    name: 'chromium',
    version: browser.version(),
    async open({ fresh = false } = {}) {
      // Contexts share no storage, and pages that share none share no process.
      const context = fresh ? await newContext() : shared;
      const tab = await context.newPage();
      return {
        show: (page) => showStored(tab, page),
        run: async (script, call) => parse(await evaluateApart(tab, jsonOf(script, call))),
        close: () => (fresh ? context.close() : tab.close()),
      };
    },
    close: () => browser.close(),
  };
}

interface Evaluated {
  result:
    | { type: 'success'; result: { value?: string } }
    | { type: 'exception'; exceptionDetails: { text: string } };
}

/** Pages are served on loopback to every `http://` host; an address of `https:` is opened as its `http:` twin. */
async function openStoredFirefox(): Promise<StoredBrowser> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox found: set FIREFOX_PATH.');
  const served = new Map<string, StoredPage>();
  const server = await serve(({ href }) => {
    const page = served.get(href);
    if (!page) return null;
    return {
      body: page.bytes,
      type: `text/html; charset=${page.charset}`,
      headers: { 'content-security-policy': STORED_POLICY },
    };
  });
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: null,
    args: ['--width=1280', '--height=900'],
    extraPrefsFirefox: {
      ...networkPreferences({ port: server.port }),
      'intl.accept_languages': 'ar',
      'privacy.reduceTimerPrecision': false,
      // Hosts known to be encrypted would be asked for by `https:` only.
      'network.stricttransportsecurity.preloadlist': false,
      'dom.security.https_first': false,
      // Compiles a script it has met before as if it were known to run hot.
      'javascript.options.jithints': false,
    },
  });
  const send = bidi(browser);
  return {
    name: 'firefox',
    version: (await browser.version()).replace(/^firefox\//i, ''),
    async open() {
      const { result } = (await send('browsingContext.create', { type: 'tab' })) as {
        result: { context: string };
      };
      const { context } = result;
      return {
        async show(page) {
          const address = new URL(page.url);
          address.protocol = 'http:';
          address.hash = '';
          served.set(address.href, page);
          await send('browsingContext.navigate', {
            context,
            url: address.href,
            wait: 'interactive',
          });
        },
        async run(script, call) {
          const { result: evaluated } = (await send('script.evaluate', {
            expression: jsonOf(script, call),
            target: { context, sandbox: 'warraq' },
            awaitPromise: false,
          })) as Evaluated;
          if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
          return parse(evaluated.result.value);
        },
        close: async () => void (await send('browsingContext.close', { context })),
      };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

function jsonOf(script: string, call: string): string {
  return `${script};JSON.stringify(${call})`;
}

function parse(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}
