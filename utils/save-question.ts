import { browser } from 'wxt/browser';

/**
 * A save begun by key or menu that the reader must first agree to, kept in memory until the popup
 * of that tab asks.
 *
 * - `private-page`: the tab is in a private window; its article is to be saved.
 * - `private-link`: the same for a link on it.
 * - `conflict`: the library holds another article from the page.
 */
export type SaveQuestion =
  | { kind: 'private-page' }
  | { kind: 'conflict' }
  | { kind: 'private-link'; url: string; title: string };

const PREFIX = 'save-question:';

export async function setSaveQuestion(tabId: number, question: SaveQuestion): Promise<void> {
  await browser.storage.session.set({ [PREFIX + tabId]: question });
}

/** The question waiting in a tab's popup, which is then no longer waiting; null when there is none. */
export async function takeSaveQuestion(tabId: number): Promise<SaveQuestion | null> {
  const key = PREFIX + tabId;
  const found = await browser.storage.session.get<Record<string, SaveQuestion>>(key);
  await browser.storage.session.remove(key);
  return found[key] ?? null;
}

/** Calls back when a question comes while the popup is already open. */
export function onSaveQuestion(
  tabId: number,
  callback: (question: SaveQuestion) => void,
  signal: AbortSignal,
): void {
  const changed = (changes: Record<string, { newValue?: unknown }>): void => {
    if (changes[PREFIX + tabId]?.newValue === undefined) return;
    void takeSaveQuestion(tabId).then((question) => {
      if (question && !signal.aborted) callback(question);
    });
  };
  browser.storage.session.onChanged.addListener(changed);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(changed));
}
