import { connection } from './database.ts';
import { deviceId } from './device.ts';
import type { ImportContext } from './import/run.ts';
import { localStore } from './local-store.ts';
import { openLibraryInPage } from './mirror/here.ts';
import { WRITING, type Surroundings } from './saving/saving.ts';

/** The library as a page of ours opens it itself: import, export and storage run where they are seen. */
export const pageLibrary: Pick<Surroundings, 'openLibrary' | 'store'> = {
  openLibrary: connection(openLibraryInPage),
  store: localStore,
};

export async function importContext(): Promise<ImportContext> {
  const { locks } = navigator;
  const library = await pageLibrary.openLibrary();
  const device = await locks.request(WRITING, () => deviceId(pageLibrary.store));
  return { library, locks, now: () => Date.now(), device };
}
