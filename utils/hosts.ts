import { browser } from 'wxt/browser';

/**
 * The right to ask any host, which nobody is given at install. Two things need it, both switched on
 * by the reader: keeping pictures that lie on other hosts than their page, and fetching the texts of
 * kept links.
 */
const EVERY_HOST = { origins: ['*://*/*'] };

/** In `storage.local`: of this device, like the right itself. */
const SWITCH = 'otherPictures';
/** Beside it while texts are fetched: by this the right is given back though their page was closed meanwhile. */
const BORROWED = 'hostsBorrowed';

/** Held, by any number, while texts are fetched: until then the right is not given back. */
const ASKING = 'asking-hosts';

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

/**
 * Does work that asks hosts; the right that `askForHosts` got is there until its end, and goes with the
 * last such work where nothing else needs it.
 */
export async function whileAsking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await navigator.locks.request(ASKING, { mode: 'shared' }, async () => {
      await browser.storage.local.set({ [BORROWED]: true });
      return work();
    });
  } finally {
    await giveBackBorrowed();
  }
}

/** At every start of the background too: a page closed while it fetched texts gave nothing back. */
export async function giveBackBorrowed(): Promise<void> {
  try {
    const kept: Record<string, unknown> = await browser.storage.local.get(BORROWED);
    if (kept[BORROWED] !== true) return;
    await navigator.locks.request(ASKING, { ifAvailable: true }, async (lock) => {
      if (lock) await giveBack();
    });
  } catch (error) {
    // What was fetched is kept; the next start tries again.
    console.warn(error);
  }
}

/** Whether pictures of other hosts are kept too: switched on, and the right not taken back since. */
export async function keepsOtherPictures(): Promise<boolean> {
  return (await isOn()) && mayAskHosts();
}

async function isOn(): Promise<boolean> {
  const kept: Record<string, unknown> = await browser.storage.local.get(SWITCH);
  return kept[SWITCH] === true;
}

/**
 * Switches it on, asking for the right (call it in the press itself), or off, giving the right back
 * once no texts are fetched any more. Answers whether it is on afterwards.
 */
export async function keepOtherPictures(on: boolean): Promise<boolean> {
  const agreed = on ? await askForHosts() : false;
  await browser.storage.local.set({ [SWITCH]: agreed });
  if (!on) await navigator.locks.request(ASKING, giveBack);
  return keepsOtherPictures();
}

/** Not where it was switched on again meanwhile. */
async function giveBack(): Promise<void> {
  if (!(await isOn())) await browser.permissions.remove(EVERY_HOST);
  await browser.storage.local.remove(BORROWED);
}
