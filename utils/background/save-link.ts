import { browser, type Browser } from 'wxt/browser';
import { newIntent } from '../library/saving/intents.ts';
import { perform, underWay } from '../library/saving/saving.ts';
import { validateLink } from '../library/validate/validate.ts';
import { askInPopup } from './ask.ts';
import { showMark } from './badge.ts';
import { onceLetIn } from './inject.ts';
import { surroundings } from './surroundings.ts';

/** Keeps the link the menu was opened on; nothing of a private window without asking. */
export async function saveLinkFrom(
  tab: Browser.tabs.Tab,
  info: Pick<Browser.contextMenus.OnClickData, 'linkUrl' | 'frameId'> & { linkText?: string },
): Promise<void> {
  const { id: tabId } = tab;
  if (tabId === undefined) return;
  if (tab.incognito) {
    const link = validateLink({ url: info.linkUrl, title: info.linkText ?? null });
    if (link) await askInPopup(tab, { kind: 'private-link', ...link });
    return;
  }
  const words = info.linkText ?? (await linkWords(tabId, info.frameId ?? 0, info.linkUrl ?? ''));
  const link = validateLink({ url: info.linkUrl, title: words });
  if (!link) return showMark(tabId, 'trouble');
  const intent = { ...newIntent(link, null), work: { kind: 'link', ...link } as const };
  const outcome = await underWay(surroundings, intent, () => perform(surroundings, intent, false));
  await showMark(tabId, outcome.kind === 'failed' ? 'trouble' : 'link-kept');
}

/** The link's words on the page, where the browser does not hand them over; null if it refuses. */
async function linkWords(tabId: number, frameId: number, url: string): Promise<string | null> {
  try {
    const [frame] = await onceLetIn(tabId, () =>
      browser.scripting.executeScript({
        target: { tabId, frameIds: [frameId] },
        args: [url],
        func: longestWordsOf,
      }),
    );
    return typeof frame?.result === 'string' ? frame.result : null;
  } catch {
    // Refused (a frame of another host, a page left meanwhile): the address stands in for them.
    return null;
  }
}

/** Runs on the page. A picture and a headline often lead to one address; the headline tells more. */
function longestWordsOf(url: string): string {
  return Array.from(document.links)
    .filter((link) => link.href === url)
    .map((link) => (link.textContent ?? '').replaceAll(/\s+/gu, ' ').trim())
    .reduce((longest, words) => (words.length > longest.length ? words : longest), '');
}
