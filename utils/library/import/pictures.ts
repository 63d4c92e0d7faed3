import { sha256 } from '../sha256.ts';
import type { Library } from '../database.ts';
import type { Entry, StoredBytes } from '../item.ts';
import { settle } from '../settle.ts';
import type { ImportSource } from './source.ts';

/** Bytes of pictures in memory, and in one transaction. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * The pictures of a batch whose bytes are not here, out of the file, in portions for a transaction
 * each. One that the file lacks, or has with other bytes than its hash says, is passed over
 * and told of.
 */
export async function* newBytes(
  library: Library,
  source: ImportSource,
  entries: readonly Entry[],
  lost: () => void,
): AsyncGenerator<StoredBytes[]> {
  const types = new Map(
    entries.flatMap(({ pictures }) => pictures.map(({ hash, type }) => [hash, type] as const)),
  );
  const here = new Set(await hashesHere(library, [...types.keys()]));
  let portion: StoredBytes[] = [];
  let size = 0;
  for (const [hash, type] of types) {
    if (here.has(hash)) continue;
    const bytes = await source.picture(hash);
    if (!bytes || (await sha256(bytes)) !== hash) {
      lost();
      continue;
    }
    portion.push({ hash, type, bytes });
    size += bytes.length;
    if (size < MAX_BYTES) continue;
    yield portion;
    portion = [];
    size = 0;
  }
  if (portion.length > 0) yield portion;
}

/** The entries without the pictures whose bytes are nowhere: no row tells of what is not kept. */
export async function withKeptPictures(
  library: Library,
  entries: readonly Entry[],
): Promise<Entry[]> {
  const hashes = new Set(entries.flatMap(({ pictures }) => pictures.map(({ hash }) => hash)));
  const here = new Set(await hashesHere(library, [...hashes]));
  return entries.map((entry) => {
    const pictures = entry.pictures.filter(({ hash }) => here.has(hash));
    return pictures.length === entry.pictures.length ? entry : settle({ ...entry, pictures });
  });
}

function hashesHere(library: Library, hashes: string[]): Promise<string[]> {
  if (hashes.length === 0) return Promise.resolve([]);
  return library.bytes.where('hash').anyOf(hashes).primaryKeys();
}
