import type { ReadPicture } from '../library/pictures/collect.ts';
import { MOST_BYTES, PATIENCE } from '../library/pictures/limits.ts';
import { readBounded } from '../library/pictures/read-bounded.ts';

/** Asks a picture's host itself, by the right the reader gave; it learns neither who nor from where. */
export const hostWay: ReadPicture = async (address, signal) => {
  const response = await fetch(address, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'force-cache',
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
  });
  return response.ok ? readBounded(response, MOST_BYTES) : null;
};
