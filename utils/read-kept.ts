import type { Library } from './library/database.ts';
import { fromBase64 } from './library/pictures/base64.ts';
import { sendMessage } from './messages.ts';

/** What a kept picture may be shown as: the stored word for its type is not believed. */
const TYPES = /^image\/(?:jpeg|png|webp|gif|avif)$/u;

/**
 * Bytes of kept pictures, by hash; those not there are left out. Read by the page itself, and where
 * it may not open the library (a private window of Firefox), through the background.
 */
export async function readKept(hashes: readonly string[]): Promise<Map<string, Blob>> {
  const wanted = [...new Set(hashes)];
  if (wanted.length === 0) return new Map();
  const library = await openHere();
  const found = library
    ? await library.bytes.bulkGet(wanted)
    : await Promise.all(wanted.map(fromBackground));
  const blobs = new Map<string, Blob>();
  for (const [index, hash] of wanted.entries()) {
    const kept = found[index];
    if (kept && TYPES.test(kept.type)) blobs.set(hash, new Blob([kept.bytes], { type: kept.type }));
  }
  return blobs;
}

async function openHere(): Promise<Library | null> {
  try {
    // Not before a picture is wanted: it is a third of the popup's scripts.
    const { pageLibrary } = await import('./library/page-library.ts');
    return await pageLibrary.openLibrary();
  } catch {
    // Told of where the library itself is shown; the background may still reach it.
    return null;
  }
}

async function fromBackground(
  hash: string,
): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const kept = await sendMessage('pictureBytes', { hash });
  return kept && { type: kept.type, bytes: fromBase64(kept.base64) };
}
