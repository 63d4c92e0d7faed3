import { browser } from 'wxt/browser';
import type { TabReading } from './background/press.ts';
import { asKept, lighter, makeRoom, PANEL, TAB, type Kept } from './handoff-room.ts';

/**
 * Moves what was just read, saved or not, to another of our own pages through `storage.session`:
 * memory only, gone with the browser, and closed to content scripts.
 */

/** Every reading kept is shown by a tab: closing one makes room. */
export class NoRoom extends Error {
  override name = 'NoRoom';
}

export interface PanelArticle {
  reading: TabReading;
  /** The tab it was read from. */
  tabId: number;
}

/**
 * Keeps a reading for a full tab and returns its key, to be put in the tab's address. Rejects with
 * `NoRoom` when readings of open tabs leave none for the bare article.
 */
export async function handOver(reading: TabReading): Promise<string> {
  const key = crypto.randomUUID();
  await keep(`${TAB}${key}`, reading, null);
  return key;
}

/** The reading kept under the key, again after every reload; null once the browser was closed, or its tab was and many came after it. */
export async function takeOver(key: string): Promise<TabReading | null> {
  return (await keptUnder(`${TAB}${key}`))?.reading ?? null;
}

/** Shows a reading in the side panel of a window, open or about to open. */
export async function showInPanel(
  windowId: number,
  reading: TabReading,
  tabId: number,
): Promise<void> {
  await keep(`${PANEL}${windowId}`, reading, tabId);
}

/** Calls back with the window's panel reading, if there is one, and with each later one. */
export function onPanelArticle(
  windowId: number,
  callback: (shown: PanelArticle) => void,
  signal: AbortSignal,
): void {
  const name = `${PANEL}${windowId}`;
  const show = (kept: Kept | null): void => {
    if (kept?.tabId != null && !signal.aborted) {
      callback({ reading: kept.reading, tabId: kept.tabId });
    }
  };
  let newer = false;
  const changed = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[name];
    if (!change) return;
    newer = true;
    show(asKept(change.newValue));
  };
  browser.storage.session.onChanged.addListener(changed);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(changed));
  void keptUnder(name).then((kept) => {
    if (!newer) show(kept);
  });
}

async function keptUnder(name: string): Promise<Kept | null> {
  const found = await browser.storage.session.get(name);
  return asKept(found[name]);
}

async function keep(name: string, reading: TabReading, tabId: number | null): Promise<void> {
  const kept: Kept = { at: Date.now(), reading, tabId };
  try {
    // Asked for before anything is awaited: the popup may be gone as soon as the panel opens.
    await browser.storage.session.set({ [name]: kept });
  } catch {
    // Less room than expected: what nobody shows goes.
    await makeRoom(true);
    await keepLighter(name, kept);
    return;
  }
  await makeRoom(false);
}

async function keepLighter(name: string, kept: Kept): Promise<void> {
  try {
    await browser.storage.session.set({ [name]: { ...kept, reading: lighter(kept.reading) } });
  } catch (cause) {
    throw new NoRoom('No room for another reading', { cause });
  }
}
