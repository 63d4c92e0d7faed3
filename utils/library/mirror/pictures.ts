import type { Library } from '../database.ts';
import type { Entry, StoredBytes } from '../item.ts';
import { sha256 } from '../sha256.ts';
import { PICTURES, type MirrorStore } from './store.ts';

/** Copies the bytes of pictures the second copy lacks, one at a time. */
export async function copyPictures(
  library: Library,
  store: MirrorStore,
  hashes: Iterable<string>,
): Promise<void> {
  for (const hash of hashes) {
    if (await store.has(PICTURES + hash)) continue;
    const kept = await bytesOf(library, hash);
    if (kept) await store.write(PICTURES + hash, kept.bytes);
  }
}

/** null also where they cannot be read: the article is worth copying without them. */
async function bytesOf(library: Library, hash: string): Promise<StoredBytes | null> {
  try {
    return (await library.bytes.get(hash)) ?? null;
  } catch (error) {
    console.warn(error);
    return null;
  }
}

/** Takes pictures away that no row names. */
export async function dropPictures(
  library: Library,
  store: MirrorStore,
  hashes: Iterable<string>,
): Promise<void> {
  for (const hash of hashes) {
    const users = await library.pictures.where('hashes').equals(hash).count();
    if (users === 0) await store.remove([PICTURES + hash]);
  }
}

/** From the second copy, the bytes an entry names and the database lacks. What is not whole is left out. */
export async function bytesMissing(
  library: Library,
  store: MirrorStore,
  { pictures }: Entry,
): Promise<StoredBytes[]> {
  const found: StoredBytes[] = [];
  for (const { hash, type } of new Map(pictures.map((one) => [one.hash, one])).values()) {
    if (await bytesOf(library, hash)) continue;
    const bytes = await store.read(PICTURES + hash);
    if (bytes && (await sha256(bytes)) === hash) found.push({ hash, type, bytes });
  }
  return found;
}
