import { toBase64 } from './base64.ts';
import { readBounded } from './read-bounded.ts';

/**
 * Reads pictures from within a page, for whoever has no right to ask for them itself. Bytes leave
 * as base64 in parts, because a script's answer carries text only (Chromium) and is bounded.
 */
export interface PageReader {
  /** Reads a picture and holds its bytes; answers how many there are, null where it cannot be had. */
  read(address: string): Promise<number | null>;
  /** A part of what is held, from a byte on; empty at the end. */
  part(address: string, from: number): string;
  forget(address: string): void;
}

/** Bytes of a part: 1 MiB of base64. */
const PART = 3 * 256 * 1024;
/** Bytes of one picture as the page has it; one too heavy to keep is written anew afterwards. */
export const MOST_BYTES = 15_000_000;
/** Milliseconds for one picture: the page has mostly loaded it already. */
export const PATIENCE = 10_000;

export function createPageReader(page: Document): PageReader {
  const held = new Map<string, Uint8Array>();
  return {
    async read(address) {
      const bytes = (await fetched(address, page)) ?? (await drawn(address, page));
      if (!bytes) return null;
      held.set(address, bytes);
      return bytes.length;
    },
    part(address, from) {
      const bytes = held.get(address);
      return bytes ? toBase64(bytes.subarray(from, from + PART)) : '';
    },
    forget(address) {
      held.delete(address);
    },
  };
}

async function fetched(address: string, page: Document): Promise<Uint8Array | null> {
  try {
    const own = new URL(address).origin === new URL(page.URL).origin;
    const response = await fetch(address, {
      // As the page's own request for it; a host beside it is told nothing of the reader.
      credentials: own ? 'same-origin' : 'omit',
      cache: 'force-cache',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return response.ok ? await readBounded(response, MOST_BYTES) : null;
  } catch {
    // Refused, or no answer in time: the browser tells neither apart for a page.
    return null;
  }
}

/** The picture as the page has drawn it, where a second request is refused: a one-time address. */
async function drawn(address: string, page: Document): Promise<Uint8Array | null> {
  const image = Array.from(page.images).find(
    (one) => one.currentSrc === address && one.complete && one.naturalWidth > 0,
  );
  if (!image) return null;
  const canvas = page.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  try {
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/webp', 0.85));
    return blob && new Uint8Array(await blob.arrayBuffer());
  } catch {
    // Drawn from a host that does not let the page look at it.
    return null;
  }
}
