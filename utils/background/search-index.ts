import type { Library } from '../library/database.ts';
import { followIndex } from '../library/search/follow.ts';
import { warmSearch } from '../library/search/answer.ts';
import type { Surroundings } from '../library/saving/saving.ts';
import { settling } from './settling.ts';

/** The index of the search, kept by the background: it follows what anyone writes. */

/** A search finds what it does not know yet by reading texts, so a moment's rest costs nothing. */
const following = settling({ quiet: 1000, atMost: 5000, atOnce: 200 });

/**
 * Whose segments have been read: they stay in memory while the connection lives. What a save adds is a
 * small one, read by the next search in no time; one merged of many is not.
 */
const warm = new WeakSet<Library>();

/** Who is told once the index is at rest: a search could not look everywhere. */
let waitedFor: (() => void) | null = null;

/** Brings the index up, and calls `indexed` once it is. */
export function whenIndexed(around: Surroundings, indexed: () => void): void {
  waitedFor = indexed;
  indexSoon(around, 1);
}

/** After every commit, with how many items it changed; at a start with 1. */
export function indexSoon(around: Surroundings, changed: number): void {
  following.soon(changed, async () => {
    try {
      const library = await around.openLibrary();
      await followIndex(library, { merged: () => void warm.delete(library) });
      if (!warm.has(library)) await warmSearch(library);
      warm.add(library);
      const tell = waitedFor;
      waitedFor = null;
      tell?.();
    } catch (error) {
      // The next change or start tries again, and until then a search reads the texts.
      console.warn(error);
    }
    return false;
  });
}
