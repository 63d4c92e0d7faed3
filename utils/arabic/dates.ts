import { fold } from './fold.ts';
import { hijriToUtc } from './hijri.ts';
import { ANY_GREGORIAN, ANY_HIJRI, markMonths, monthOfMark } from './months.ts';
import { relativeDate } from './relative-dates.ts';

/** A date printed in a text. */
export interface FoundDate {
  /** As exact as printed: `2026-11`, `2026-11-24`, `2026-11-24T09:30:00`, the last with `Z` or an offset only if printed. */
  value: string;
  calendar: 'gregorian' | 'hijri' | 'relative';
  /** Where it stands in `fold(text)`, without its time. */
  start: number;
  end: number;
}

/** «آب/أغسطس», «أيلول (سبتمبر)», «تموز - يوليو»: the second name says the same month. */
const SECOND = `(?:\\s*[/\\\\(|-]\\s*${ANY_GREGORIAN}\\s*\\)?)?`;
const SEP = '[\\s،,./-]*';
const START = '(?<!\\d)';
const END = '(?!\\d)';
/** Named groups by form, tried together at each place, the more exact first. */
const DATE = new RegExp(
  [
    `${START}(?<y1>\\d{4})\\s?[/.-]\\s?(?<m1>\\d{1,2})\\s?[/.-]\\s?(?<d1>\\d{1,2})${END}`,
    `${START}(?<d2>\\d{1,2})\\s?[/.-]\\s?(?<m2>\\d{1,2})\\s?[/.-]\\s?(?<y2>\\d{4})${END}`,
    `${START}(?<d3>\\d{1,2})(?:st|nd|rd|th|er)?${SEP}(?:من\\s+)?(?:شهر\\s+)?(?<n3>${ANY_GREGORIAN})${SECOND}${SEP}(?:عام\\s+|سنه\\s+|لعام\\s+)?(?<y3>\\d{4})${END}`,
    `(?<n4>${ANY_GREGORIAN})${SECOND}${SEP}(?<d4>\\d{1,2})(?:st|nd|rd|th)?[\\s،,/-]+(?<y4>\\d{4})${END}`,
    `${START}(?<y5>\\d{4})[\\s/-]+(?<n5>${ANY_GREGORIAN})[\\s/-]+(?<d5>\\d{1,2})${END}`,
    `${START}(?<d6>\\d{1,2})${SEP}(?:من\\s+)?(?<n6>${ANY_HIJRI})${SEP}(?:الحرام\\s+|عام\\s+|سنه\\s+)?(?<y6>1[34]\\d\\d)${END}`,
    `(?<n7>${ANY_HIJRI})${SEP}(?<d7>\\d{1,2})[\\s،,/-]+(?<y7>1[34]\\d\\d)${END}`,
    `${START}(?<d8>\\d{1,2})[/-](?<m8>\\d{1,2})[/-](?<y8>\\d{2})${END}(?![/:])`,
    `(?<n9>${ANY_GREGORIAN})${SECOND}${SEP}(?<y9>\\d{4})${END}`,
  ].join('|'),
  'g',
);
const TIME =
  /(?:(?<before>ص|م|am|pm)\s*)?(?<![\d:])(?<h>\d{1,2})\s?[:.]\s?(?<min>\d{2})(?:[:.](?<s>\d{2})(?:\.\d+)?)?(?!\d)(?:\s*(?<after>صباحا|مساء|ظهرا|بعد الظهر|عصرا|ليلا|فجرا|ص|م|a\.?m\.?|p\.?m\.?)(?![a-z\u0621-\u064a]))?(?:\s*\(?(?:بتوقيت\s+)?(?<zone>غرينيتش|غرينتش|جرينتش|جرينيتش|gmt|utc|z)?\s?(?<offset>[+-]\d{1,2}(?::?\d{2})?)?(?![\d/-]))?/;
const TIME_GLOBAL = new RegExp(TIME.source, 'g');

/** Every date in a text, in its order; relative ones («قبل 3 ساعات») only where no other stands. */
export function findDates(text: string, now: Date): FoundDate[] {
  const folded = unglue(fold(text));
  const found: FoundDate[] = [];
  const matches = /\d/.test(folded) ? [...markMonths(folded).matchAll(DATE)] : [];
  for (const [at, match] of matches.entries()) {
    const date = dateOf(match.groups ?? {}, folded, now);
    if (!date) continue;
    const end = match.index + match[0].length;
    const from = at > 0 ? matches[at - 1]!.index + matches[at - 1]![0].length : 0;
    const to = matches[at + 1]?.index ?? folded.length;
    const time = date.day.length > 7 ? timeBeside(folded, from, match.index, end, to) : '';
    found.push({ value: date.day + time, calendar: date.calendar, start: match.index, end });
  }
  if (found.length > 0) return found;
  const relative = folded.length <= 120 ? relativeDate(folded, now) : null;
  return relative
    ? [{ value: relative, calendar: 'relative', start: 0, end: folded.length }]
    : found;
}

/**
 * The first date of a text: the Gregorian one where a Hijri one stands beside it, because the
 * conversion may be a day off from what the page counts.
 */
export function findDate(text: string, now: Date): FoundDate | null {
  const dates = findDates(text, now);
  return dates.find((date) => date.calendar !== 'hijri') ?? dates[0] ?? null;
}

/**
 * A metadata value as a date: ISO 8601 as written, seconds or milliseconds since 1970, or any
 * text a page puts there; null for what is none (`-0001-11-30`, `0000-00-00`, 1970-01-01).
 */
export function readDateValue(value: string, now: Date): string | null {
  const text = fold(value).trim();
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    const at = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
    return plausibleYear(at.getUTCFullYear(), now) && at.getUTCFullYear() > 1970
      ? `${at.toISOString().slice(0, 19)}Z`
      : null;
  }
  const iso =
    /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[t ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s?(z|utc|gmt|[+-]\d{2}:?\d{2})?)?/.exec(
      text,
    );
  if (!iso) return text.startsWith('-') ? null : (findDate(value, now)?.value ?? null);
  const [, year, month, day, hour, minute, second = '00', zone] = iso;
  if (!day) return isDay(Number(year), Number(month), 1, now) ? `${year}-${pad(month!)}` : null;
  if (!isDay(Number(year), Number(month), Number(day), now)) return null;
  const date = `${year}-${pad(month!)}-${pad(day)}`;
  if (date === '1970-01-01') return null;
  if (!hour || Number(hour) > 23) return date;
  return `${date}T${pad(hour)}:${minute}:${second}${isoZone(zone)}`;
}

