import { isMeasured } from './counted.ts';

/** Every digit an Arabic text may have, as a class of a pattern. */
export const DIGIT = '0-9٠-٩۰-۹';

/** What was found at a place; `kind` null where it reads as it should by itself. */
export interface Found {
  start: number;
  end: number;
  kind: 'latin' | 'address' | 'figure' | 'range' | null;
  apart: readonly number[];
}

const D = `[${DIGIT}]`;
const END = `(?!${D}|[-/:.,]${D})`;
/**
 * Phone numbers (by their plus, the 00 before a country, or the groups after a leading 0 or a code
 * in brackets), numbers of groups by hyphens (1-800-…, ISBN) or spaces, codes like *100#.
 */
const FIGURES = [
  `(?:\\+ ?|[0٠۰]{2})${D}(?:[ \\u00a0()/-]{0,2}${D}){6,14}${END}`,
  `\\(\\+?${D}{1,5}\\)[ \\u00a0-]?${D}(?:[ \\u00a0-]?${D}){4,12}${END}`,
  `[0٠۰]${D}{0,4}(?:[ \\u00a0-]${D}{2,8}){1,4}${END}`,
  `${D}{1,7}(?:-${D}{1,7}){2,5}${END}`,
  `${D}{4}(?: ${D}{4}){2,4}${END}`,
  // Of a run of stars and numbers only the first may begin one, or the run is read from each anew.
  `(?<!${D})[*#]${D}+(?:\\*${D}+)*#`,
].map((source) => new RegExp(source, 'y'));
/** Thousands parted by spaces; common ones only where they are no two numbers, and no list of them. */
const GROUPED = new RegExp(
  `${D}{1,3}(?:(?:[\\u00a0\\u202f\\u2009]${D}{3})+|(?: ${D}{3}){2,4}| [0٠۰]{3})(?:[,.٫]${D}+)?(?!${D})`,
  'y',
);
/** A temperature with the letter of its scale, which runs on from its number. */
const TEMPERATURE = new RegExp(
  `(?<!${D})[-−+]?${D}+(?:[.,٫]${D}+)?(?:[ \\u00a0]?°[ \\u00a0]?[CF](?![A-Za-z])|[℃℉])`,
  'y',
);
/** The last number of a range of such. */
const LAST = new RegExp(`(?<=${D}[-−])${D}+(?:[.,٫]${D}+)?$`);
/** Numbers of rooms, say, unless they end in thousands or something is counted after them. */
const LISTED = new RegExp(`^${D}{3}(?: ${D}{3})* (?![0٠۰]{3})${D}{3}$`);
/** Fewest digits of a phone number or of a number in groups by hyphens; a date has at most eight. */
const FEWEST = 7;

const DATE = new RegExp(
  `^(?:${D}{1,2}([-/])${D}{1,2}\\1(?:${D}{4}|${D}{2})|${D}{4}([-/])${D}{1,2}\\2${D}{1,2}|${D}{1,2}\\.${D}{1,2}\\.${D}{4})$`,
);
/** Month and year, or two years: 3/2024, 2024/3, 2023/2024. Less may be a fraction, and stays. */
const WITH_YEAR = new RegExp(`^(?:${D}{4}/(?:${D}{4}|${D}{1,2})|${D}{1,2}/${D}{4})$`);
/** 3:1, which no time of day is. */
const SCORE = new RegExp(`^${D}{1,2}:${D}$`);

/** After a Latin word these are not the number of its name. */
export const YEARS_OR_SCORE = new RegExp(
  `^(?:${D}{4}[-–]${D}{2,4}|${D}{1,2}[-–]${D}{1,2}(?:[-–]${D}{1,2})*)$`,
);
/** What the bidi algorithm draws to European digits, and not to Arabic ones. */
const SIGN = '[#$%¢£¤¥°±٪‰₠-₿′″]';
const A_SIGN = new RegExp(SIGN);
const SIGNS = `${SIGN}*`;
const NUMBER = new RegExp(`(${SIGNS})(${D}+(?:[-−+.,:/٫٬'’]${D}+)*)(${SIGNS})`, 'y');
/** 2019-2020-2021 is a range of ranges, be it as long as a phone number. */
const ONLY_YEARS = new RegExp(`^(?:(?:[1١۱]${D}|[2٢۲][0٠۰])${D}{2}[- ]?)+$`);
const DIGITS = new RegExp(D, 'g');

