import { readChunk, type Chunk, type Lines } from './chunk.ts';
import { bitsOf, leafFinder } from './leaves.ts';
import { chunksByName, readManifest } from './manifest.ts';
import type { MirrorStore } from './store.ts';

/** A piece of the second copy as it lies there; `lines` is null where it cannot be read. */
export interface StoredChunk {
  chunk: Chunk;
  lines: Lines | null;
}

/** The pieces its list names or, where that is lost, those lying there, last written first. */
export async function storedChunks(store: MirrorStore): Promise<Chunk[]> {
  const manifest = await readManifest(store);
  if (manifest === 'newer') return [];
  return manifest === 'none' ? chunksByName(store) : manifest.chunks;
}

/** All of the second copy, one chunk at a time. Of an id that stands in several the line written last. */
export async function* readStored(
  store: MirrorStore,
  chunks: readonly Chunk[],
): AsyncGenerator<StoredChunk> {
  const told: string[] = [];
  for (const chunk of chunks) {
    const lines = await readChunk(store, chunk);
    yield { chunk, lines: lines && outside(lines, told) };
    if (lines) told.push(chunk.leaf);
  }
}

function outside(lines: Lines, leaves: readonly string[]): Lines {
  const isTold = (id: string): boolean => leaves.some((leaf) => bitsOf(id).startsWith(leaf));
  return new Map([...lines].filter(([id]) => !isTold(id)));
}

/** Whether there is anything it could be restored from. */
export async function canRestore(store: MirrorStore): Promise<boolean> {
  for await (const { lines } of readStored(store, await storedChunks(store))) {
    if (lines && lines.size > 0) return true;
  }
  return false;
}

/** What the second copy says of these ids. */
export async function linesOf(store: MirrorStore, ids: readonly string[]): Promise<Lines> {
  const chunks = new Map((await storedChunks(store)).map((chunk) => [chunk.leaf, chunk]));
  const leafOf = leafFinder(chunks.keys());
  const found: Lines = new Map();
  for (const [leaf, wanted] of Map.groupBy(ids, leafOf)) {
    const chunk = chunks.get(leaf);
    const lines = chunk ? await readChunk(store, chunk) : null;
    for (const id of wanted) {
      const line = lines?.get(id);
      if (line !== undefined) found.set(id, line);
    }
  }
  return found;
}
