import { browser } from 'wxt/browser';

/** The part of `storage.local` the library uses, so that tests can give another. */
export interface LocalStore {
  get(keys: string | null): Promise<Record<string, unknown>>;
  set(entries: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** The browser's own. */
export const localStore: LocalStore = {
  get: (keys) => browser.storage.local.get(keys),
  set: (entries) => browser.storage.local.set(entries),
  remove: (keys) => browser.storage.local.remove(keys),
};
