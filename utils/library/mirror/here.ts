import { browser } from 'wxt/browser';
import { openLibrary, type Library } from '../database.ts';
import { localStore, type LocalStore } from '../local-store.ts';
import { WRITING } from '../saving/saving.ts';
import { openGuarded, type Guard } from './open-guarded.ts';
import { browserRooms } from './rooms.ts';
import { cacheStore } from './store.ts';

/** The guard with the browser's own stores, as the background has it. */
export function guardHere(store: LocalStore = localStore): Guard {
  return {
    open: (factory) => openLibrary({ indexedDB: factory, IDBKeyRange }),
    rooms: browserRooms(store),
    name: 'library',
    mirror: cacheStore(caches),
    store,
    locks: navigator.locks,
    inLine: (work) => work(),
    now: () => Date.now(),
    // Chromium's worker has no `extension`, and belongs to no window.
    isPrivate: browser.extension?.inIncognitoContext ?? false,
  };
}

/** What the background calls in place of `openLibrary`. */
export function openLibraryHere(): Promise<Library> {
  return openGuarded(guardHere());
}

/** What every page calls that opens the library itself. Not to be called with the lock of the line held. */
export function openLibraryInPage(): Promise<Library> {
  const inLine: Guard['inLine'] = (work) => navigator.locks.request(WRITING, work);
  return openGuarded({ ...guardHere(), inLine });
}
