import type { Library } from '../database.ts';
import { chunkName, CHUNKS } from './chunk.ts';
import type { Manifest } from './manifest.ts';
import { dropPictures } from './pictures.ts';
import type { MirrorStore } from './store.ts';
import { readNotes } from './under-way.ts';

/**
 * What a writing cut short left behind, and pictures of what went. Only when database and second
 * copy agree: then a picture no row names is a picture nobody needs.
 */
export async function clearAway(
  library: Library,
  store: MirrorStore,
  { chunks }: Manifest,
  present: ReadonlySet<string> | null,
): Promise<void> {
  const notes = await readNotes(store);
  if (notes.names.length > 0) {
    const listed = new Set(chunks.map(chunkName));
    const lying = await store.names(CHUNKS);
    await store.remove(lying.filter((name) => !listed.has(name)));
  }
  await dropPictures(library, store, new Set([...notes.hashes, ...(present ?? [])]));
  await store.remove(notes.names);
}
