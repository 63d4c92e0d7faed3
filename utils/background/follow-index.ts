import type { Library } from '../library/database.ts';
import { followIndex } from '../library/search/follow.ts';

/** What is saved in a row is followed once, this long after the last of it, in ms. */
const QUIET = 1500;

let following: Promise<void> | null = null;
let settling: ReturnType<typeof setTimeout> | undefined;
/** A search was told that not all is searched yet. */
let isWaitedFor = false;

interface Around {
  openLibrary: () => Promise<Library>;
}

/** The index follows the library now, once at a time. It may end at any step, with this worker. */
export function followNow(around: Around): Promise<void> {
  clearTimeout(settling);
  following ??= follow(around).finally(() => {
    following = null;
  });
  return following;
}

/** The index follows once changes have settled: the last few of them are searched without it. */
export function followSoon(around: Around): void {
  clearTimeout(settling);
  settling = setTimeout(() => void followNow(around), QUIET);
}

/** The same now, and `found` is called once more can be found than was. */
export async function followFor(around: Around, found: () => void): Promise<void> {
  isWaitedFor = true;
  await followNow(around);
  if (!isWaitedFor) return;
  isWaitedFor = false;
  found();
}

async function follow(around: Around): Promise<void> {
  try {
    await followIndex(await around.openLibrary());
  } catch (error) {
    // The library itself is untouched; the next change or search begins again.
    console.warn(error);
  }
}
