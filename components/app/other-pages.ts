import { browser } from 'wxt/browser';
import type { Article } from '../../utils/article/article.ts';
import { arrivalQuery, type Arrival } from '../../utils/arrival.ts';
import { handOver, showInPanel } from '../../utils/handoff.ts';
import { sendMessage } from '../../utils/messages.ts';
import { readerAddress } from '../../utils/web-address.ts';
import type { Place } from './place.ts';
import type { ArticleSubject, Subject } from './subject.ts';

/**
 * Opens what is shown in a full tab at the same place: a saved text by its id, another handed over.
 *
 * @param hash what the tab is to do at once, as `PRINT_HASH`
 */
export async function openInTab(
  subject: Subject,
  isPrivate: boolean,
  arrival: Arrival,
  hash = '',
): Promise<void> {
  const address = withArrival(await tabAddress(subject, isPrivate), arrival);
  await browser.tabs.create({ url: browser.runtime.getURL('/') + address.slice(1) + hash });
}

function withArrival(address: string, arrival: Arrival): string {
  const query = new URLSearchParams(arrivalQuery(arrival)).toString();
  return query ? `${address}${address.includes('?') ? '&' : '?'}${query}` : address;
}

async function tabAddress(subject: Subject, isPrivate: boolean): Promise<string> {
  if (subject.kind !== 'article') return readerAddress(null);
  if (subject.item && (await isSavedText(subject))) return readerAddress(subject.item.id);
  return liveAddress(subject.article, isPrivate);
}

/** A page just read may say more, or less, than what is saved of it. */
async function isSavedText({ article, item, from }: ArticleSubject): Promise<boolean> {
  if (from === 'library' || !item) return from === 'library';
  try {
    const saved = (await sendMessage('openItem', { id: item.id }))?.article;
    return saved?.title === article.title && saved.text === article.text;
  } catch (error) {
    // What is shown can be handed over without the library.
    console.error(error);
    return false;
  }
}

/**
 * Shows a saved article in the place of the page it is on, with its pictures from their hosts: the
 * reader asked for it. Rejects with `NoRoom` as `handOver` does.
 */
export async function openWithPictures(article: Article): Promise<void> {
  const { incognito } = await browser.windows.getCurrent();
  location.assign(await liveAddress(article, incognito));
}

async function liveAddress(article: Article, isPrivate: boolean): Promise<string> {
  const key = await handOver({ ok: true, article });
  const query = new URLSearchParams({ key, ...(isPrivate ? { private: '1' } : {}) });
  return `/live.html?${query.toString()}`;
}

/** Chromium has a side panel, Firefox a sidebar, Android neither. */
interface PanelApis {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

export function canOpenPanel(): boolean {
  const apis: PanelApis = browser;
  return Boolean(apis.sidePanel ?? apis.sidebarAction);
}

/** Opens the panel beside the page and shows there what is shown here. Must run inside the press itself. */
export async function openInPanel(place: Place): Promise<void> {
  const { subject, tabId, windowId } = place;
  const shown = subject.value;
  if (shown.kind !== 'article' || tabId === null || windowId === null) return;
  const apis: PanelApis = browser;
  // Both are begun before anything is awaited: after that a browser counts the press as used up, and
  // the popup goes when the panel takes the focus.
  const handed = showInPanel(windowId, { ok: true, article: shown.article }, tabId);
  const opened = apis.sidePanel?.open({ windowId }) ?? apis.sidebarAction?.open();
  await Promise.all([handed, opened]);
}
