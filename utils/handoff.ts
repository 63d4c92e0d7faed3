import { browser } from 'wxt/browser';
import type { TabReading } from './background/press.ts';

/**
 * Moves what was just read, saved or not, to another of our own pages through `storage.session`:
 * memory only, gone with the browser, and closed to content scripts.
 */

/** Room used of the 10 MB a browser gives (some gave 1 MB: then the oldest go first). UTF-8 bytes of JSON. */
const MAX_BYTES = 8_000_000;
/** Readings kept for tabs that may be reloaded. */
const MAX_KEPT = 8;

const TAB = 'handoff:tab:';
const PANEL = 'handoff:panel:';

interface Kept {
  /** Milliseconds since the epoch. */
  at: number;
  reading: TabReading;
  tabId: number | null;
}

export interface PanelArticle {
  reading: TabReading;
  /** The tab it was read from. */
  tabId: number;
}

/**
 * Keeps a reading for a full tab and returns its key, to be put in the tab's address. Rejects when
 * the browser has no room even for the bare article.
 */
export async function handOver(reading: TabReading): Promise<string> {
  const key = crypto.randomUUID();
  await keep(`${TAB}${key}`, reading, null);
  return key;
}

/** The reading kept under the key, again after every reload; null once the browser was closed or many came after it. */
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

/** Only our own pages write here, so an entry is told by its presence. */
function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'reading' in value;
}

function asKept(value: unknown): Kept | null {
  return isKept(value) ? value : null;
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
    await prune(name, sizeOf(reading));
  } catch {
    // Less room than expected: everything older goes, and the removed blocks' contents, which the
    // article can be read without. A second refusal is the caller's to show.
    await prune(name, Number.POSITIVE_INFINITY);
    await browser.storage.session.set({ [name]: { ...kept, reading: lighter(reading) } });
  }
}

/** Drops the oldest until `incoming` bytes fit. */
async function prune(except: string, incoming: number): Promise<void> {
  const all: Record<string, unknown> = await browser.storage.session.get(null);
  const newestFirst = Object.entries(all)
    .filter(([name]) => name !== except && (name.startsWith(TAB) || name.startsWith(PANEL)))
    .map(([name, value]) => ({ name, at: asKept(value)?.at ?? 0, bytes: sizeOf(value) }))
    .toSorted((a, b) => b.at - a.at);
  let room = MAX_BYTES - incoming;
  const dropped = newestFirst.filter(({ bytes }, index) => {
    room -= bytes;
    return room < 0 || index >= MAX_KEPT - 1;
  });
  if (dropped.length > 0) await browser.storage.session.remove(dropped.map(({ name }) => name));
}

function sizeOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

function lighter(reading: TabReading): TabReading {
  if (reading.ok) return { ok: true, article: withoutRemovedHtml(reading.article) };
  if ('anyway' in reading && reading.anyway) {
    return { ...reading, anyway: withoutRemovedHtml(reading.anyway) };
  }
  return reading;
}

type Read = Extract<TabReading, { ok: true }>['article'];

function withoutRemovedHtml(article: Read): Read {
  return {
    ...article,
    removals: article.removals.map((removal) => ({ ...removal, html: null })),
  };
}
