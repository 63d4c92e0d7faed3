import type { Signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { TabReading } from '../../utils/background/press.ts';
import { onPanelArticle, type PanelArticle } from '../../utils/handoff.ts';
import { showReading, type Place } from './place.ts';

/** The page an article in the panel was read from. */
interface Source {
  tabId: number;
  url: string | null;
  /** Its tab went on to another page. Never taken back: only a press may read what is there now. */
  left: boolean;
}

/**
 * Shows what is handed to the panel's window, now and before the panel was opened, and tells through
 * `elsewhere` when the page beside it is another: in another tab, or in the same one later on.
 */
export async function followWindow(
  place: Place,
  elsewhere: Signal<boolean>,
  until: AbortSignal,
): Promise<void> {
  const current = await browser.windows.getCurrent();
  if (current.id === undefined) return;
  const windowId = current.id;
  place.windowId = windowId;
  place.isPrivate = current.incognito;
  let source: Source | null = null;

  const take = async ({ reading, tabId }: PanelArticle): Promise<void> => {
    const taken: Source = { tabId, url: addressOf(reading), left: false };
    source = taken;
    const [active, still] = await Promise.all([
      browser.tabs.query({ active: true, windowId }),
      isStillThere(taken),
    ]);
    if (source !== taken) return;
    taken.left ||= !still;
    place.tabId = taken.left ? null : tabId;
    elsewhere.value = taken.left || active[0]?.id !== tabId;
    await showReading(place, reading);
  };
  const activated = (tab: { tabId: number; windowId: number }): void => {
    if (source && tab.windowId === windowId) {
      elsewhere.value = source.left || tab.tabId !== source.tabId;
    }
  };
  const updated = async (tabId: number, change: { status?: string }): Promise<void> => {
    const before = source;
    if (tabId !== before?.tabId || !change.status || (await isStillThere(before))) return;
    before.left = true;
    if (source !== before) return;
    place.tabId = null;
    elsewhere.value = true;
  };
  const changed = (tabId: number, change: { status?: string }): void => void updated(tabId, change);

  onPanelArticle(windowId, (shown) => void take(shown), until);
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(changed);
  until.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(changed);
  });
}

/**
 * Whether the tab still shows the page. The press gave the right to its address until the tab goes to
 * another site: an address that cannot be seen is another page's.
 */
async function isStillThere({ tabId, url }: Source): Promise<boolean> {
  try {
    const tab = await browser.tabs.get(tabId);
    return url !== null && tab.url !== undefined && withoutHash(tab.url) === withoutHash(url);
  } catch {
    // `tabs.get` rejects for one reason only: there is no such tab.
    return false;
  }
}

function addressOf(reading: TabReading): string | null {
  return reading.ok ? reading.article.url : reading.page.url;
}

function withoutHash(address: string): string {
  return address.replace(/#.*$/, '');
}
