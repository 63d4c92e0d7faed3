import { fold } from './fold.ts';

/** A word as it is searched. */
export interface WordForm {
  /** As written, in lower case, without tashkeel and tatweel: a final ى or ي, ه or ة, a hamza count. */
  surface: string;
  /** As `fold` gives it, Latin and Greek letters without their marks too. */
  folded: string;
}

/** A stretch of a text, UTF-16 offsets [start, end) in the source, with the words it stands for: one, rarely more (ﷺ), or none. */
export interface Token {
  start: number;
  end: number;
  words: readonly WordForm[];
}

const INVISIBLE =
  '\\u00ad\\u061c\\u180b-\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff';
/** What one sees as one word may have signs of direction in it. */
const TOKEN = new RegExp(`[\\p{L}\\p{M}\\p{N}]+(?:[${INVISIBLE}]+[\\p{L}\\p{M}\\p{N}]+)*`, 'gu');
const NO_WORD = /[^\p{L}\p{M}\p{N}]+/u;
/** Tatweel, vowel marks, those of the Quran's reading, and what is not seen: all that `fold` leaves out. */
const DROPPED = new RegExp(
  `[\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed${INVISIBLE}]`,
  'g',
);
/** Nothing in it but letters that are their own surface. */
const PLAIN = /^[\u0621-\u063a\u0641-\u064a]+$/;
const MARKED = /[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fff]/;
const WHOLE_LETTERS: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};
/** French and English leave letters out before or after these. */
const APOSTROPHE = /['’]/;
const ELIDED = /^(?:[cdjlmnst]|qu)$/i;

/** Pages repeat their words: each is taken apart once, until so many are known. */
const MOST_KNOWN = 20_000;
const known = new Map<string, readonly WordForm[]>();

/** The words of a text in their order. */
export function* searchTokens(text: string): Generator<Token> {
  for (const { 0: raw, index: start } of text.matchAll(TOKEN)) {
    const end = start + raw.length;
    if (raw.length <= 2 && isElided(text, raw, start, end)) continue;
    yield { start, end, words: wordForms(raw) };
  }
}

/** «l’» of «l’article» and «s» of «it’s» are no words to look for. */
function isElided(text: string, raw: string, start: number, end: number): boolean {
  if (APOSTROPHE.test(text.charAt(end)) && ELIDED.test(raw))
    return /\p{L}/u.test(text.charAt(end + 1));
  return (
    raw.length === 1 && start > 1 && APOSTROPHE.test(text.charAt(start - 1)) && /[a-z]/i.test(raw)
  );
}

function wordForms(raw: string): readonly WordForm[] {
  let forms = known.get(raw);
  if (!forms) {
    forms = takeApart(raw);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(raw, forms);
  }
  return forms;
}

function takeApart(raw: string): WordForm[] {
  if (PLAIN.test(raw)) return [{ surface: raw, folded: fold(raw) }];
  return surfaceOf(raw)
    .split(NO_WORD)
    .map((surface) => ({ surface, folded: withoutMarks(fold(surface)) }))
    .filter(({ folded }) => folded !== '');
}

function surfaceOf(raw: string): string {
  return raw
    .normalize('NFKC')
    .toLowerCase()
    .replace(DROPPED, '')
    .replaceAll('ٱ', 'ا')
    .replaceAll('ک', 'ك')
    .replaceAll('ی', 'ي')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

function withoutMarks(folded: string): string {
  if (!MARKED.test(folded)) return folded;
  return folded
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[œæßøłđı]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);
}
