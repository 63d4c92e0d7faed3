import {
  afterDoubleLam,
  articleLength,
  articleLook,
  lightStem,
  plainHamza,
  prefixLengths,
  SHORTEST_STEM,
  shorterStems,
} from '../../arabic/stem.ts';
import { covers, type Span } from './cache.ts';
import { ALL_FIELDS } from './fields.ts';
import type { TypedWord } from './query.ts';
import {
  AFTER_ONE,
  AFTER_TWO,
  BARE,
  OPENING,
  openingKey,
  PAIR,
  WHOLE_TAG,
  WITH_ARTICLE,
  writtenArticle,
  type Term,
} from './terms.ts';

/** How a word of a text answers a word typed, the best first. Two by two they are the levels. */
const SURFACE = 0;
const SURFACE_BEGINS = 1;
const FOLDED = 2;
export const FOLDED_BEGINS = 3;
const STEM = 4;
const STEM_BEGINS = 5;
export const NONE = 255;

/** A word typed, with all the keys under which its answers may stand. */
export interface SearchedWord {
  typed: TypedWord;
  /** Bits of the fields it is looked for in. */
  fields: number;
  /** Worst answer that counts: a phrase wants its words, not their stems. */
  worst: number;
  spans: Span[];
  /** Stems it has, whichever way it is read. */
  stems: ReadonlySet<string>;
  /** Stems it has if its first letters are a prefix, by how many letters that is. */
  unprefixed: ReadonlyMap<string, 1 | 2>;
  /** Other ways of writing it, as `plainHamza` gives them. */
  spellings: ReadonlySet<string>;
  /** Beginnings of stems that will do while it is being typed. */
  beginnings: readonly string[];
  /** Its letters, those after the article, where they are too few to go through all words for. */
  opening: string | null;
}

export function searchedWord(
  typed: TypedWord,
  fields = ALL_FIELDS,
  worst = STEM_BEGINS,
): SearchedWord {
  const { folded, isPrefix } = typed;
  const article = articleLength(folded);
  const rests = [
    folded,
    ...(article > 0 ? [folded.slice(article)] : []),
    afterDoubleLam(folded) ?? folded,
  ];
  const stems = new Set(rests.map(lightStem));
  const unprefixed = new Map<string, 1 | 2>();
  for (const length of prefixLengths(folded)) {
    const key = lightStem(withoutArticle(folded.slice(length)));
    if (!stems.has(key)) unprefixed.set(key, length);
  }
  const spellings = new Set(rests.flatMap(otherSpellings));
  const exact = new Set([...stems, ...unprefixed.keys(), ...[...spellings].map(lightStem)]);
  const beginnings = isPrefix
    ? [...new Set(rests)].map(plainHamza).filter(({ length }) => length >= SHORTEST_STEM)
    : [];
  if (isPrefix) for (const rest of rests) for (const stem of shorterStems(rest)) exact.add(stem);
  const opening = isPrefix ? openingOf(folded) : null;
  return {
    typed,
    fields,
    worst,
    spans: [
      ...[...exact].map((key) => ({ key, isPrefix: false })),
      ...beginnings.map((key) => ({ key, isPrefix: true })),
      ...(opening === null ? [] : [{ key: openingKey(opening), isPrefix: false }]),
    ],
    stems,
    unprefixed,
    spellings,
    beginnings,
    opening,
  };
}

/** What answers by its key alone: a tag, a pair of words. */
export function searchedKey(key: string, fields: number, isPrefix: boolean): SearchedWord {
  return {
    typed: { surface: '', folded: '', isPrefix: false },
    fields,
    worst: SURFACE,
    spans: [{ key, isPrefix }],
    stems: new Set(),
    unprefixed: new Map(),
    spellings: new Set(),
    beginnings: [],
    opening: null,
  };
}

function withoutArticle(folded: string): string {
  return folded.slice(articleLength(folded));
}

