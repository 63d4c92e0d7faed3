import type { LocalStore } from './local-store.ts';

const KEY = 'device';

/**
 * This device's name in stamps: 8 random hex digits, made at the first write and never exported.
 * Called behind the write lock, so that two first writes do not make two.
 */
export async function deviceId(store: LocalStore): Promise<string> {
  const kept = (await store.get(KEY))[KEY];
  if (typeof kept === 'string' && /^[\da-f]{8}$/.test(kept)) return kept;
  const made = crypto.randomUUID().slice(0, 8);
  await store.set({ [KEY]: made });
  return made;
}
