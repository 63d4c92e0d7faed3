import { locks } from 'node:worker_threads';
import type { WriteContext } from '../../../utils/library/commit.ts';
import type { LocalStore } from '../../../utils/library/local-store.ts';
import type { Surroundings } from '../../../utils/library/saving/saving.ts';
import { emptyLibrary } from './samples.ts';

/** `storage.local` in memory: values come back as copies, like the browser's. */
export function localStore(kept: Record<string, unknown> = {}): LocalStore {
  return {
    get: (key) =>
      Promise.resolve(
        structuredClone(key === null ? kept : key in kept ? { [key]: kept[key] } : {}),
      ),
    set: (entries) => Promise.resolve(void Object.assign(kept, structuredClone(entries))),
    remove: (keys) => Promise.resolve(keys.forEach((key) => delete kept[key])),
  };
}

export interface TestSurroundings extends Surroundings {
  context: WriteContext;
  kept: Record<string, unknown>;
  told: string[];
}

/** A background of its own: library, storage and the runtime's real locks. */
export async function testSurroundings(): Promise<TestSurroundings> {
  const { library, context } = await emptyLibrary();
  const kept: Record<string, unknown> = {};
  const told: string[] = [];
  return {
    context,
    kept,
    told,
    openLibrary: () => Promise.resolve(library),
    store: localStore(kept),
    locks: locks as unknown as LockManager,
    now: () => context.now,
    committed: (ids) => told.push(...ids),
  };
}
