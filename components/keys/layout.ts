import type { Layout } from '../../utils/keys.ts';

/** In Chromium alone (https://wicg.github.io/keyboard-map/). */
interface Keyboard {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

const UNKNOWN: Layout = new Map();
let known: Layout = UNKNOWN;

/** What is printed on the reader's keys, as far as it was told by now. */
export function layoutNow(): Layout {
  return known;
}

/** Asks again: the reader may have changed the layout. Empty where the browser does not tell. */
export async function askLayout(): Promise<Layout> {
  const { keyboard }: { keyboard?: Keyboard } = navigator as Navigator & { keyboard?: Keyboard };
  try {
    known = (await keyboard?.getLayoutMap()) ?? UNKNOWN;
  } catch (error) {
    // Not told in a frame, nor where the browser is not in front: the letters of the table stand.
    console.warn(error);
  }
  return known;
}
