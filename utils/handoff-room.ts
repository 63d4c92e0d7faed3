import { browser } from 'wxt/browser';
import type { TabReading } from './background/press.ts';

/** Names in `storage.session`: one a tab's key, one a window's panel. */
export const TAB = 'handoff:tab:';
export const PANEL = 'handoff:panel:';

/** What a browser gives is 10 MB, some gave 1 MB. UTF-8 bytes of JSON. */
const MAX_BYTES = 8_000_000;
/** Readings kept though no tab shows them now: going back, or opening a closed tab again, finds them. */
const MAX_SPARE = 8;
/** A tab may still be on its way to the reading kept for it, ms. */
const ON_ITS_WAY = 60_000;

export interface Kept {
  /** Milliseconds since the epoch. */
  at: number;
  reading: TabReading;
  tabId: number | null;
}

/** Only our own pages write here, so an entry is told by its presence. */
export function asKept(value: unknown): Kept | null {
  return isKept(value) ? value : null;
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'reading' in value;
}

/**
 * Drops readings that no tab and no panel shows, oldest first: those beyond room and number, or
 * `everything` of them. What an open tab shows stays, however old: it is that tab's only copy.
 */
export async function makeRoom(everything: boolean): Promise<void> {
  const [all, shown] = await Promise.all([entries(), shownNames()]);
  const isNeeded = ({ name, at }: Entry): boolean =>
    shown.has(name) || at > Date.now() - ON_ITS_WAY;
  const spare = all.filter((entry) => !isNeeded(entry)).toSorted((a, b) => b.at - a.at);
  let room = all.filter(isNeeded).reduce((left, { bytes }) => left - bytes, MAX_BYTES);
  const dropped = spare.filter(({ bytes }, index) => {
    room -= bytes;
    return everything || room < 0 || index >= MAX_SPARE;
  });
  if (dropped.length > 0) await browser.storage.session.remove(dropped.map(({ name }) => name));
}

interface Entry {
  name: string;
  at: number;
  bytes: number;
}

async function entries(): Promise<Entry[]> {
  const all: Record<string, unknown> = await browser.storage.session.get(null);
  return Object.entries(all)
    .filter(([name]) => name.startsWith(TAB) || name.startsWith(PANEL))
    .map(([name, value]) => ({ name, at: asKept(value)?.at ?? 0, bytes: sizeOf(value) }));
}

/** An extension sees the addresses of its own tabs without any permission. */
async function shownNames(): Promise<Set<string>> {
  const [tabs, windows] = await Promise.all([
    browser.tabs.query({ url: `${browser.runtime.getURL('/live.html')}*` }),
    browser.windows.getAll(),
  ]);
  const keys = tabs.map(({ url }) => url && new URL(url).searchParams.get('key'));
  return new Set([
    ...keys.map((key) => `${TAB}${key}`),
    ...windows.map(({ id }) => `${PANEL}${id}`),
  ]);
}

function sizeOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/** Without the removed blocks' contents, which the article can be read without. */
export function lighter(reading: TabReading): TabReading {
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
