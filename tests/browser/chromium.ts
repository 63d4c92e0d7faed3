import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import {
  chromium,
  type Browser as PlaywrightBrowser,
  type BrowserContext,
  type CDPSession,
  type Page as PlaywrightPage,
} from 'playwright';
import { chromiumPage, chromiumView } from './chromium-view.ts';
import { killGroup } from './process.ts';
import type { Browser, OpenOptions, Page } from './types.ts';
import { until } from './until.ts';

/** A worker ends well within this. */
const END_AGAIN_MS = 3_000;

/** Keep a browser on a closed network from spending its start on its own errands. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
];

/** Playwright could tell its own tabs so, and no popup. */
const COLOURS = {
  light: [],
  dark: ['--force-dark-mode'],
  forced: ['--force-high-contrast'],
} satisfies Record<NonNullable<OpenOptions['colours']>, string[]>;

/** Starts Chromium (or a browser built on it) at `executablePath` with the extension loaded. */
export async function openChromium(executablePath: string, options: OpenOptions): Promise<Browser> {
  const headless = options.headless ?? true;
  const debuggingPort = await freePort();
  const context = await chromium.launchPersistentContext(options.profile ?? '', {
    executablePath,
    headless,
    viewport: null,
    colorScheme: null,
    forcedColors: null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...QUIET,
      ...(headless ? ['--headless=new', '--window-size=1280,900'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--enable-unsafe-extension-debugging',
      `--remote-debugging-port=${debuggingPort}`,
      `--lang=${options.locale ?? 'en-US'}`,
      ...COLOURS[options.colours ?? 'light'],
      ...(options.speech ? ['--enable-speech-dispatcher'] : []),
      ...networkArguments(options.network ?? 'open'),
    ],
    env: { ...process.env, ...(options.display ? { DISPLAY: options.display } : {}) },
  });
  const browser = context.browser();
  if (!browser) throw new Error('Playwright gave no browser for the context.');
  const cdp = await browser.newBrowserCDPSession();
  const { id } = await send<{ id: string }>(cdp, 'Extensions.loadUnpacked', {
    path: options.extension,
    enableInIncognito: options.privateWindows ?? false,
  });
  if (options.downloads) {
    const downloadPath = options.downloads;
    await send(cdp, 'Browser.setDownloadBehavior', { behavior: 'allow', downloadPath });
  }
  if (options.quota) await limitQuota(context, `chrome-extension://${id}`, options.quota);
  return drive({ context, browser, cdp, id, endpoint: `http://127.0.0.1:${debuggingPort}` });
}

interface Running {
  context: BrowserContext;
  browser: PlaywrightBrowser;
  cdp: CDPSession;
  id: string;
  endpoint: string;
}

function drive({ context, browser, cdp, id, endpoint }: Running): Browser {
  const extensionOrigin = `chrome-extension://${id}/`;
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
  const tabs = new WeakMap<Page, PlaywrightPage>();

  /** Playwright's context lists no popup and no private tab; a second connection, made after they opened, does. */
  const elsewhere = async (matches: (url: string) => boolean) => {
    if (!(await targets(cdp, 'page')).some(({ url }) => matches(url))) return null;
    const connection = await chromium.connectOverCDP(endpoint);
    const pages = connection.contexts().flatMap((one) => one.pages());
    const page = pages.findLast((one) => matches(one.url()));
    if (page) {
      // A connection shows all pages in light colours unless told to leave them.
      for (const one of pages) await one.emulateMedia({ colorScheme: null, forcedColors: null });
      return { page, release: () => connection.close() };
    }
    await connection.close();
    return null;
  };
  const popup = async () => {
    const found = await until('the popup to open', () =>
      elsewhere((url) => url.startsWith(`${extensionOrigin}popup.html`)),
    );
    return chromiumView(found.page, found);
  };
  const openExtensionPage = async (path: string) => {
    const tab = await context.newPage();
    await tab.goto(`${extensionOrigin}${path}`);
    return chromiumView(tab, {});
  };
  const openPrivately = async (url: string) => {
    const opener = await openExtensionPage('reader.html');
    await opener.evaluate(openPrivateWindow, url);
    const found = await until(`a private window at ${url}`, () =>
      elsewhere((address) => address === url),
    );
    await opener.close();
    await found.page.waitForLoadState();
    return found.page;
  };

  return {
    name: 'chromium',
    version: browser.version(),
    extensionOrigin,
    async openPage(url, how) {
      const tab = how?.private ? await openPrivately(url) : await context.newPage();
      if (!how?.private) await tab.goto(url);
      const page = chromiumPage(tab);
      tabs.set(page, tab);
      return page;
    },
    async pressToolbar(page) {
      const tab = tabs.get(page);
      if (!tab) throw new Error('The page was not opened by this browser.');
      await tab.bringToFront();
      await send(cdp, 'Extensions.triggerAction', { id, targetId: await tabOf(cdp, tab) });
      return popup();
    },
    popup,
    openExtensionPage,
    extensionTab: (part) =>
      until(`a tab at ${part}`, async () => {
        const tab = context
          .pages()
          .findLast((one) => one.url().startsWith(extensionOrigin) && one.url().includes(part));
        return tab ? chromiumView(tab, {}) : null;
      }),
    async inBackground(body) {
      const workers = context
        .serviceWorkers()
        .filter((one) => one.url().startsWith(extensionOrigin));
      const worker = workers.at(-1);
      if (!worker) throw new Error('The background is not running.');
      return worker.evaluate(body as never);
    },
    async killBackground() {
      const workers = async () =>
        (await targets(cdp, 'service_worker')).filter(({ url }) => url.startsWith(extensionOrigin));
      const [worker] = await workers();
      if (!worker) throw new Error('The background is not running: nothing was ended.');
      const { targetId } = worker;
      let asked = 0;
      await until('the worker to end', async () => {
        if ((await workers()).every((other) => other.targetId !== targetId)) return true;
        // Woken again at once it is the same target, and is ended once more.
        if (Date.now() - asked > END_AGAIN_MS) {
          asked = Date.now();
          // Gone since it was looked at, it may be.
          await send(cdp, 'Target.closeTarget', { targetId }).catch(() => undefined);
        }
        return false;
      });
    },
    closed: () => gone,
    async close() {
      await context.close();
    },
    async kill() {
      killGroup(await browserPid(cdp));
      await gone;
    },
  };
}

/** Runs in a page of the extension: a private window is one of its own, which Playwright's contexts are not. */
async function openPrivateWindow(url: string): Promise<void> {
  await chrome.windows.create({ incognito: true, url });
}

interface Target {
  targetId: string;
  type: string;
  url: string;
}

async function targets(cdp: CDPSession, type: string): Promise<Target[]> {
  const { targetInfos } = await send<{ targetInfos: Target[] }>(cdp, 'Target.getTargets', {
    filter: [{ type }],
  });
  return targetInfos;
}

/** The `tab` target that holds the page: `Extensions.triggerAction` refuses a `page` target. */
async function tabOf(cdp: CDPSession, page: PlaywrightPage) {
  const own = await page.context().newCDPSession(page);
  const { targetInfo } = await own.send('Target.getTargetInfo');
  await own.detach();
  const all = await targets(cdp, 'tab');
  const tab =
    all.find(({ url }) => url === targetInfo.url) ?? all.find(({ url }) => url === page.url());
  if (!tab) throw new Error(`No tab shows ${page.url()}.`);
  return tab.targetId;
}

/** Stands for as long as the session does, and the tab it belongs to. */
async function limitQuota(context: BrowserContext, origin: string, bytes: number): Promise<void> {
  const tab = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(tab);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
}

/** Playwright's types do not know the `Extensions` domain. */
function send<R>(cdp: CDPSession, method: string, parameters: object): Promise<R> {
  const call = cdp.send.bind(cdp) as (method: string, parameters: object) => Promise<unknown>;
  return call(method, parameters) as Promise<R>;
}

function networkArguments(network: NonNullable<OpenOptions['network']>): string[] {
  if (network === 'open') return [];
  const proxy = network === 'cut' ? '127.0.0.1:9' : `127.0.0.1:${network.port}`;
  return [`--proxy-server=http://${proxy}`, '--proxy-bypass-list=<-loopback>'];
}

async function browserPid(cdp: CDPSession): Promise<number> {
  const { processInfo } = await send<{ processInfo: { type: string; id: number }[] }>(
    cdp,
    'SystemInfo.getProcessInfo',
    {},
  );
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('The browser does not name its own process.');
  return main.id;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