function isoZone(zone: string | undefined): string {
  if (!zone) return '';
  return /^[+-]/.test(zone) ? zone.replace(/^(.\d{2})(\d{2})$/, '$1:$2') : 'Z';
}

/** «9:582016/09/10»: a time run into a date. */
function unglue(folded: string): string {
  return folded
    .replace(/(\d:\d\d)(?=\d{4}[/-])/g, '$1 ')
    .replace(/(\d{4}[/-]\d\d[/-]\d\d)(?=\d\d?:\d\d)/g, '$1 ');
}

function dateOf(
  groups: Record<string, string | undefined>,
  folded: string,
  now: Date,
): { day: string; calendar: 'gregorian' | 'hijri' } | null {
  const pick = (letter: string) => {
    for (let form = 1; form <= 9; form++) {
      const value = groups[`${letter}${form}`];
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const name = pick('n');
  let year = Number(pick('y'));
  if (groups.y8) year += 2000;
  const day = Number(pick('d') ?? 0);
  const month = Number(pick('m') ?? 0);
  if (groups.n6 ?? groups.n7) return hijriDay(year, monthOfMark(name!), day);
  if (name) {
    const number = monthOfMark(name);
    if (groups.y9)
      return isDay(year, number, 1, now)
        ? { day: `${year}-${pad(number)}`, calendar: 'gregorian' }
        : null;
    return gregorianDay(year, number, day, now);
  }
  if (year >= 1350 && year <= 1500) return hijriDay(year, month, day);
  if (groups.y1) return gregorianDay(year, month, day, now) ?? gregorianDay(year, day, month, now);
  // Arabic pages write the day first. The month comes first where the day cannot, where the day
  // would lie ahead, and in what servers set to American English print («11/9/2016 2:05:00 PM»).
  const american = /\d{4}\s+\d{1,2}:\d{2}:\d{2}\s*[ap]m/.test(folded);
  const orders: [number, number][] = american
    ? [
        [day, month],
        [month, day],
      ]
    : [
        [month, day],
        [day, month],
      ];
  for (const [m, d] of orders) {
    const found = gregorianDay(year, m, d, now);
    if (found) return found;
  }
  return null;
}

function gregorianDay(year: number, month: number, day: number, now: Date) {
  return isDay(year, month, day, now)
    ? { day: `${year}-${pad(month)}-${pad(day)}`, calendar: 'gregorian' as const }
    : null;
}

function hijriDay(year: number, month: number, day: number) {
  const at =
    month >= 1 && month <= 12 && day >= 1 && day <= 30 ? hijriToUtc(year, month, day) : null;
  return at === null
    ? null
    : { day: new Date(at).toISOString().slice(0, 10), calendar: 'hijri' as const };
}

/** A real day, from the age of news and not ahead of `now` by more than a time zone. */
function isDay(year: number, month: number, day: number, now: Date): boolean {
  if (!plausibleYear(year, now) || month < 1 || month > 12 || day < 1) return false;
  const at = Date.UTC(year, month - 1, day);
  return new Date(at).getUTCDate() === day && at <= now.getTime() + 36 * 3_600_000;
}

function plausibleYear(year: number, now: Date): boolean {
  return year >= 1900 && year <= now.getUTCFullYear() + 1;
}

/** The time printed beside a date, after it or else before it, not belonging to another date. */
function timeBeside(folded: string, from: number, start: number, end: number, to: number): string {
  const after = TIME.exec(folded.slice(end, Math.min(to, end + 40)));
  const before = [...folded.slice(Math.max(from, start - 24), start).matchAll(TIME_GLOBAL)].at(-1);
  for (const match of [after, before]) {
    const time = match?.groups && timeOf(match.groups);
    if (time) return time;
  }
  return '';
}

function timeOf(groups: Record<string, string | undefined>): string {
  let hour = Number(groups.h);
  if (hour > 23 || Number(groups.min) > 59) return '';
  const half = (groups.after ?? groups.before ?? '').replaceAll('.', '');
  const late = /^(?:م|مساء|pm|بعد الظهر|عصرا|ظهرا)$/.test(half) || (half === 'ليلا' && hour >= 6);
  if (late && hour < 12 && !(half === 'ظهرا' && hour === 11)) hour += 12;
  if (/^(?:ص|صباحا|am|فجرا)$/.test(half) && hour === 12) hour = 0;
  const offset = groups.offset && /^([+-])(\d{1,2}):?(\d{2})?$/.exec(groups.offset);
  const zone = offset
    ? `${offset[1]}${pad(offset[2]!)}:${offset[3] ?? '00'}`
    : groups.zone
      ? 'Z'
      : '';
  return `T${pad(hour)}:${groups.min}:${groups.s ?? '00'}${zone}`;
}

function pad(value: number | string): string {
  return String(value).padStart(2, '0');
}
