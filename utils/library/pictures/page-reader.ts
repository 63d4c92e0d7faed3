import { named } from '../../article/page/dom.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { MOST_BYTES, PATIENCE } from './limits.ts';
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

export function createPageReader(page: Document): PageReader {
  const held = new Map<string, Uint8Array>();
  return {
    async read(address) {
      const bytes = (await fetched(address)) ?? drawn(address, page);
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

async function fetched(address: string): Promise<Uint8Array | null> {
  try {
    const response = await fetch(address, {
      // As the page's own request for it; a host beside it is told nothing of the reader.
      credentials: new URL(address).origin === location.origin ? 'same-origin' : 'omit',
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
function drawn(address: string, page: Document): Uint8Array | null {
  const images = named(page, 'img').filter((one) => one instanceof HTMLImageElement);
  const image = images.find(
    (one) => one.currentSrc === address && one.complete && one.naturalWidth > 0,
  );
  if (!image) return null;
  try {
    // Asked of the prototype: an element of the page may be named `createElement`.
    const canvas = Document.prototype.createElement.call(page, 'canvas') as HTMLCanvasElement;
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    // As text: a `Blob` of the page is closed to a script of ours in Firefox.
    const [, base64 = ''] = canvas.toDataURL('image/webp', 0.85).split(',');
    return fromBase64(base64);
  } catch {
    // Drawn from a host that does not let the page look at it.
    return null;
  }
}
