import { isCounting } from './counted.ts';
import { DIGIT, YEARS_OR_SCORE } from './figures.ts';
import type { Found } from './figures.ts';

/**
 * Letters that are written from left to right, told by range: classes of Unicode cost a press more
 * time than the text does.
 */
const LATIN =
  'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02b8\\u0300-\\u0373\\u0376-\\u0481\\u048a-\\u0589\\u0900-\\u1fff\\u3041-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af';
const LETTER = `[${LATIN}]`;
const PART = `[${LATIN}${DIGIT}_]+`;
/** A word, a handle, an e-mail, a version, a domain with its path: what no space parts. */
const WORD = new RegExp(
  `[@#.$/]{0,2}${PART}(?:[-.'’&/+@:#=?~%*\\\\·‑–]{1,3}${PART})*(?:\\+\\+|[+#](?!${PART}))?`,
  'y',
);
const BETWEEN = /[ \u00a0]+(?:[-–—&/|+:] +)?|[,;:] /y;
const HOLDS_LETTER = new RegExp(LETTER);
const STARTS = new RegExp(`[@#.$/]{0,2}[${LATIN}${DIGIT}]`, 'y');
/** A number that may be part of a name: Windows 11, iOS 17.4, Boeing 737-800, the groups of an IBAN. */
const NAMING = new RegExp(`^[${DIGIT}]{1,4}(?:[.-][${DIGIT}]{1,3}){0,2}$`, 'u');
/** Digits and signs that a word may have before its first letter. */
const LONGEST_START = 40;
const INITIALS = /(?:^|[ .])\p{Lu}(?:\.\p{Lu})+$/u;
const LONGEST_INITIALS = 40;
const ABBREVIATED = /(?:^|[ .])(?:Inc|Ltd|Co|Corp|Jr|Sr|Mr|Mrs|Dr|St|No|vs|etc)$/u;

/** UTF-16 units of the longest name that no line is too short for. */
const LONGEST_WHOLE = 12;
const WITH_NUMBER = new RegExp(`[-‐–](?=\\S*[${DIGIT}])|[${DIGIT}]\\S*[-‐–]`);

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"«»،؛؟\uFFFC]+/iuy;
const RTL_LETTER = /[\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufefc]/u;

/** An address of the web that begins here. */
export function addressAt(text: string, at: number): Found | null {
  const code = text.charCodeAt(at) | 0x20;
  if (code !== 0x68 && code !== 0x77) return null;
  ADDRESS.lastIndex = at;
  const whole = ADDRESS.exec(text)?.[0];
  if (!whole) return null;
  const closing = whole.includes('(') ? `.,;:!?'"…]` : `.,;:!?'"…])`;
  let end = whole.length;
  while (closing.includes(whole[end - 1]!)) end--;
  const address = whole.slice(0, end);
  const kind = RTL_LETTER.test(address) ? 'address' : 'latin';
  return { start: at, end: at + address.length, kind, apart: [] };
}

/** A Latin name, or what is written in Latin letters of some words, that begins here. */
export function latinAt(text: string, at: number): Found | null {
  STARTS.lastIndex = at;
  if (!STARTS.test(text)) return null;
  // What leads a handle or a path does so after a space; «كم/h» has no path in it.
  if (/^[@#.$/]/u.test(text[at] ?? '') && /[^\s([«"“]/u.test(text[at - 1] ?? ' ')) return null;
  // Looked for nearby first: a long row of numbers would be read anew from each of them.
  if (!HOLDS_LETTER.test(text.slice(at, at + LONGEST_START))) return null;
  const first = wordAt(text, at);
  if (first === null || !HOLDS_LETTER.test(first)) return null;
  let end = at + first.length;
  for (;;) {
    BETWEEN.lastIndex = end;
    const gap = BETWEEN.exec(text)?.[0];
    const word = gap ? wordAt(text, end + gap.length) : null;
    if (!gap || word === null) break;
    const after = end + gap.length + word.length;
    const isNumber = !HOLDS_LETTER.test(word);
    if (isNumber && (!isNaming(word, gap) || isCounting(text, at, after - word.length, after)))
      break;
    end = after;
  }
  return { start: at, end: withPunctuation(text, at, end), kind: 'latin', apart: [] };
}

/** What no line may end in the middle of, though it has a hyphen: F-16, COVID-19, the 737-800 of a name; as [start, end). */
export function unbrokenIn(run: string): { start: number; end: number }[] {
  return Array.from(run.matchAll(/\S+/g), ({ index, 0: word }) => ({ word, start: index }))
    .filter(({ word }) => word.length <= LONGEST_WHOLE && WITH_NUMBER.test(word))
    .map(({ word, start }) => ({ start, end: start + word.length }));
}

function wordAt(text: string, at: number): string | null {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? null;
}

/** «Windows 11», but not years or a score. */
function isNaming(word: string, gap: string): boolean {
  return gap.trim() === '' && NAMING.test(word) && !YEARS_OR_SCORE.test(word);
}

/** The full stop of initials, and what ends a sentence that stands between quotes of its own. */
function withPunctuation(text: string, start: number, end: number): number {
  const run = text.slice(Math.max(start, end - LONGEST_INITIALS), end);
  if (text[end] === '.' && (INITIALS.test(run) || ABBREVIATED.test(run))) return end + 1;
  const closing = /^[.!?…]+(?=["”»’')\]])/u.exec(text.slice(end, end + 5))?.[0];
  return closing && /["“«‘'([]/u.test(text[start - 1] ?? '') ? end + closing.length : end;
}
