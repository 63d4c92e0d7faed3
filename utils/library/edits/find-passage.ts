import { fold, foldWithMap, sourceRange, type Folded } from '../../arabic/fold.ts';
import { alignWords, type Word } from './align-words.ts';
import type { Anchor, Edit } from '../item.ts';

/** A block of a text as `listBlocks` names it. */
export interface BlockText {
  key: string;
  text: string;
}

/** Where a highlight stands in a text; null where it is not in it any more. */
export type FindPassage = (edit: Edit) => Anchor | null;

/** Letters (folded) of a passage, or of what stood around it, that tell it from any other. */
const TELLING = 12;
/** Share of a passage's words that must be left, in their order, and how many words that asks for. */
const LEFT = 0.7;
const FEWEST = 5;
/** A changed passage may have grown to this many times its words. */
const GROWN = 1.5;
/** Pairs of words compared for all highlights of a text together: a file may hold any number of them. */
const MOST_PAIRS = 20_000_000;
/** Letters looked through in the time a pair of words takes. */
const LETTERS_A_PAIR = 8;
/** Places looked at for one highlight. */
const MOST_PLACES = 500;

/**
 * Finds highlights in a text, be it cleaned anew since: at their place, else by their words in the same
 * block, else in any, told from their like by what stood around them, else by most of their words.
 */
export function passagesIn(blocks: readonly BlockText[]): FindPassage {
  const byKey = new Map(blocks.map((block) => [block.key, block]));
  const folded = ofEach(({ text }) => foldWithMap(text));
  const words = ofEach((block) => wordsOf(folded(block).text));
  let pairs = MOST_PAIRS;
  const spend = (some: number): boolean => {
    if (some > pairs) return false;
    pairs -= some;
    return true;
  };
  const placesIn = (some: readonly BlockText[], quote: string): Place[] => {
    const places: Place[] = [];
    for (const block of quote ? some : []) {
      if (places.length >= MOST_PLACES || !spend(1 + block.text.length / LETTERS_A_PAIR)) break;
      places.push(...occurrences(quote, block.key, folded(block), MOST_PLACES - places.length));
    }
    return places;
  };
  const align: Align = (sought, block, least) => {
    const found = words(block);
    if (!spend(sought.length * found.length)) return 'spent';
    const aligned = alignWords(sought, found, least);
    if (!aligned) return null;
    const [start, end] = sourceRange(folded(block).map, aligned.start, aligned.end);
    return { ...aligned, start, end };
  };
  return ({ anchor, value, around }) => {
    if (!anchor) return null;
    const own = byKey.get(anchor.block);
    if (value === null || value.trim() === '') return own ? within(anchor, own) : null;
    if (own?.text.slice(anchor.start, anchor.end) === value) return anchor;
    const quote = fold(value);
    const [here] = own ? ranked(placesIn([own], quote), around, anchor.start) : [];
    return here
      ? anchorOf(here.place)
      : (mostLike(placesIn(blocks, quote), quote, around) ?? changed(quote, blocks, align));
  };
}

/** Made once of each block, for all highlights. */
function ofEach<Made>(make: (block: BlockText) => Made): (block: BlockText) => Made {
  const known = new Map<BlockText, Made>();
  return (block) => {
    const made = known.get(block) ?? make(block);
    known.set(block, made);
    return made;
  };
}

interface Place extends Anchor {
  /** The folded text right before and after it. */
  before: string;
  after: string;
}

/** What was marked without its words keeps its place, as far as there is text. */
function within(anchor: Anchor, { text }: BlockText): Anchor | null {
  const end = Math.min(anchor.end, text.length);
  return anchor.start < end ? { ...anchor, end } : null;
}

function occurrences(quote: string, key: string, { text, map }: Folded, most: number): Place[] {
  const places: Place[] = [];
  for (
    let at = text.indexOf(quote);
    at >= 0 && places.length < most;
    at = text.indexOf(quote, at + 1)
  ) {
    const [start, end] = sourceRange(map, at, at + quote.length);
    const before = text.slice(0, at);
    places.push({ block: key, start, end, before, after: text.slice(at + quote.length) });
  }
  return places;
}

/**
 * Those first whose surroundings are most like what stood around the passage.
 *
 * @param start where it stood in its block: of those alike the nearest first
 */
function ranked(
  places: readonly Place[],
  around: Edit['around'],
  start = 0,
): { place: Place; value: number }[] {
  const before = fold(around?.[0] ?? '');
  const after = fold(around?.[1] ?? '');
  const away = (place: Place): number => Math.abs(place.start - start);
  return places
    .map((place) => ({
      place,
      value: sharedEnd(place.before, before) + sharedStart(place.after, after),
    }))
    .toSorted((a, b) => b.value - a.value || away(a.place) - away(b.place));
}

/** A few letters stand in many places: they need what stood beside them. */
function mostLike(places: readonly Place[], quote: string, around: Edit['around']): Anchor | null {
  const [best] = ranked(places, around);
  if (!best) return null;
  const isAlone = places.length === 1 && quote.length >= TELLING;
  return isAlone || best.value + (places.length === 1 ? quote.length : 0) >= TELLING
    ? anchorOf(best.place)
    : null;
}

/** Where most of the words sought are in a block, in offsets of its text; or that there is no time left. */
type Align = (
  sought: readonly Word[],
  block: BlockText,
  least: number,
) => ReturnType<typeof alignWords> | 'spent';

/** The passage with some of its words changed. */
function changed(quote: string, blocks: readonly BlockText[], align: Align): Anchor | null {
  const sought = wordsOf(quote);
  if (sought.length < FEWEST) return null;
  const least = Math.ceil(sought.length * LEFT);
  let best: { block: string; start: number; end: number; kept: number } | null = null;
  for (const block of blocks) {
    const found = align(sought, block, least);
    if (found === 'spent') break;
    if (!found || found.span > sought.length * GROWN || found.kept <= (best?.kept ?? 0)) continue;
    best = { block: block.key, start: found.start, end: found.end, kept: found.kept };
  }
  return best && anchorOf(best);
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
}

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  return length;
}

function anchorOf({ block, start, end }: Anchor): Anchor {
  return { block, start, end };
}
