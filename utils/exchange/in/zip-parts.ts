import { createPauses } from '../pauses.ts';
import type { ZipEntry } from '../zip/directory.ts';
import { openZip, type Zip } from '../zip/reader.ts';
import { CHUNK, type Reading, type Source } from './source.ts';

/** A file within another tool's zip. */
export interface ZipPart extends Source {
  /** Its path, with `/`. */
  name: string;
}

/** Lists of addresses and texts pack ten to thirty times; what packs a hundred times over is a bomb. */
const BOUNDS = { ratio: 100, allowance: 64 * 1024 ** 2 };

/** Folders are left out, and what a Mac adds beside each file. */
const BESIDE = /(?:^|\/)(?:__MACOSX\/|\._)/u;

/**
 * The files of a zip, in its order. A part is unpacked only as far as it is read.
 *
 * @throws ZipError, here or while a part is read
 */
export async function zipParts(file: Blob, reading: Reading): Promise<ZipPart[]> {
  const zip = await openZip(file, BOUNDS);
  return [...zip.entries.values()]
    .filter(({ name }) => !BESIDE.test(name))
    .map((entry) => ({
      name: entry.name,
      size: entry.packed,
      chunks: () => chunksOf(zip, entry, reading),
    }));
}

async function* chunksOf(
  zip: Zip,
  entry: ZipEntry,
  { signal, progress }: Reading,
): AsyncGenerator<Uint8Array> {
  // A stream hands over what it has unpacked without letting the page have its turn.
  const pause = createPauses();
  signal?.throwIfAborted();
  for await (const part of zip.read(entry)) {
    for (let at = 0; at < part.length; at += CHUNK) {
      const chunk = part.subarray(at, at + CHUNK);
      progress?.((chunk.length / entry.size) * entry.packed);
      yield chunk;
      await pause();
      signal?.throwIfAborted();
    }
  }
}
