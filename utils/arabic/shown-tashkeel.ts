import type { Folded } from './fold.ts';

const LETTERS =
  '\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc';
/**
 * Vowels, shadda, sukun, tanwin, dagger alif and the marks of the Quran's reading. Hamza and madda
 * over or under a letter (U+0653 to U+0655) are part of it, not marks of how it is read.
 */
const MARKS =
  '\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08f0-\u08f2';
const ANY_MARK = new RegExp(`[${MARKS}]`, 'u');
const MARK_RUN = new RegExp(`[${MARKS}]+`, 'gu');
const WORD = new RegExp(`[${LETTERS}\u0640\u0653-\u0655${MARKS}]+`, 'gu');
const LETTER_WITH_MARKS = new RegExp(`([${LETTERS}])([\u0640\u0653-\u0655${MARKS}]*)`, 'gu');

const SHADDA = '\u0651';
const DAMMA = '\u064f';
const KASRA = '\u0650';
const TANWIN_FATH = '\u064b';
/** What a word keeps when it is shown with few marks: tanwin, shadda, dagger alif. */
const KEPT = new Set('\u064b\u064c\u064d\u08f0\u08f1\u08f2\u0651\u0670');

/**
 * A text with no vowel marks (`hidden`), or with those that tell words apart (`sparse`): a word
 * with few marks stays as it is, a fully vowelled one keeps shadda, tanwin, the dagger alif and a
 * damma on its first letter.
 *
 * @returns as `foldWithMap`: the text, and for each of its units the offset in the source
 */
export function showTashkeel(text: string, how: 'hidden' | 'sparse'): Folded {
  const dropped = ANY_MARK.test(text) ? (how === 'hidden' ? allMarks(text) : needless(text)) : [];
  return without(text, dropped);
}

/** Stretches of a text to leave out, as [start, end) in order. */
type Stretches = [number, number][];

function allMarks(text: string): Stretches {
  return Array.from(text.matchAll(MARK_RUN), ({ index, 0: run }) => [index, index + run.length]);
}

function needless(text: string): Stretches {
  const dropped: Stretches = [];
  for (const { index, 0: word } of text.matchAll(WORD)) {
    if (!ANY_MARK.test(word)) continue;
    const letters = lettersOf(word);
    if (!isFullyVowelled(letters)) continue;
    for (const [at, { marks, start }] of letters.entries()) {
      for (let i = 0; i < marks.length; i++) {
        const mark = marks[i]!;
        if (!ANY_MARK.test(mark) || KEPT.has(mark) || (at === 0 && mark === DAMMA)) continue;
        const offset = index + start + 1 + i;
        dropped.push([offset, offset + 1]);
      }
    }
  }
  return dropped;
}

interface Letter {
  letter: string;
  /** What stands on it, tatweel after it included. */
  marks: string;
  start: number;
}

function lettersOf(word: string): Letter[] {
  return Array.from(word.matchAll(LETTER_WITH_MARKS), ({ index, 1: letter, 2: marks }) => ({
    letter: letter ?? '',
    marks: marks ?? '',
    start: index,
  }));
}

/**
 * True where every letter that can bear a mark has one; the last may be without (it is read with a
 * pause), but in words of two letters to be read that is all that is told: «مَن» is not «مِن».
 */
function isFullyVowelled(letters: Letter[]): boolean {
  if (letters.length < 2) return false;
  const bearing = letters.map((_, at) => canBear(letters, at));
  const count = bearing.filter(Boolean).length;
  const bare = letters.flatMap(({ marks }, at) => (bearing[at] && !ANY_MARK.test(marks) ? at : []));
  if (bare.length === 0) return count > 0;
  return bare.length === 1 && bare[0] === letters.length - 1 && count > 2;
}

/** Whether a letter of a fully vowelled word has a mark: not what prolongs a vowel, nor what is written and not read. */
function canBear(letters: Letter[], at: number): boolean {
  const { letter, marks } = letters[at]!;
  if (ANY_MARK.test(marks)) return true;
  const before = letters[at - 1];
  const after = letters[at + 1];
  if ('اآٱى'.includes(letter)) return false;
  // The vowel before a long one may be the tanwin of «عمرٌو».
  if (letter === 'و' && before && /[\u064f\u064c\u064d]/u.test(before.marks)) return false;
  if (letter === 'ي' && before?.marks.includes(KASRA)) return false;
  // The article's lam, alone or before a sun letter.
  if (letter === 'ل' && (after?.marks.includes(SHADDA) || (before?.letter === 'ا' && at < 3))) {
    return false;
  }
  // «كتاباً»: the tanwin of the letter stands on the alif after it.
  return !(after?.letter === 'ا' && after.marks.includes(TANWIN_FATH));
}

function without(text: string, dropped: Stretches): Folded {
  const length = dropped.reduce((left, [from, to]) => left - (to - from), text.length);
  const map = new Uint32Array(length + 1);
  let shown = '';
  let at = 0;
  let from = 0;
  const keep = (to: number): void => {
    shown += text.slice(from, to);
    for (let offset = from; offset < to; offset++) map[at++] = offset;
  };
  for (const [start, end] of dropped) {
    keep(start);
    from = end;
  }
  keep(text.length);
  map[at] = text.length;
  return { text: shown, map };
}
