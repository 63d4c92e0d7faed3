import { connection } from '../library/database.ts';
import { localStore } from '../library/local-store.ts';
import { openLibraryHere } from '../library/mirror/here.ts';
import type { Surroundings } from '../library/saving/saving.ts';
import { sendMessage } from '../messages.ts';
import { mend, mirrorSoon } from './mirror.ts';
import { indexSoon } from './search-index.ts';

/** The real surroundings of the library in the background. */
export const surroundings: Surroundings = {
  openLibrary: connection(openLibraryHere),
  store: localStore,
  get locks() {
    return navigator.locks;
  },
  now: () => Date.now(),
  committed: (ids) => {
    // With no page open there is nobody to hear it, which the browser calls an error.
    sendMessage('libraryChanged', { ids }).catch(() => undefined);
    if (ids.length > 0) mirrorSoon(surroundings, ids.length);
    if (ids.length > 0) indexSoon(surroundings, ids.length);
  },
  mend: (error) => mend(surroundings, error),
};
