import type { Library } from '../database.ts';
import { record } from '../shapes.ts';

/**
 * Which database this is: drawn at random when it is first met, so that one the browser has made
 * anew is told from the one the second copy was made from.
 */
export interface Generation {
  library: string;
  /** The library whose second copy was put back into this one, wholly; null for none. */
  restoredFrom: string | null;
}

const KEY = 'generation';

/** null for a database just made, or older than the second copy. */
export async function readGeneration(library: Library): Promise<Generation | null> {
  const from = record((await library.meta.get(KEY))?.value);
  const { library: name, restoredFrom } = from ?? {};
  if (typeof name !== 'string') return null;
  return { library: name, restoredFrom: typeof restoredFrom === 'string' ? restoredFrom : null };
}

/** Begins a generation: of a new library, or of one into which a second copy was put back. */
export async function beginGeneration(
  library: Library,
  restoredFrom: string | null,
): Promise<Generation> {
  const value: Generation = { library: crypto.randomUUID(), restoredFrom };
  await library.meta.put({ key: KEY, value });
  return value;
}
