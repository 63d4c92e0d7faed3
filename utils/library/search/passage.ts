import { searchTokens, type WordForm } from '../../arabic/search-words.ts';
import { BODY, FIELDS, fieldTexts, SHORT_FIELDS, type Field, type Searched } from './fields.ts';
import { repeatedHeadline } from './repeated-headline.ts';
import { decodeTerm, openingsOf, termsOf } from './terms.ts';
import { answer, isAsked, NONE, type Evidence, type SearchedWord } from './word-match.ts';
import { phraseRanges, type PhraseWords } from './phrase.ts';

/** A stretch of one of the texts of a saved thing, as stored. */
export interface Passage {
  field: Field;
  text: string;
  /** UTF-16 offset at which it begins in its text. */
  start: number;
  /** What to mark, UTF-16 offsets [start, end) in `text`, in their order and apart. */
  marks: [start: number, end: number][];
}

/** UTF-16 units, with room before the first mark. */
const LENGTH = 220;
const BEFORE = 60;

interface Mark {
  start: number;
  end: number;
  word: number;
  rank: number;
}

/** What is looked for in one saved thing. */
export interface Sought {
  words: readonly SearchedWord[];
  phrases: readonly PhraseWords[];
  evidence: Evidence;
}

/**
 * The passage that answers best, of what does not stand over it already: neither the headline shown
 * nor a text's repeat of it at its top.
 */
export function passageOf(searched: Searched, sought: Sought): Passage | null {
  const { title, corrected } = searched.item;
  const headline = corrected.title ?? title;
  let best: { value: number; passage: Passage } | null = null;
  for (const { field, text } of fieldTexts(searched)) {
    if (text === headline) continue;
    const all = marksIn(text, 1 << field, sought);
    if (all.length === 0) continue;
    const from = field === BODY ? repeatedHeadline(text, headline) : 0;
    const marks = all.filter(({ start }) => start >= from);
    if (marks.length === 0) continue;
    const name = FIELDS[field] ?? 'body';
    const { first, value } = bestStretch(marks);
    // A passage is there to show what does not stand in the row already.
    const shown = value * 2 + (name === 'body' || name === 'note' ? 1 : 0);
    if (best && shown <= best.value) continue;
    best = { value: shown, passage: { field: name, ...cutOut(text, marks, { first, from }) } };
  }
  return best?.passage ?? null;
}

/** All marks in one text of a field, for showing a headline or a whole text with what was found. */
export function marksIn(text: string, fields: number, sought: Sought): Mark[] {
  const marks: Mark[] = [];
  const known = new Map<WordForm, Mark | null>();
  for (const { start, end, words } of searchTokens(text)) {
    for (const form of words) {
      let mark = known.get(form);
      if (mark === undefined) known.set(form, (mark = bestMark(form, fields, sought)));
      if (!mark) continue;
      marks.push({ ...mark, start, end });
      break;
    }
  }
  const inPhrases = sought.phrases.flatMap((phrase, index) =>
    phraseRanges(text, phrase).map(([start, end]): Mark => ({
      start,
      end,
      word: sought.words.length + index,
      rank: 0,
    })),
  );
  return inPhrases.length === 0 ? marks : apart([...inPhrases, ...marks]);
}

/** Which of the words looked for a word of a text answers best. */
function bestMark(form: WordForm, fields: number, { words, evidence }: Sought): Mark | null {
  let best: Mark | null = null;
  for (const [index, word] of words.entries()) {
    if ((word.fields & fields) === 0) continue;
    const isOpening = word.opening !== null && (fields & SHORT_FIELDS) !== 0;
    for (const encoded of isOpening ? [...termsOf(form), ...openingsOf(form)] : termsOf(form)) {
      const tab = encoded.indexOf('\t');
      const key = encoded.slice(0, tab);
      if (!isAsked(word, key)) continue;
      const rank = answer(word, decodeTerm(key, encoded.slice(tab + 1)), evidence);
      if (rank < (best?.rank ?? NONE)) best = { start: 0, end: 0, word: index, rank };
    }
  }
  return best;
}

/** In their order; of two that overlap the longer. */
function apart(marks: readonly Mark[]): Mark[] {
  const sorted = marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return sorted.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

/** Where to begin so that as many of the words as can be stand together, and well answered. */
function bestStretch(marks: readonly Mark[]): { first: number; value: number } {
  let first = 0;
  let value = -1;
  for (const [index, { start }] of marks.entries()) {
    const ranks = new Map<number, number>();
    for (let at = index; at < marks.length; at++) {
      const mark = marks[at];
      if (!mark || mark.end > start + LENGTH - BEFORE) break;
      ranks.set(mark.word, Math.min(ranks.get(mark.word) ?? NONE, mark.rank));
    }
    const sum = [...ranks.values()].reduce((total, rank) => total + 100 - rank, 0);
    if (sum > value) {
      value = sum;
      first = index;
    }
  }
  return { first, value };
}

/** @param at the mark to cut around, and the first offset that may be shown */
function cutOut(
  text: string,
  marks: readonly Mark[],
  at: { first: number; from: number },
): Omit<Passage, 'field'> {
  const from = marks[at.first];
  if (!from) return { text: '', start: 0, marks: [] };
  // A passage of the text begins with its paragraph, or at a word not far before what is marked.
  const line = text.lastIndexOf('\n', from.start) + 1;
  const start = Math.max(at.from, line, wordAt(text, from.start - BEFORE, from.start));
  const rough = Math.max(start + LENGTH, from.end);
  const end = rough >= text.length ? text.length : wordEnd(text, rough, from.end);
  return {
    text: text.slice(start, end),
    start,
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => [mark.start - start, mark.end - start]),
  };
}

/** The first beginning of a word from here on, but not past `last`. */
function wordAt(text: string, from: number, last: number): number {
  if (from <= 0) return 0;
  const space = text.slice(from, last).search(/\s/u);
  return space < 0 ? last : from + space + 1;
}

/** The last end of a word up to here, but not before `first`. */
function wordEnd(text: string, to: number, first: number): number {
  const space = /\s\S*$/u.exec(text.slice(first, to));
  return space ? first + space.index : to;
}
