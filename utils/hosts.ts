import { browser } from 'wxt/browser';

/**
 * The right to ask any host, which nobody is given at install. Two things need it, both switched on
 * by the reader: keeping pictures that lie on other hosts than their page, and fetching the texts of
 * kept links.
 */
const EVERY_HOST = { origins: ['*://*/*'] };

/** In `storage.local`: of this device, like the right itself. */
const SWITCH = 'otherPictures';

export function mayAskHosts(): Promise<boolean> {
  return browser.permissions.contains(EVERY_HOST);
}

/**
 * Asks the reader for the right; true where they agree, now or before. Must be called in the press
 * itself, before anything is awaited: after that a browser counts the press as used up.
 */
export function askForHosts(): Promise<boolean> {
  return browser.permissions.request(EVERY_HOST);
}

/** Whether pictures of other hosts are kept too: switched on, and the right not taken back since. */
export async function keepsOtherPictures(): Promise<boolean> {
  const kept: Record<string, unknown> = await browser.storage.local.get(SWITCH);
  return kept[SWITCH] === true && mayAskHosts();
}

/**
 * Switches it on, asking for the right (call it in the press itself), or off, giving the right back.
 * Answers whether it is on afterwards.
 */
export async function keepOtherPictures(on: boolean): Promise<boolean> {
  const agreed = on ? await askForHosts() : false;
  await browser.storage.local.set({ [SWITCH]: agreed });
  if (!on) await browser.permissions.remove(EVERY_HOST);
  return agreed;
}
