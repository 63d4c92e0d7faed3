import { browser } from 'wxt/browser';
import type { LocalStore } from '../local-store.ts';
import { number, record } from '../shapes.ts';

/** What the reader is told once, after the library came back from the second copy. */
export interface RestoreNotice {
  /** Items that came back. */
  restored: number;
  /** Items known to have been saved that could be read in neither place. */
  unreadable: number;
}

/** A restoring under way, for a bar: rows so far, of how many. */
export interface RestoreProgress {
  done: number;
  of: number;
}

const NOTICE = 'library-restored';
const PROGRESS = 'library-restoring';
export const WITNESS = 'library-rows';

/** null when there is nothing to tell. */
export async function readNotice(store: LocalStore): Promise<RestoreNotice | null> {
  const from = record((await store.get(NOTICE))[NOTICE]);
  const restored = number(from?.['restored']) ?? 0;
  const unreadable = number(from?.['unreadable']) ?? 0;
  return restored + unreadable > 0 ? { restored, unreadable } : null;
}

/** Once the reader has seen it. */
export async function dismissNotice(store: LocalStore): Promise<void> {
  await store.remove([NOTICE]);
}

/** Added to what has not been shown yet: it is kept until it was. */
export async function addNotice(store: LocalStore, told: RestoreNotice): Promise<void> {
  const before = (await readNotice(store)) ?? { restored: 0, unreadable: 0 };
  const restored = before.restored + told.restored;
  const unreadable = before.unreadable + told.unreadable;
  if (restored + unreadable > 0) await store.set({ [NOTICE]: { restored, unreadable } });
}

/** Calls back with each step of a restoring, and with null at its end, until the signal aborts. */
export function onRestoring(told: (now: RestoreProgress | null) => void, until: AbortSignal): void {
  const hear = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[PROGRESS];
    if (!change) return;
    const from = record(change.newValue);
    const [done, of] = [number(from?.['done']), number(from?.['of'])];
    told(done === undefined || of === undefined ? null : { done, of });
  };
  browser.storage.local.onChanged.addListener(hear);
  until.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(hear));
}

export async function tellProgress(
  store: LocalStore,
  progress: RestoreProgress | null,
): Promise<void> {
  if (progress) await store.set({ [PROGRESS]: progress });
  else await store.remove([PROGRESS]);
}

/** How many items there were, kept in a third place: if both others are lost, that there was something is not. */
export async function writeWitness(store: LocalStore, rows: number): Promise<void> {
  if ((await readWitness(store)) !== rows) await store.set({ [WITNESS]: rows });
}

export async function readWitness(store: LocalStore): Promise<number> {
  return number((await store.get(WITNESS))[WITNESS]) ?? 0;
}
