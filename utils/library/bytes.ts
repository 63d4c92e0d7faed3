import type { Library } from './database.ts';

/** Takes away the bytes of pictures that no row names any more. Runs inside the caller's transaction. */
export async function dropUnusedBytes(library: Library, hashes: readonly string[]): Promise<void> {
  for (const hash of new Set(hashes)) {
    const users = await library.pictures.where('hashes').equals(hash).count();
    if (users === 0) await library.bytes.delete(hash);
  }
}
