/**
 * The one form in which texts are compared: repeats, headlines, search and phrases.
 * What is shown or stored is never folded.
 *
 * The letters follow Lucene's ArabicNormalizer and ArabicNormalizationFilter (alef with hamza or
 * madda → alef, dotless yeh → yeh, teh marbuta → heh, harakat and tatweel dropped) over Unicode's
 * NFKC, which undoes presentation forms. Beyond Lucene: every Quranic mark, bidi and zero-width
 * characters, Arabic-Indic and Persian digits, Persian keheh, yeh and heh (many Arabic keyboards
 * type them), and lower case for the Latin words these pages mix in.
 */
export interface Folded {
  text: string;
  /**
   * For each UTF-16 unit of `text` the offset in the source at which the character it came from
   * begins; one entry more than `text` is long, the last being the source's length. One character
   * may give 18 (ﷺ), or none (a mark belongs to the character before it).
   */
  map: Uint32Array;
}

/** Codes the tables give in place of a letter: no letter at all; one that only NFKC and its class can tell. */
const DROP = 1;
const OTHER = 2;
const SPACE = 0x20;
const WORD = /[\p{L}\p{M}\p{N}]/u;
const TABLE_END = 0x700;
/**
 * What Arabic and Latin text is made of and what NFKC leaves as it is (marks that compose are not
 * among it): for these, nearly all that pages print, the table says it all.
 */
const PLAIN = [
  [0, 0x7f],
  [0xab, 0xab],
  [0xb7, 0xb7],
  [0xbb, 0xbb],
  [0xc0, 0xff],
  [0x60c, 0x60c],
  [0x610, 0x652],
  [0x656, 0x674],
  [0x679, 0x6ff],
] as const;
/** Tatweel and marks: of vowels, of the Quran's reading, of direction. */
const DROPPED = [
  [0xad, 0xad],
  [0x610, 0x61a],
  [0x61c, 0x61c],
  [0x640, 0x640],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6dc],
  [0x6df, 0x6e8],
  [0x6ea, 0x6ed],
] as const;
const letters = foldTable();
const words = wordTable(letters);
let buffer = new Uint16Array(4096);
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

export function fold(text: string): string {
  return foldBy(letters, text);
}

/** Words only: folded, punctuation and symbols turned to single spaces. For headlines, repeats and phrases. */
export function foldWords(text: string): string {
  return foldBy(words, text);
}

/** `normal`: the text has been through NFKC and lower case, which most need not. */
function foldBy(table: Uint16Array, text: string, normal = false): string {
  if (buffer.length < text.length) buffer = new Uint16Array(text.length * 2);
  const spaced = table === words;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    let folded = code < TABLE_END ? table[code]! : isInvisible(code) ? DROP : OTHER;
    if (folded === DROP) continue;
    if (folded === OTHER) {
      const isMark = isDashOrQuote(code);
      if (!normal && !isMark) return foldBy(table, text.normalize('NFKC').toLowerCase(), true);
      folded = spaced && (isMark || !isWord(text, i)) ? SPACE : code;
    }
    if (spaced && folded === SPACE && (at === 0 || buffer[at - 1] === SPACE)) continue;
    buffer[at++] = folded;
  }
  if (spaced && at > 0 && buffer[at - 1] === SPACE) at--;
  return decoder.decode(buffer.subarray(0, at));
}

function isDashOrQuote(code: number): boolean {
  return code === 0x2013 || code === 0x2014 || (code >= 0x2018 && code <= 0x201d);
}

/** By class; of a pair its first half speaks. Letter-like symbols (℃, ①) are none. */
function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0x2000 && code < 0x2c00) return false;
  const first = code >= 0xdc00 && code < 0xe000 ? at - 1 : at;
  return WORD.test(String.fromCodePoint(text.codePointAt(first) ?? code));
}

export function foldWithMap(text: string): Folded {
  let out = '';
  const map: number[] = [];
  // A letter with its marks (Hangul: its jamo) is the unit over which NFKC composes.
  for (const match of text.matchAll(/[\u1100-\u11ff]+|[^\p{M}\u1100-\u11ff]?\p{M}*/gu)) {
    const folded = fold(match[0]);
    for (let i = 0; i < folded.length; i++) map.push(match.index);
    out += folded;
  }
  map.push(text.length);
  return { text: out, map: Uint32Array.from(map) };
}

/** The stretch of the source, as [start, end), that a stretch of a folded text came from: whole characters with their marks. */
export function sourceRange(map: Uint32Array, start: number, end: number): [number, number] {
  let after = end;
  // Inside an expanded character the source goes on to that character's end.
  while (end > start && after < map.length - 1 && map[after] === map[end - 1]) after++;
  return [map[start] ?? 0, map[after] ?? 0];
}

/** Zero-width, bidi and variation characters above the table. */
function isInvisible(code: number): boolean {
  if (code < 0x200b) return code >= 0x180b && code <= 0x180e;
  return (
    code <= 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff
  );
}

function foldTable(): Uint16Array {
  const folds = new Uint16Array(TABLE_END).fill(OTHER);
  for (const [first, last] of PLAIN) {
    for (let code = first; code <= last; code++) {
      folds[code] = String.fromCharCode(code).toLowerCase().charCodeAt(0);
    }
  }
  folds[0xa0] = SPACE;
  for (const [first, last] of DROPPED) folds.fill(DROP, first, last + 1);
  const variants: [string, string][] = [
    ['أإآٱ', 'ا'],
    ['ىیې', 'ي'],
    ['ةەہھۀ', 'ه'],
    ['ک', 'ك'],
    ['ς', 'σ'],
  ];
  for (const [many, one] of variants) {
    for (const letter of many) folds[letter.charCodeAt(0)] = one.charCodeAt(0);
  }
  for (let digit = 0; digit < 10; digit++) {
    folds[0x660 + digit] = 0x30 + digit;
    folds[0x6f0 + digit] = 0x30 + digit;
  }
  return folds;
}

/** The same with a space for what stands in no word. */
function wordTable(folds: Uint16Array): Uint16Array {
  const table = folds.slice();
  for (const { index } of String.fromCharCode(...folds).matchAll(/[^\p{L}\p{M}\p{N}]/gu))
    if (folds[index] !== DROP && folds[index] !== OTHER) table[index] = SPACE;
  return table;
}
