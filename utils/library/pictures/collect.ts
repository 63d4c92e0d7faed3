import type { Prepared } from './painter.ts';

/** A picture ready to be kept, by the address the article has it under. */
export interface Collected extends Prepared {
  address: string;
}

/** One way to a picture's bytes: null where it does not lead there. May reject. */
export type ReadPicture = (
  address: string,
  signal: AbortSignal,
) => Promise<Uint8Array<ArrayBuffer> | null>;

interface Means {
  /** Ways to be tried, the first that leads there is taken. */
  ways: readonly ReadPicture[];
  prepare: (bytes: Uint8Array<ArrayBuffer>) => Promise<Prepared | null>;
  /** Ends the collecting; what is there until then counts. */
  signal: AbortSignal;
}

/** Pictures asked for at once. */
const AT_ONCE = 3;
/** Bytes kept of one article's pictures. */
const MOST_BYTES = 20_000_000;

/** Reads pictures and makes them ready, in no order. One that fails is left out and stops no other. */
export async function collectPictures(
  addresses: readonly string[],
  { ways, prepare, signal }: Means,
): Promise<Collected[]> {
  const waiting = [...addresses];
  const collected: Collected[] = [];
  let room = MOST_BYTES;
  const work = async (): Promise<void> => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      if (signal.aborted) return;
      const bytes = await firstOf(ways, address, signal);
      const prepared = bytes && (await prepare(bytes));
      if (!prepared || prepared.bytes.length > room) continue;
      room -= prepared.bytes.length;
      collected.push({ ...prepared, address });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return collected;
}

async function firstOf(
  ways: readonly ReadPicture[],
  address: string,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | null> {
  for (const way of ways) {
    if (signal.aborted) return null;
    try {
      const bytes = await way(address, signal);
      if (bytes) return bytes;
    } catch (error) {
      // A host that does not answer, a page that is gone: the article is there without this picture.
      console.warn(error);
    }
  }
  return null;
}