/** A figure that is read from left to right: a temperature, a phone number, a number in groups. */
export function figureAt(text: string, at: number): Found | null {
  const temperature = temperatureAt(text, at);
  if (temperature) return { start: at, end: at + temperature.length, kind: 'figure', apart: [] };
  if (!mayBeFigure(text, at)) return null;
  for (const pattern of [...FIGURES, GROUPED]) {
    pattern.lastIndex = at;
    const figure = pattern.exec(text)?.[0];
    if (!figure || DATE.test(figure) || ONLY_YEARS.test(figure)) continue;
    if (LISTED.test(figure) && !isMeasured(text, at + figure.length)) continue;
    const digits = figure.match(DIGITS)?.length ?? 0;
    if (pattern !== GROUPED && !figure.endsWith('#') && digits < FEWEST) continue;
    return { start: at, end: at + figure.length, kind: 'figure', apart: [] };
  }
  return null;
}

function temperatureAt(text: string, at: number): string | null {
  if (!isDigit(text, at) && !(isDigit(text, at + 1) && '-−+'.includes(text[at]!))) return null;
  TEMPERATURE.lastIndex = at;
  return TEMPERATURE.exec(text)?.[0] ?? null;
}

/** A number with all that touches it, be it that nothing of it must be isolated. */
export function numberAt(text: string, at: number, afterArabic: boolean): Found | null {
  // A sign after a sign was part of what could not be a number.
  const isSign = A_SIGN.test(text[at] ?? '') && !A_SIGN.test(text[at - 1] ?? '');
  if (!isDigit(text, at) && !isSign) return null;
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [whole, before = '', core = '', after = ''] = match;
  const last = LAST.exec(core);
  if (last && temperatureAt(text, at + before.length + last.index)) {
    return { start: at, end: at + before.length + last.index, kind: null, apart: [] };
  }
  const apart = partsApart(core, at + before.length);
  const turns = !afterArabic && (before !== '' || after !== '' || /[-−+]/u.test(core));
  const kind = apart.length > 0 || turns ? 'range' : null;
  return { start: at, end: at + whole.length, kind, apart };
}

/** Where dates and scores among the parts of a range have what joins numbers into one. */
function partsApart(core: string, start: number): number[] {
  if (DATE.test(core)) return joints(core, start);
  const apart: number[] = [];
  let at = start;
  for (const part of core.split(/[-−+]/u)) {
    const isParted = DATE.test(part) || WITH_YEAR.test(part) || (part === core && SCORE.test(part));
    if (isParted) apart.push(...joints(part, at));
    at += part.length + 1;
  }
  return apart;
}

function joints(part: string, start: number): number[] {
  return Array.from(part.matchAll(/[/:.]/gu), ({ index }) => start + index);
}

/** Most numbers have nothing after them that a figure has. */
function mayBeFigure(text: string, at: number): boolean {
  if ('+(*#'.includes(text[at]!))
    return isDigit(text, at + 1) || '+ '.includes(text[at + 1] ?? '.');
  if (!isDigit(text, at) || isDigit(text, at - 1)) return false;
  let end = at + 1;
  while (isDigit(text, end)) end++;
  return (
    ' \u00a0\u202f\u2009-(/'.includes(text[end] ?? '.') &&
    /[0-9٠-٩۰-۹( ]/.test(text[end + 1] ?? '.')
  );
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x660 && code <= 0x669) ||
    (code >= 0x6f0 && code <= 0x6f9)
  );
}
