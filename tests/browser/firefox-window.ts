/**
 * What the driver does inside Firefox's own window. Each function is sent there as source, so it
 * may use nothing but its argument and what Gecko has in scope. A page is named by the id of its
 * `<browser>` element, which holds for tabs, popups and the sidebar alike.
 */
interface GeckoWindow extends Window {
  gBrowser: {
    tabs: { linkedBrowser: GeckoBrowser }[];
    selectedBrowser: GeckoBrowser;
    selectedTab: object;
    addTab(url: string, options: object): { linkedBrowser: GeckoBrowser };
    getTabForBrowser(browser: object): object | undefined;
    removeTab(tab: object): void;
  };
}
declare function OpenBrowserWindow(
  options: object,
): GeckoWindow & { delayedStartupPromise: Promise<void> };
interface GeckoBrowser extends Element {
  browserId: number;
  currentURI: { spec: string };
  contentWindow: Window | null;
}
declare const Services: {
  wm: { getEnumerator(type: string): Iterable<GeckoWindow> };
  scriptSecurityManager: { getSystemPrincipal(): object };
};
declare const ChromeUtils: { importESModule(url: string): { ExtensionParent: ExtensionParent } };
interface ExtensionParent {
  apiManager: {
    global: { browserActionFor(extension: object): { triggerAction(window: object): void } };
  };
}
declare const WebExtensionPolicy: {
  getByID(id: string): {
    extension: {
      backgroundState: string;
      views: Iterable<{ viewType: string; xulBrowser: GeckoBrowser | null }>;
      terminateBackground(options: object): Promise<void>;
    };
  };
};
declare const BrowsingContext: {
  getCurrentTopByBrowserId(id: number): { embedderElement: GeckoBrowser | null } | null;
};

export function pressButton({ id, url }: { id: string; url: string }): void {
  const windows = [...Services.wm.getEnumerator('navigator:browser')];
  const owner = windows.find(({ gBrowser }) => gBrowser.selectedBrowser.currentURI.spec === url);
  if (!owner) throw new Error(`No window shows ${url}`);
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(id);
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(owner);
}

/** The popup on the screen, once its document is there; null before that. */
export function openPopup(): number | null {
  for (const { document } of Services.wm.getEnumerator('navigator:browser')) {
    const browser = document.querySelector<GeckoBrowser>('browser.webextension-popup-browser');
    const shown = browser?.contentWindow;
    if (shown?.document.readyState === 'complete' && shown.location.href !== 'about:blank') {
      return browser?.browserId ?? null;
    }
  }
  return null;
}

export function openTab(url: string): number {
  const [first] = Services.wm.getEnumerator('navigator:browser');
  if (!first) throw new Error('No window is open');
  const tab = first.gBrowser.addTab(url, {
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });
  first.gBrowser.selectedTab = tab;
  return tab.linkedBrowser.browserId;
}

/** Opens a private window at the address, and names its tab once that is there. */
export async function openPrivateTab(url: string): Promise<number> {
  const opened = OpenBrowserWindow({ private: true });
  await new Promise((loaded) => opened.addEventListener('load', loaded, { once: true }));
  await opened.delayedStartupPromise;
  const tab = opened.gBrowser.addTab(url, {
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });
  opened.gBrowser.selectedTab = tab;
  return tab.linkedBrowser.browserId;
}

export function findTab({ origin, part }: { origin: string; part: string }): number | null {
  const found = [...Services.wm.getEnumerator('navigator:browser')]
    .flatMap(({ gBrowser }) => gBrowser.tabs)
    .map(({ linkedBrowser }) => linkedBrowser)
    .findLast(({ currentURI: { spec } }) => spec.startsWith(origin) && spec.includes(part));
  return found?.browserId ?? null;
}

export function isLoaded(browserId: number): boolean {
  const shown = BrowsingContext.getCurrentTopByBrowserId(browserId)?.embedderElement?.contentWindow;
  return shown?.document.readyState === 'complete' && shown.location.href !== 'about:blank';
}

export function isGone(browserId: number): boolean {
  return !BrowsingContext.getCurrentTopByBrowserId(browserId)?.embedderElement?.contentWindow;
}

export function closeView(browserId: number): void {
  const browser = BrowsingContext.getCurrentTopByBrowserId(browserId)?.embedderElement;
  if (!browser) return;
  const { gBrowser } = browser.ownerDocument.defaultView as unknown as GeckoWindow;
  const tab = gBrowser.getTabForBrowser(browser);
  if (tab) gBrowser.removeTab(tab);
  else browser.contentWindow?.close();
}

export function backgroundPage(id: string): number | null {
  const { extension } = WebExtensionPolicy.getByID(id);
  const page = [...extension.views].find(({ viewType }) => viewType === 'background');
  return page?.xulBrowser?.browserId ?? null;
}

export async function stopBackground(id: string): Promise<void> {
  const { extension } = WebExtensionPolicy.getByID(id);
  const before = extension.backgroundState;
  if (before !== 'running') throw new Error(`The background is ${before}: nothing was ended.`);
  await extension.terminateBackground({ disableResetIdleForTest: true });
  if (extension.backgroundState === 'running') throw new Error('The background did not end.');
}
