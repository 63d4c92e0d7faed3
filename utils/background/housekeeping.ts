import { finishImports } from '../library/import/undo.ts';
import * as purging from '../library/purge.ts';
import { write, WRITING } from '../library/saving/saving.ts';
import { finishBefore } from './library.ts';
import { mirrorAtWake, mirrorSoon } from './mirror.ts';
import { indexSoon } from './search-index.ts';
import { surroundings } from './surroundings.ts';

/** What the library needs done besides what a reader asks for, and the emptying of its trash. */

/** At every start of the background: a save cut short by its end is finished without being asked for. */
export async function finishSavesAtWake(): Promise<void> {
  await finishBefore();
}

/** At every start too: an import cut off is taken back, and what has lain in the trash for its time goes. */
export async function keepHouse(): Promise<void> {
  try {
    if (await finishImports(await surroundings.openLibrary(), surroundings.locks)) {
      surroundings.committed([]);
    }
    await purgeExpired();
    await forgetOldPurges();
  } catch (error) {
    // Whoever opens the library is told why it does not open; this can wait for the next start.
    console.warn(error);
  }
}

/** In line with all writers, but without a name for the device: where nothing was saved there is none. */
async function forgetOldPurges(): Promise<void> {
  const library = await surroundings.openLibrary();
  await surroundings.locks.request(WRITING, () =>
    purging.forgetOldPurges({ library, now: surroundings.now() }),
  );
}

/** The same for the second copy and the index: what was not followed before the background ended. */
export function followAtWake(): void {
  mirrorAtWake(surroundings);
  indexSoon(surroundings, 1);
}

/** A page of ours has written to the library, an import for one. */
export function pageChanged({ ids }: { ids: string[] }): void {
  mirrorSoon(surroundings, ids.length);
  indexSoon(surroundings, ids.length);
}

export async function purgeItems({ ids }: { ids: string[] }): Promise<void> {
  await finishBefore();
  await purge(ids);
}

/** In batches, so that a save meanwhile waits for one of them and not for all. */
async function purgeExpired(): Promise<void> {
  for (;;) {
    const library = await surroundings.openLibrary();
    const batch = await purging.expired({ library, now: surroundings.now() });
    if (batch.length === 0) return;
    await purge(batch);
  }
}

async function purge(ids: readonly string[]): Promise<void> {
  const gone = await write(surroundings, (context) => purging.purgeItems(ids, context));
  surroundings.committed(gone);
}

/** Nothing the browser keeps for us is thrown away to make room, where it agrees. */
export async function keepStorage(): Promise<void> {
  await navigator.storage.persist();
}
