import { DIGIT, figureAt, numberAt } from './figures.ts';
import { addressAt, latinAt } from './latin-runs.ts';

/**
 * A stretch of a line whose order must not come from what stands around it, as [start, end):
 * - `latin`: left to right whatever it holds; its digits are part of a name and stay as published;
 * - `address`: the same, but with Arabic letters in it, which keep their own order;
 * - `figure`: left to right whatever it holds: a phone number, a number in groups;
 * - `range`: right to left, number by number: a range, a score, a date. What stands at the offsets
 *   `apart` (`/`, `:`, `.`) would make one number of two, in the eyes of the bidi algorithm, and
 *   must be held apart.
 */
export interface Isolate {
  start: number;
  end: number;
  kind: 'latin' | 'address' | 'figure' | 'range';
  apart: readonly number[];
}

/** Without any of these a line holds nothing to isolate. */
const CANDIDATE = new RegExp(`[A-Za-z${DIGIT}\u00c0-\u02af\u0370-\u058f\u1e00-\u1fff]`, 'u');

/**
 * What must be isolated in a line (no line break in it; U+FFFC for what is no text) so that it
 * reads as it should in every place and with any digits.
 *
 * After an Arabic letter all digits are Arabic numbers to the bidi algorithm (UAX #9, W2), which
 * then run right to left from one number to the next. Before the first such letter, European digits
 * are not, and a range or a sign beside a number turns round; so do digits after a Latin name,
 * but every such name is isolated here.
 *
 * @param dir direction of the line
 */
export function isolatesOf(text: string, dir: 'rtl' | 'ltr'): Isolate[] {
  if (dir === 'ltr') return easternFigures(text);
  if (!CANDIDATE.test(text)) return [];
  const found: Isolate[] = [];
  /** The last letter was Arabic, so that what follows is taken as Arabic numbers. */
  let afterArabic = false;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || (code >= 0x620 && code <= 0x65f)) {
      if (code !== 0x20) afterArabic = true;
      at++;
      continue;
    }
    const isolate = isQuiet(code)
      ? null
      : (addressAt(text, at) ??
        figureAt(text, at) ??
        latinAt(text, at) ??
        numberAt(text, at, afterArabic));
    if (isolate) {
      if (isolate.kind !== null) found.push({ ...isolate, kind: isolate.kind });
      at = isolate.end;
      continue;
    }
    if (isArabic(code)) afterArabic = true;
    // A letter of Hebrew, or a mark of direction that stands for one.
    else if ((code >= 0x590 && code < 0x600) || code === 0x200e || code === 0x200f) {
      afterArabic = false;
    }
    at++;
  }
  return found;
}

/**
 * In a line from left to right Arabic-Indic digits with something between them run the other way,
 * and those of Latin text do not. After an Arabic word both belong to it and run as it does.
 */
function easternFigures(text: string): Isolate[] {
  if (!EASTERN.test(text)) return [];
  const found: Isolate[] = [];
  let before = '';
  let read = 0;
  for (const { index, 0: figure } of text.matchAll(FIGURE)) {
    const end = index + figure.length;
    before = text.slice(read, index).match(/\p{L}/gu)?.at(-1) ?? before;
    read = end;
    if (!EASTERN.test(figure) || /\p{Script=Arabic}/u.test(before)) continue;
    found.push({ start: index, end, kind: 'figure', apart: [] });
  }
  return found;
}

const EASTERN = /[٠-٩]/u;
const FIGURE = new RegExp(
  `(?<![${DIGIT}])[${DIGIT}]+(?:[^\\p{L}\\p{M}${DIGIT}\\uFFFC]{1,3}[${DIGIT}]+)+`,
  'gu',
);

/** Punctuation that begins nothing: most of it. */
function isQuiet(code: number): boolean {
  return (
    code === 0x2c ||
    code === 0x2e ||
    code === 0x3a ||
    code === 0x22 ||
    code === 0x60c ||
    code === 0xab ||
    code === 0xbb
  );
}

/** Letters of Arabic past those every text has, and the mark of direction that stands for one. */
function isArabic(code: number): boolean {
  return (
    code === 0x61c ||
    (code >= 0x66e && code < 0x900 && (code < 0x6f0 || code >= 0x6fa)) ||
    (code >= 0xfb50 && code <= 0xfefc)
  );
}
