import { list } from '../shapes.ts';
import type { MirrorStore } from './store.ts';

/**
 * Notes of a writing under way. While there is one, pieces may lie about that no manifest lists,
 * and pictures that no row names: the next writing clears them away, so that nothing of an article
 * purged meanwhile stays behind.
 */
const NOTES = 'writing/';

/** Before pictures or chunks are written or dropped. */
export async function noteHashes(store: MirrorStore, hashes: readonly string[]): Promise<void> {
  const text = JSON.stringify(hashes);
  await store.write(NOTES + crypto.randomUUID(), new TextEncoder().encode(text));
}

export interface Notes {
  names: string[];
  /** Of pictures to be looked at. */
  hashes: Set<string>;
}

export async function readNotes(store: MirrorStore): Promise<Notes> {
  const names = await store.names(NOTES);
  const hashes = new Set<string>();
  for (const name of names) {
    for (const hash of await readNote(store, name)) hashes.add(hash);
  }
  return { names, hashes };
}

async function readNote(store: MirrorStore, name: string): Promise<string[]> {
  const bytes = await store.read(name);
  if (!bytes) return [];
  try {
    const said: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const isText = (one: unknown): string | undefined =>
      typeof one === 'string' ? one : undefined;
    return list(said, 1_000_000, isText) ?? [];
  } catch {
    // One cut short is of a writing that had not begun.
    return [];
  }
}
