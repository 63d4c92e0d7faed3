import type { Folded } from './fold.ts';

/** What a character is to a word: a letter, a mark of how it is read, or a part of a letter (tatweel, hamza and madda over it). */
const LETTER = 1;
const MARK = 2;
const PART = 3;
const FIRST = 0x600;
const ANY_MARK =
  /[\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08f0-\u08f2]/;
const classes = classTable();

/** What of its marks tells how a letter is read, as bits. */
const ANY = 1;
const SHADDA = 2;
const KASRA = 4;
const TANWIN_FATH = 8;
/** A damma, or the tanwin that the waw of «عمرٌو» follows. */
const BEFORE_WAW = 16;
const SIGNS = new Map([
  [0x64b, TANWIN_FATH],
  [0x64c, BEFORE_WAW],
  [0x64d, BEFORE_WAW],
  [0x64f, BEFORE_WAW],
  [0x650, KASRA],
  [0x651, SHADDA],
]);
const DAMMA = 0x64f;
/** What a word keeps when it is shown with few marks: tanwin, shadda, dagger alif. */
const KEPT = new Set([0x64b, 0x64c, 0x64d, 0x8f0, 0x8f1, 0x8f2, 0x651, 0x670]);

const ALIF = 0x627;
/** Alif with madda, with wasla, and in the form of a yeh: bare, they bear nothing. */
const ALIFS = new Set([ALIF, 0x622, 0x671, 0x649]);
const LAM = 0x644;
const WAW = 0x648;
const YEH = 0x64a;

/**
 * A text with no vowel marks (`hidden`), or with those that tell words apart (`sparse`): a word
 * with few marks stays as it is, a fully vowelled one keeps shadda, tanwin, the dagger alif and a
 * damma on its first letter.
 *
 * @returns as `foldWithMap`: the text, and for each of its units the offset in the source
 */
export function showTashkeel(text: string, how: 'hidden' | 'sparse'): Folded {
  if (!ANY_MARK.test(text)) return without(text, []);
  return without(text, how === 'hidden' ? allMarks(text) : needlessMarks(text));
}

function classOf(text: string, at: number): number {
  return classes[text.charCodeAt(at) - FIRST] ?? 0;
}

function allMarks(text: string): number[] {
  const marks: number[] = [];
  for (let at = 0; at < text.length; at++) if (classOf(text, at) === MARK) marks.push(at);
  return marks;
}

function needlessMarks(text: string): number[] {
  const needless: number[] = [];
  for (let start = 0; start < text.length;) {
    if (classOf(text, start) === 0) {
      start++;
      continue;
    }
    const word = wordAt(text, start);
    start = word.end;
    if (word.marks.length === 0 || !isFullyVowelled(word)) continue;
    for (const at of word.marks) {
      const mark = text.charCodeAt(at);
      const isOfFirst = word.second === null || at < word.second;
      if (!KEPT.has(mark) && !(mark === DAMMA && isOfFirst)) needless.push(at);
    }
  }
  return needless;
}

interface Word {
  letters: number[];
  /** For each letter the bits of the marks on it. */
  signs: number[];
  /** Offsets of all marks that stand on letters. */
  marks: number[];
  /** Offset of the second letter. */
  second: number | null;
  end: number;
}

function wordAt(text: string, start: number): Word {
  const word: Word = { letters: [], signs: [], marks: [], second: null, end: start };
  for (; ; word.end++) {
    const is = classOf(text, word.end);
    if (is === 0) return word;
    const code = text.charCodeAt(word.end);
    const last = word.letters.length - 1;
    if (is === LETTER) {
      if (last === 0) word.second = word.end;
      word.letters.push(code);
      word.signs.push(0);
    } else if (is === MARK && last >= 0) {
      word.signs[last]! |= ANY | (SIGNS.get(code) ?? 0);
      word.marks.push(word.end);
    }
  }
}

/**
 * True where every letter that can bear a mark has one; the last may be without (it is read with a
 * pause), but where that leaves one letter with a mark it says which word it is: «مَن» is not «مِن».
 */
function isFullyVowelled({ letters, signs }: Word): boolean {
  if (letters.length < 2) return false;
  let bearing = 0;
  for (let at = 0; at < letters.length; at++) {
    if (!canBear(letters, signs, at)) continue;
    bearing++;
    if (signs[at] === 0 && (at < letters.length - 1 || bearing < 3)) return false;
  }
  return bearing > 0;
}

/** Whether a letter of a fully vowelled word has a mark: not what prolongs a vowel, nor what is written and not read. */
function canBear(letters: number[], signs: number[], at: number): boolean {
  const letter = letters[at]!;
  const before = signs[at - 1] ?? 0;
  const after = signs[at + 1] ?? 0;
  if (signs[at] !== 0) return true;
  if (ALIFS.has(letter)) return false;
  if (letter === WAW && before & BEFORE_WAW) return false;
  if (letter === YEH && before & KASRA) return false;
  // The article's lam, alone or before a sun letter.
  if (letter === LAM && (after & SHADDA || (letters[at - 1] === ALIF && at < 3))) return false;
  // «كتاباً»: the tanwin of the letter stands on the alif after it.
  return !(letters[at + 1] === ALIF && after & TANWIN_FATH);
}

/** @param dropped offsets to leave out, in order */
function without(text: string, dropped: readonly number[]): Folded {
  const map = new Uint32Array(text.length - dropped.length + 1);
  let shown = '';
  let from = 0;
  let at = 0;
  for (const to of [...dropped, text.length]) {
    shown += text.slice(from, to);
    for (let offset = from; offset < to; offset++) map[at++] = offset;
    from = to + 1;
  }
  map[at] = text.length;
  return { text: shown, map };
}

/** Hamza and madda over or under a letter are part of it, not marks of how it is read. */
function classTable(): Uint8Array {
  const table = new Uint8Array(0x900 - FIRST);
  const fill = (is: number, ranges: [number, number][]): void => {
    for (const [first, last] of ranges) table.fill(is, first - FIRST, last - FIRST + 1);
  };
  fill(LETTER, [
    [0x620, 0x63f],
    [0x641, 0x64a],
    [0x66e, 0x66f],
    [0x671, 0x6d3],
    [0x6d5, 0x6d5],
    [0x6ee, 0x6ef],
    [0x6fa, 0x6fc],
  ]);
  fill(PART, [
    [0x640, 0x640],
    [0x653, 0x655],
  ]);
  for (let code = FIRST; code < 0x900; code++) {
    if (ANY_MARK.test(String.fromCharCode(code))) table[code - FIRST] = MARK;
  }
  return table;
}
