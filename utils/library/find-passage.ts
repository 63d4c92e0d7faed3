import { fold, foldWithMap, sourceRange, type Folded } from '../arabic/fold.ts';
import { alignWords, type Word } from './align-words.ts';
import type { Anchor, Edit } from './item.ts';

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
/** Places looked at for one highlight. */
const MOST_PLACES = 500;

/**
 * Finds highlights in a text, be it cleaned anew since: at their place, else by their words in the same
 * block, else in any, told from their like by what stood around them, else by most of their words.
 */
export function passagesIn(blocks: readonly BlockText[]): FindPassage {
  const byKey = new Map(blocks.map((block) => [block.key, block]));
  const folds = new Map<BlockText, Folded>();
  let pairs = MOST_PAIRS;
  const align = (sought: readonly Word[], words: readonly Word[], least: number) => {
    pairs -= sought.length * words.length;
    return pairs < 0 ? null : alignWords(sought, words, least);
  };
  const folded = (block: BlockText): Folded => {
    const known = folds.get(block) ?? foldWithMap(block.text);
    folds.set(block, known);
    return known;
  };
  return ({ anchor, value, around }) => {
    if (!anchor) return null;
    const own = byKey.get(anchor.block);
    if (value === null || value.trim() === '') return own ? within(anchor, own) : null;
    if (own?.text.slice(anchor.start, anchor.end) === value) return anchor;
    const quote = fold(value);
    const places = (some: readonly BlockText[]): Place[] =>
      some.flatMap((block) => occurrences(quote, block, folded(block))).slice(0, MOST_PLACES);
    const here = own ? places([own]) : [];
    return (
      nearest(here, anchor.start) ??
      mostLike(places(blocks), quote, around) ??
      changed(value, blocks, folded, align)
    );
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

function occurrences(quote: string, { key }: BlockText, { text, map }: Folded): Place[] {
  const places: Place[] = [];
  for (
    let at = text.indexOf(quote);
    at >= 0 && places.length < MOST_PLACES;
    at = text.indexOf(quote, at + 1)
  ) {
    const [start, end] = sourceRange(map, at, at + quote.length);
    const before = text.slice(0, at);
    places.push({ block: key, start, end, before, after: text.slice(at + quote.length) });
  }
  return places;
}

function nearest(places: readonly Place[], start: number): Anchor | null {
  const [first] = places.toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start));
  return first ? anchorOf(first) : null;
}

/** A few letters stand in many places: they need what stood beside them. */
function mostLike(places: readonly Place[], quote: string, around: Edit['around']): Anchor | null {
  const before = fold(around?.[0] ?? '');
  const after = fold(around?.[1] ?? '');
  const like = (place: Place): number =>
    sharedEnd(place.before, before) + sharedStart(place.after, after);
  const [best] = places
    .map((place) => ({ place, value: like(place) }))
    .toSorted((a, b) => b.value - a.value);
  if (!best) return null;
  const isAlone = places.length === 1 && quote.length >= TELLING;
  return isAlone || best.value + (places.length === 1 ? quote.length : 0) >= TELLING
    ? anchorOf(best.place)
    : null;
}

/** The passage with some of its words changed. */
function changed(
  value: string,
  blocks: readonly BlockText[],
  folded: (block: BlockText) => Folded,
  align: typeof alignWords,
): Anchor | null {
  const sought = wordsOf(fold(value));
  if (sought.length < FEWEST) return null;
  const least = Math.ceil(sought.length * LEFT);
  let best: { block: string; start: number; end: number; kept: number } | null = null;
  for (const block of blocks) {
    const { text, map } = folded(block);
    const found = align(sought, wordsOf(text), least);
    if (!found || found.span > sought.length * GROWN || found.kept <= (best?.kept ?? 0)) continue;
    const [start, end] = sourceRange(map, found.start, found.end);
    best = { block: block.key, start, end, kept: found.kept };
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