/**
 * One or two letters, counted behind an article; null where there are more, for which all words are
 * gone through. What may still become an article («وبا») has its openings too.
 */
function openingOf(folded: string): string | null {
  if (folded.length <= 2) return folded;
  if (/^[وف][بك]ا$/.test(folded)) return '';
  const article = articleLook(folded);
  return article > 0 && folded.length - article <= 2 ? folded.slice(article) : null;
}

/** «شئ» for «شيء» and the other way round: a hamza at the end on its letter or behind it. */
function otherSpellings(rest: string): string[] {
  const spelled: string[] = [];
  if (rest.endsWith('ئ')) spelled.push(`${rest.slice(0, -1)}يء`);
  if (rest.endsWith('ؤ')) spelled.push(`${rest.slice(0, -1)}وء`);
  if (/[يو]ء$/.test(rest) && rest.length > SHORTEST_STEM - 1) spelled.push(`${rest.slice(0, -2)}ء`);
  return spelled;
}

/** What the words of the library say about prefixes: see `evidence.ts`. */
export interface Evidence {
  /** The first letters of this word of a text, or of the word typed, are its own and no prefix. */
  isOwn(folded: string, length: 1 | 2): boolean;
  /** What follows the first letters of the word typed stands in the library by itself. */
  isWord(rest: string): boolean;
}

/** How a term answers a word, or `NONE`. */
export function answer(word: SearchedWord, term: Term, evidence: Evidence): number {
  const { surface, folded, isPrefix } = word.typed;
  const found = (rank: number): number => (rank <= word.worst ? rank : NONE);
  // Their keys, and so their being asked for, say it all.
  if (term.kind === WHOLE_TAG || term.kind === PAIR) return SURFACE;
  if (term.kind === OPENING) return found(openingAnswer(word, term));
  if (term.folded === folded) return term.surface === surface ? SURFACE : found(FOLDED);
  const isOwn = term.kind === BARE || term.kind === WITH_ARTICLE;
  if (isPrefix && isOwn && term.folded.startsWith(folded) && isReached(word, term)) {
    return found(term.surface.startsWith(surface) ? SURFACE_BEGINS : FOLDED_BEGINS);
  }
  if (word.worst < STEM) return NONE;
  if (hasStem(word, term, evidence)) return STEM;
  const begins = isOwn && word.beginnings.some((beginning) => term.key.startsWith(beginning));
  return begins ? found(STEM_BEGINS) : NONE;
}

/** Found among words only where enough of it was typed to go through them. */
function isReached({ typed }: SearchedWord, term: Term): boolean {
  const article = term.kind === WITH_ARTICLE ? writtenArticle(term) : 0;
  return typed.folded.length - article >= SHORTEST_STEM;
}

function hasStem(word: SearchedWord, term: Term, evidence: Evidence): boolean {
  const { kind, key, folded } = term;
  const length = kind === AFTER_ONE ? 1 : kind === AFTER_TWO ? 2 : null;
  if (word.stems.has(key)) return length === null || !evidence.isOwn(folded, length);
  if (length !== null) return false;
  const { folded: typed } = word.typed;
  const unprefixed = word.unprefixed.get(key);
  if (unprefixed !== undefined) {
    return evidence.isWord(typed.slice(unprefixed)) && !evidence.isOwn(typed, unprefixed);
  }
  return word.spellings.has(plainHamza(folded.slice(writtenArticle(term))));
}

function openingAnswer({ typed, opening }: SearchedWord, term: Term): number {
  if (opening === null || term.key !== openingKey(opening)) return NONE;
  if (term.folded.startsWith(typed.folded)) {
    return term.surface.startsWith(typed.surface) ? SURFACE_BEGINS : FOLDED_BEGINS;
  }
  return opening === '' ? NONE : STEM_BEGINS;
}

export function isAsked(word: SearchedWord, key: string): boolean {
  return word.spans.some((span) => covers(span, key));
}
