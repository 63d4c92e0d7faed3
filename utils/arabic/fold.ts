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

const DROP = 1;
const SPACE = 0x20;
const WORD = /[\p{L}\p{M}\p{N}]/u;
const TABLE_END = 0x700;
const table = foldTable();
/** 1 where a folded unit of the table is part of a word. */
const inWord = Uint8Array.from({ length: TABLE_END }, (_, code) =>
  WORD.test(String.fromCharCode(code)) ? 1 : 0,
);
let buffer = new Uint16Array(4096);

export function fold(text: string): string {
  return textOf(foldInto(text.normalize('NFKC').toLowerCase()));
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

/** Words only: folded, punctuation and symbols turned to single spaces. For headlines, repeats and phrases. */
export function foldWords(text: string): string {
  const source = text.normalize('NFKC').toLowerCase();
  if (buffer.length < source.length + 1) buffer = new Uint16Array(source.length * 2 + 1);
  let at = 0;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    const folded = code < TABLE_END ? table[code]! : isInvisible(code) ? DROP : code;
    if (folded === DROP) continue;
    if (code < TABLE_END ? inWord[folded] === 1 : isWordAbove(source, i)) buffer[at++] = folded;
    else if (at > 0 && buffer[at - 1] !== SPACE) buffer[at++] = SPACE;
  }
  if (at > 0 && buffer[at - 1] === SPACE) at--;
  return textOf(at);
}

/** Above the table: general punctuation and symbols told by range, the rest by class; of a pair its first half speaks. */
function isWordAbove(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  if (code >= 0x2000 && code < 0x2c00) return false;
  if (code >= 0xdc00 && code < 0xe000)
    return WORD.test(String.fromCodePoint(source.codePointAt(at - 1) ?? code));
  return WORD.test(String.fromCodePoint(source.codePointAt(at) ?? code));
}

function foldInto(source: string): number {
  if (buffer.length < source.length) buffer = new Uint16Array(source.length * 2);
  let at = 0;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code < TABLE_END) {
      const folded = table[code]!;
      if (folded !== DROP) buffer[at++] = folded;
    } else if (!isInvisible(code)) {
      buffer[at++] = code;
    }
  }
  return at;
}

/** The buffer's first units as text; in parts, for `apply` takes its arguments on the stack and a text may have megabytes. */
function textOf(length: number): string {
  let out = '';
  for (let at = 0; at < length; at += 8192) {
    out += String.fromCharCode.apply(
      null,
      buffer.subarray(at, Math.min(at + 8192, length)) as unknown as number[],
    );
  }
  return out;
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
  const folds = Uint16Array.from({ length: TABLE_END }, (_, code) => code);
  const ranges = [
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
  for (const [first, last] of ranges) folds.fill(DROP, first, last + 1);
  const letters: [string, string][] = [
    ['أإآٱ', 'ا'],
    ['ىیې', 'ي'],
    ['ةەہھۀ', 'ه'],
    ['ک', 'ك'],
    ['ς', 'σ'],
  ];
  for (const [many, one] of letters) {
    for (const letter of many) folds[letter.charCodeAt(0)] = one.charCodeAt(0);
  }
  for (let digit = 0; digit < 10; digit++) {
    folds[0x660 + digit] = 0x30 + digit;
    folds[0x6f0 + digit] = 0x30 + digit;
  }
  return folds;
}
