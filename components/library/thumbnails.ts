import { useEffect, useState } from 'preact/hooks';
import { readKept } from '../../utils/read-kept.ts';

/** Addresses held, the longest unused first let go of: more than any screen has rows. */
const MOST = 400;

/** By hash, in order of last use. Each is answered, null where nothing is kept under it. */
const held = new Map<string, Promise<string | null>>();
/** Asked for in this turn, to be read in one go. */
let asked: Map<string, (address: string | null) => void> | null = null;

/** `thumbnailUrl` as a hook: null until it is there. */
export function useThumbnail(hash: string): string | null {
  const [known, setKnown] = useState<{ hash: string; url: string | null } | null>(null);
  useEffect(() => {
    let isAsked = true;
    void thumbnailUrl(hash).then((url) => isAsked && setKnown({ hash, url }));
    return () => {
      isAsked = false;
    };
  }, [hash]);
  return known?.hash === hash ? known.url : null;
}

/**
 * The address, of this device alone, of an item's small picture (`item.thumbnail`); null where it is
 * not there. One let go of meanwhile stays on the screen: a picture that has loaded needs it no more.
 */
export function thumbnailUrl(hash: string): Promise<string | null> {
  const address = held.get(hash) ?? ask(hash);
  held.delete(hash);
  held.set(hash, address);
  letGo();
  return address;
}

function ask(hash: string): Promise<string | null> {
  return new Promise((resolve) => {
    if (!asked) {
      asked = new Map();
      queueMicrotask(() => void readAsked());
    }
    asked.set(hash, resolve);
  });
}

async function readAsked(): Promise<void> {
  const waiting = asked ?? new Map<string, (address: string | null) => void>();
  asked = null;
  let blobs = new Map<string, Blob>();
  try {
    blobs = await readKept([...waiting.keys()]);
  } catch (error) {
    // A row without its picture is a row.
    console.error(error);
  }
  for (const [hash, resolve] of waiting) {
    const blob = blobs.get(hash);
    // What could not be had now may be there at the next asking.
    if (!blob) held.delete(hash);
    resolve(blob ? URL.createObjectURL(blob) : null);
  }
}

function letGo(): void {
  for (const [hash, address] of held) {
    if (held.size <= MOST) return;
    held.delete(hash);
    void address.then((known) => known !== null && URL.revokeObjectURL(known));
  }
}
