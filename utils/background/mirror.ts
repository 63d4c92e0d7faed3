import type { Library } from '../library/database.ts';
import { committedItems, removeIntents } from '../library/saving/intents.ts';
import { idsUnderImport } from '../library/import/journal.ts';
import { isDamage } from '../library/mirror/damage.ts';
import { followMirror, MIRROR_LOCK, type Followed } from '../library/mirror/follow.ts';
import { healRows, unreadableOf } from '../library/mirror/heal.ts';
import { guardHere } from '../library/mirror/here.ts';
import { readManifest } from '../library/mirror/manifest.ts';
import { addNotice, WITNESS, writeWitness } from '../library/mirror/notice.ts';
import { restoreWhole, rebuild } from '../library/mirror/open-guarded.ts';
import { restoreMissing } from '../library/mirror/restore.ts';
import { write, WRITING, type Surroundings } from '../library/saving/saving.ts';
import { trimChanges } from '../library/trim-changes.ts';
import { settling } from './settling.ts';

/** The second copy, kept by the background: it follows what anyone writes, and mends what was lost. */

const following = settling({ quiet: 2000, atMost: 10_000, atOnce: 500 });
/** Milliseconds in which what woke the background is answered. */
const WAKING = 500;

/** After every commit, with how many items it changed. */
export function mirrorSoon(around: Surroundings, changed: number): void {
  following.soon(changed, () => catchUp(around));
}

/**
 * At every start of the background: what was not followed before it ended, without the usual rest, or
 * the copy of a browser that ends each time soon after a save would never come up with it.
 */
export function mirrorAtWake(around: Surroundings): void {
  setTimeout(() => following.now(() => catchUp(around)), WAKING);
}

/** Answers whether there is more to follow already. Never rejects. */
async function catchUp(around: Surroundings): Promise<boolean> {
  try {
    const library = await around.openLibrary();
    const { mirror, locks } = guardHere(around.store);
    const alive = (): Promise<unknown> => around.store.get(WITNESS);
    const committed = await committedItems(around.store);
    const outcome = await followMirror(library, mirror, {
      now: around.now(),
      locks,
      heldIds: idsUnderImport,
      alive,
    });
    const more = await settle(around, library, outcome);
    if (outcome.kind === 'followed') await crossOut(around, committed, outcome);
    const manifest = await readManifest(mirror);
    if (!more && typeof manifest === 'object') await trimChanges(library, manifest.cursor);
    return more;
  } catch (error) {
    // The library is as it was, and the next change or start tries again.
    console.error(error);
    return false;
  }
}

/** The notes of saves the second copy has by now. */
async function crossOut(
  { store }: Surroundings,
  committed: readonly [id: string, itemId: string][],
  { unreadable, held }: Extract<Followed, { kind: 'followed' }>,
): Promise<void> {
  const behind = new Set([...unreadable, ...held]);
  const had = committed.filter(([, itemId]) => !behind.has(itemId)).map(([id]) => id);
  if (had.length > 0) await removeIntents(store, had);
}

async function settle(around: Surroundings, library: Library, outcome: Followed): Promise<boolean> {
  if (outcome.kind === 'newer') return false;
  const guard = guardHere(around.store);
  if (outcome.kind === 'lost') {
    await guard.locks.request(MIRROR_LOCK, () => restoreWhole(library, guard));
    around.committed([]);
    return true;
  }
  const { missing, unreadable, rows, more } = outcome;
  if (missing.length > 0) {
    const restored = await guard.locks.request(MIRROR_LOCK, () =>
      restoreMissing(library, guard.mirror, missing),
    );
    await addNotice(around.store, { restored, unreadable: 0 });
    around.committed(missing);
  }
  if (unreadable.length > 0) await heal(around, unreadable);
  await writeWitness(around.store, rows);
  return more;
}

/**
 * Reads from the library. Where a row cannot be read it is put back from the second copy and read
 * again; then every row is looked at; then the whole library is made anew from what can be read of
 * both. Any other error is thrown as it is.
 *
 * @param id the item whose row it is, where that is known
 */
export async function healed<T>(
  around: Surroundings,
  id: string | null,
  read: (library: Library) => Promise<T>,
): Promise<T> {
  const repairs = [
    ...(id === null ? [] : [() => heal(around, [id])]),
    () => heal(around, 'all'),
    () => makeAnew(around),
  ];
  for (const repair of repairs) {
    try {
      return await read(await around.openLibrary());
    } catch (error) {
      if (!isDamage(error)) throw error;
      console.warn(error);
    }
    await repair();
  }
  return read(await around.openLibrary());
}

/** For a write that failed, which reads too: answers whether it was a damaged row, and is worth another try. */
export async function mend(around: Surroundings, error: unknown): Promise<boolean> {
  if (!isDamage(error)) return false;
  console.warn(error);
  await heal(around, 'all');
  return true;
}

async function heal(around: Surroundings, ids: readonly string[] | 'all'): Promise<void> {
  const { mirror, store } = guardHere(around.store);
  try {
    const mended = await write(around, async ({ library }) => {
      const all = ids === 'all' ? await library.items.toCollection().primaryKeys() : ids;
      const unreadable = await unreadableOf(library, all);
      await addNotice(store, await healRows(library, mirror, unreadable));
      // What does not heal is not told of as changed, or it would be looked at again for ever.
      const still = new Set(await unreadableOf(library, unreadable));
      return unreadable.filter((one) => !still.has(one));
    });
    if (mended.length > 0) around.committed(mended);
  } catch (error) {
    if (!isDamage(error)) throw error;
    // Not rows but the whole of it: whoever reads goes on to make it anew.
    console.warn(error);
  }
}

/** In line with all that writes: what came into the old one after it was copied would go with it. */
async function makeAnew(around: Surroundings): Promise<void> {
  const guard = guardHere(around.store);
  await around.locks.request(WRITING, async () => {
    const library = await around.openLibrary();
    const fresh = await guard.locks.request(MIRROR_LOCK, () => rebuild(library, guard));
    fresh.close();
  });
  around.committed([]);
}
