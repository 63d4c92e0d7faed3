import { useEffect, useState } from 'preact/hooks';
import { readKept } from '../../utils/library/pictures/read-kept.ts';

/** Small pictures held though no row shows them now: scrolling back does not read them again. */
const SPARE = 200;

interface Held {
  /** `blob:`, or null where nothing is kept under the hash. */
  address: Promise<string | null>;
  users: number;
}

/** In order of last use, the latest last. */
const held = new Map<string, Held>();
/** Asked for in this turn, to be read in one go. */
let asked: Map<string, (address: string | null) => void> | null = null;

/** The address of an item's small picture (`item.thumbnail`) while a row shows it; null until it is there. */
export function useThumbnail(hash: string | null): string | null {
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    setShown(null);
    if (hash === null) return undefined;
    let gone = false;
    const picture = take(hash);
    void picture.address.then((address) => {
      if (!gone) setShown(address);
    });
    return () => {
      gone = true;
      picture.users -= 1;
      letGo();
    };
  }, [hash]);
  return shown;
}

function take(hash: string): Held {
  const picture = held.get(hash) ?? { address: ask(hash), users: 0 };
  picture.users += 1;
  held.delete(hash);
  held.set(hash, picture);
  return picture;
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
  const spare = [...held].filter(([, { users }]) => users === 0);
  for (const [hash, { address }] of spare.slice(0, Math.max(0, spare.length - SPARE))) {
    held.delete(hash);
    void address.then((known) => known !== null && URL.revokeObjectURL(known));
  }
}
