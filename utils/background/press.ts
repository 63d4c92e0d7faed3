import { browser } from 'wxt/browser';
import type { Extraction } from '../article/article.ts';
import { validateExtraction } from '../library/validate/validate.ts';
import { askForArticle, type Injected } from './inject.ts';

/**
 * What reading a tab gives: the page's own `Extraction`, or why the page could not be read at all.
 *
 * - `pdf`: the document's content type is `application/pdf` (certain, the browser said so).
 * - `browser-page`: the address has a scheme no extension may read (`chrome:`, `about:`, `view-source:`…).
 * - `restricted`: the browser refused and nothing more is certain (stores, policy, a tab not pressed).
 * - `failed`: the tab is gone, or the script on the page gave no usable answer; trying again may help.
 */
export type TabReading = Extraction | UnreadableTab;

export interface UnreadableTab {
  ok: false;
  reason: UnreadableReason;
  /** As far as the browser tells; a page no extension may read often has neither. */
  page: { url: string | null; title: string | null };
}

export type UnreadableReason = 'pdf' | 'browser-page' | 'restricted' | 'failed';

const BROWSER_SCHEMES = new Set([
  'about:',
  'brave:',
  'chrome-error:',
  'chrome-extension:',
  'chrome-search:',
  'chrome-untrusted:',
  'chrome:',
  'devtools:',
  'edge:',
  'moz-extension:',
  'opera:',
  'resource:',
  'view-source:',
  'vivaldi:',
]);

/**
 * Reads the article of a tab the reader has just pressed (popup, background and panel alike).
 * Never rejects: every refusal is a value, chosen by what is certain and never by the text of the
 * browser's error, which changes with version and language.
 *
 * @param asked the tab's answer, where it has been asked already
 */
export async function readTab(
  tabId: number,
  asked: Promise<Injected> = askForArticle(tabId),
): Promise<TabReading> {
  const injected = await asked;
  const extraction = injected.refused ? null : validateExtraction(injected.result);
  if (extraction?.ok) return extraction;
  const [page, contentType] = await Promise.all([pageOf(tabId), contentTypeOf(tabId)]);
  if (contentType === 'application/pdf') return { ok: false, reason: 'pdf', page: knownOf(page) };
  if (extraction) return extraction;
  return { ok: false, reason: reasonOf(page, injected.refused), page: knownOf(page) };
}

/** null where the page cannot be asked. */
async function contentTypeOf(tabId: number): Promise<string | null> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => document.contentType,
    });
    return frame?.result ?? null;
  } catch {
    // Refused, as the extractor was.
    return null;
  }
}

interface KnownPage {
  url: string | null;
  title: string | null;
}

/** null when the tab is gone. */
async function pageOf(tabId: number): Promise<KnownPage | null> {
  try {
    const tab = await browser.tabs.get(tabId);
    return { url: tab.url ?? null, title: tab.title ?? null };
  } catch {
    // `tabs.get` rejects for one reason only: there is no such tab.
    return null;
  }
}

function knownOf(page: KnownPage | null): KnownPage {
  return page ?? { url: null, title: null };
}

function reasonOf(page: KnownPage | null, refused: boolean): UnreadableReason {
  if (!page || !refused) return 'failed';
  return page.url !== null && BROWSER_SCHEMES.has(schemeOf(page.url))
    ? 'browser-page'
    : 'restricted';
}

function schemeOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : '';
}
