import { browser } from 'wxt/browser';

/*
 * A note that was being written when its dialog or page went, until it is saved or given up. In memory
 * only, as `storage.session` is: a private window's words do not outlive the browser.
 */
const PREFIX = 'note-draft ';

/** null where there is none. */
export async function draftOf(about: string): Promise<string | null> {
  const key = PREFIX + about;
  const { [key]: text } = await browser.storage.session.get<Record<string, unknown>>(key);
  return typeof text === 'string' ? text : null;
}

/** @param text null once it is saved or given up */
export async function keepDraft(about: string, text: string | null): Promise<void> {
  const key = PREFIX + about;
  if (text === null) await browser.storage.session.remove(key);
  else await browser.storage.session.set({ [key]: text });
}
