import { browser } from 'wxt/browser';
import { openLibrary, type Library } from '../database.ts';
import { localStore, type LocalStore } from '../local-store.ts';
import { openGuarded, type Guard } from './open-guarded.ts';
import { browserRooms } from './rooms.ts';
import { cacheStore } from './store.ts';

/** The guard with the browser's own stores, in the background and in pages alike. */
export function guardHere(store: LocalStore = localStore): Guard {
  return {
    open: (factory) => openLibrary({ indexedDB: factory, IDBKeyRange }),
    rooms: browserRooms(store),
    name: 'library',
    mirror: cacheStore(caches),
    store,
    locks: navigator.locks,
    now: () => Date.now(),
    // Chromium's worker has no `extension`, and belongs to no window.
    isPrivate: browser.extension?.inIncognitoContext ?? false,
  };
}

/** What every context that opens the library calls, in place of `openLibrary`. */
export function openLibraryHere(): Promise<Library> {
  return openGuarded(guardHere());
}
