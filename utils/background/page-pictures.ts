import { browser, type Browser } from 'wxt/browser';
import { fromBase64 } from '../library/pictures/base64.ts';
import type { ReadPicture } from '../library/pictures/collect.ts';
import { MOST_BYTES } from '../library/pictures/limits.ts';
import { isOwnSite } from '../library/pictures/own-site.ts';
import type { PageReader } from '../library/pictures/page-reader.ts';
import { normaliseAddress } from '../library/saving/normalise-address.ts';

/**
 * The tab that shows a page known by one of these (normalised) addresses, of those the reader has
 * pressed in: the browser tells no other tab's address.
 */
export async function tabShowing(
  addresses: readonly string[],
): Promise<{ tabId: number; url: string } | null> {
  const tabs = await browser.tabs.query({});
  const shown = tabs
    .flatMap((tab) => pressed(tab))
    .filter(({ url }) => {
      return /^https?:/u.test(url) && addresses.includes(normaliseAddress(url));
    });
  return shown.at(-1) ?? null;
}

function pressed({ id, url }: Browser.tabs.Tab): { tabId: number; url: string }[] {
  return id === undefined || !url ? [] : [{ tabId: id, url }];
}

/**
 * Reads the pictures of a page's own site from within the page; null where the page no longer lets
 * itself be asked.
 */
export async function pageWay(tab: { tabId: number; url: string }): Promise<ReadPicture | null> {
  const target = { tabId: tab.tabId };
  try {
    await browser.scripting.executeScript({ target, files: ['/pictures.js'] });
  } catch {
    // Left or closed since the press.
    return null;
  }
  return async (address) => {
    if (!isOwnSite(tab.url, address)) return null;
    const [read] = await browser.scripting.executeScript({
      target,
      args: [address],
      func: readInPage,
    });
    const size = read?.result;
    // The page's process may be in other hands: room is made for no more than a picture may have.
    if (typeof size !== 'number' || !(size > 0 && size <= MOST_BYTES)) return null;
    return takeParts(target, address, size);
  };
}

async function takeParts(
  target: { tabId: number },
  address: string,
  size: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const [frame] = await browser.scripting.executeScript({
      target,
      args: [address, at],
      func: partFromPage,
    });
    const part = fromBase64(typeof frame?.result === 'string' ? frame.result : '');
    if (part.length === 0 || at + part.length > size) return null;
    bytes.set(part, at);
    at += part.length;
  }
  await browser.scripting.executeScript({ target, args: [address], func: forgetInPage });
  return bytes;
}

// These run on the page, in our own world there: see `entrypoints/pictures.ts`.

function readInPage(address: string): Promise<number | null> {
  return (globalThis as typeof globalThis & { warraqPictures: PageReader }).warraqPictures.read(
    address,
  );
}

function partFromPage(address: string, from: number): string {
  return (globalThis as typeof globalThis & { warraqPictures: PageReader }).warraqPictures.part(
    address,
    from,
  );
}

function forgetInPage(address: string): void {
  (globalThis as typeof globalThis & { warraqPictures: PageReader }).warraqPictures.forget(address);
}
