import type { Library } from '../database.ts';
import type { LocalStore } from '../local-store.ts';
import { isDamage } from './damage.ts';
import { MIRROR_LOCK } from './follow.ts';
import { beginGeneration, readGeneration } from './generation.ts';
import { readManifest, rowsOf, type Manifest } from './manifest.ts';
import { addNotice, readWitness, tellProgress } from './notice.ts';
import type { Rooms } from './rooms.ts';
import { rescue } from './rescue.ts';
import { restoreAll } from './restore.ts';
import { saveAgain } from './save-again.ts';
import { forgiving, type MirrorStore } from './store.ts';
import { canRestore } from './stored.ts';

export interface Guard {
  /** `openLibrary`, which throws a `LibraryError`. */
  open(factory: IDBFactory): Promise<Library>;
  rooms: Rooms;
  /** Of the database, to be deleted when it can be neither opened nor read. */
  name: string;
  mirror: MirrorStore;
  store: LocalStore;
  locks: Pick<LockManager, 'request'>;
  /**
   * Does what may give a library up in line with all that writes: what came into the old one after it
   * was copied would go with it. For a page that is the lock `library-write`, never held by it while
   * it opens. The background opens from within the line too, and calls the work right away: its writers
   * all go by the one connection, which is shut while it opens another.
   */
  inLine<T>(work: () => Promise<T>): Promise<T>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** A page in a private window: there a database that does not open is not a lost one. */
  isPrivate: boolean;
}

/** Before a database that does not open is given up it is tried again after these ms. */
const TRIES = [0, 300, 1000];

/**
 * The one way to open the library. What the browser hands back is not believed: when it is new while
 * there is a second copy, has lost what it had, or cannot be opened or read, the second copy is put
 * back before this resolves, and a notice is left for the reader (`notice.ts`). Throws what `open`
 * throws where nothing can be done, so that an empty list is never the answer.
 */
export async function openGuarded(around: Guard): Promise<Library> {
  if (around.isPrivate) return openCurrent(around);
  // A second copy that cannot be read does not keep the library shut.
  const guard = { ...around, mirror: forgiving(around.mirror) };
  let library: Library;
  try {
    library = await openCurrent(guard);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return underLocks(guard, () => openDamaged(guard, error));
  }
  if ((await look(library, guard)) === 'well') return library;
  return underLocks(guard, () => restoreIfLost(library, guard));
}

/** In this order, as whoever writes and then opens has them. */
function underLocks(guard: Guard, work: () => Promise<Library>): Promise<Library> {
  return guard.inLine(() => guard.locks.request(MIRROR_LOCK, work));
}

async function openCurrent(guard: Guard): Promise<Library> {
  return guard.open(await guard.rooms.current());
}

/**
 * What is cheap to see of a library just opened: `new` without a generation of its own, `lost`
 * when it is not the one the second copy was made from or is short of rows, `damaged` when it opens
 * and cannot be read.
 */
async function look(
  library: Library,
  { mirror }: Guard,
): Promise<'well' | 'new' | 'lost' | 'damaged'> {
  // The list before the database: so it is never the newer one of a healthy pair.
  const manifest = await listOf(mirror);
  try {
    const { meta, changes, items } = library;
    return await library.transaction('r', meta, changes, items, async () => {
      const generation = await readGeneration(library);
      const count = await items.count();
      if (!generation) return 'new';
      if (!manifest || generation.restoredFrom === manifest.library) return 'well';
      if (generation.library !== manifest.library) return 'lost';
      const last = (await changes.orderBy('seq').last())?.seq ?? 0;
      const cursor = manifest.cursor ?? 0;
      const isShort = last === cursor && count - manifest.unread < rowsOf(manifest);
      return last < cursor || isShort ? 'lost' : 'well';
    });
  } catch (error) {
    if (isDamage(error)) return 'damaged';
    throw error;
  }
}

/** null where there is none to go by. */
async function listOf(mirror: MirrorStore): Promise<Manifest | null> {
  const manifest = await readManifest(mirror);
  return typeof manifest === 'object' ? manifest : null;
}

/** Under the lock, so that of several that open it at once one restores and the others wait. */
async function restoreIfLost(library: Library, guard: Guard): Promise<Library> {
  const state = await look(library, guard);
  if (state === 'well') return library;
  if (state === 'damaged') return rebuild(library, guard);
  return restoreWhole(library, guard, state === 'new');
}

/**
 * Makes a library that opens and cannot be read anew, of what can be read of it and of the second
 * copy. Where that is nothing it is left as it is, and this throws. Under `MIRROR_LOCK`.
 */
export async function rebuild(library: Library, guard: Guard): Promise<Library> {
  const lost = await rescue(library, guard.mirror, guard.now());
  if (lost === null) throw new DOMException('Neither library nor copy can be read', 'UnknownError');
  library.close();
  return restoreWhole(await makeAnew(guard), guard, true, lost);
}

/**
 * Puts the whole second copy into a library, and what was saved since it was last written, and
 * begins a generation of it. Under `MIRROR_LOCK`.
 *
 * @param isNew it was made a moment ago
 * @param lost rows known to be in neither
 */
export async function restoreWhole(
  library: Library,
  guard: Guard,
  isNew = false,
  lost = 0,
): Promise<Library> {
  const { mirror, store } = guard;
  const manifest = await listOf(mirror);
  const isBlank = isNew && (await library.items.count()) === 0;
  const told = await restoreAll(library, mirror, (done, of) => tellProgress(store, { done, of }));
  const unknown =
    manifest || !isBlank ? 0 : Math.max(0, (await readWitness(store)) - told.restored);
  const restored = told.restored + (await saveAgain(library, store, guard.now()));
  await addNotice(store, { restored, unreadable: lost + told.unreadable + unknown });
  await beginGeneration(library, manifest?.library ?? null);
  await tellProgress(store, null);
  return library;
}

/** One that does not open: tried again, then made anew, but only when the second copy can be read. */
async function openDamaged(guard: Guard, error: unknown): Promise<Library> {
  for (const wait of TRIES) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    // Firefox lists no databases beside a damaged one, and puts it right when it is opened.
    await knock(guard);
    try {
      return await restoreIfLost(await openCurrent(guard), guard);
    } catch (again) {
      if (!isDamage(again)) throw again;
    }
  }
  if (!(await canRestore(guard.mirror))) throw error;
  return restoreWhole(await makeAnew(guard), guard, true);
}

async function knock({ rooms, name }: Guard): Promise<void> {
  const factory = await rooms.current();
  await new Promise<void>((resolve) => {
    const request = factory.open(name);
    // None there: it is not this that makes one.
    request.addEventListener('upgradeneeded', () => request.transaction?.abort());
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
    request.addEventListener('error', (event) => {
      event.preventDefault();
      resolve();
    });
  });
}

/** An empty one: in the place of the old one or, where that cannot even be deleted, beside it. */
async function makeAnew(guard: Guard): Promise<Library> {
  const { rooms, name } = guard;
  try {
    await deleteDatabase(await rooms.current(), name);
    return await openCurrent(guard);
  } catch (error) {
    if (!isDamage(error) || !(await rooms.next())) throw error;
    console.warn(error);
  }
  try {
    return await openCurrent(guard);
  } catch (error) {
    // A full disk, it may be: the old room may open again, and has more to give than none.
    await rooms.back();
    throw error;
  }
}

function deleteDatabase(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    // Other connections close when they are told of it (Dexie's way), so `blocked` passes.
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error('not deleted')));
  });
}
