import type { LocalStore } from '../local-store.ts';
import { number } from '../shapes.ts';

/** Where a library lies. */
export interface Rooms {
  /** The database factory of the room in use. */
  current(): Promise<IDBFactory>;
  /** Moves on to a new one; false where the browser has none. */
  next(): Promise<boolean>;
  /** And back, when that was of no use. */
  back(): Promise<void>;
}

const KEY = 'library-room';

interface Buckets {
  open(
    name: string,
    options: { durability: 'strict'; persisted: true },
  ): Promise<{ indexedDB: IDBFactory }>;
}

/**
 * The browser's usual database, and where that can be neither opened nor deleted, a storage bucket.
 * Chromium answers «Internal error opening backing store» for good when the small file that points
 * at a database's state is damaged; a bucket has files of its own. Firefox has no buckets, and can
 * always delete. Which room is in use stands in `storage.local`, for all contexts.
 */
export function browserRooms(store: LocalStore): Rooms {
  const { storageBuckets } = navigator as Navigator & { storageBuckets?: Buckets };
  const room = async (): Promise<number> => number((await store.get(KEY))[KEY]) ?? 0;
  return {
    async current() {
      const count = storageBuckets ? await room() : 0;
      if (count === 0 || !storageBuckets) return indexedDB;
      const name = `library-${count}`;
      const bucket = await storageBuckets.open(name, { durability: 'strict', persisted: true });
      return bucket.indexedDB;
    },
    async next() {
      if (!storageBuckets) return false;
      await store.set({ [KEY]: (await room()) + 1 });
      return true;
    },
    async back() {
      await store.set({ [KEY]: Math.max(0, (await room()) - 1) });
    },
  };
}
