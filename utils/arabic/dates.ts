import { fold } from './fold.ts';
import { hijriToUtc } from './hijri.ts';
import { ANY_GREGORIAN, ANY_MONTH, markMonths, monthOfMark, WEEKDAYS } from './months.ts';
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
type Day = Pick<FoundDate, 'calendar'> & { day: string };

/** «آب/أغسطس», «أيلول (سبتمبر)», «تموز - يوليو»: the second name says the same month. */
const SECOND = `(?:\\s*[/\\\\(|-]\\s*${ANY_GREGORIAN}\\s*\\)?)?`;
const SEP = '[\\s،,./-]*';
const ORDINAL = '(?:st|nd|rd|th|er)?';
/** Three figures; or a month's name with day and year before and after it, in any order. */
const DATE = new RegExp(
  `(?<!\\d)(\\d{1,4})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?(\\d{1,4})(?!\\d)|` +
    `(?:(?<!\\d)(\\d{1,4})${ORDINAL}${SEP}(?:من )?(?:شهر )?)?(${ANY_MONTH})\\s*${SECOND}${SEP}(?:الحرام )?(?:ل?عام |سنه )?` +
    `(?:(\\d{4})|(\\d{1,2})${ORDINAL}(?:[\\s،,/-]+(\\d{4}))?)(?!\\d)`,
  'g',
);
const TIME =
  /(?:([صم]|[ap]m)\s*)?(?<![\d:])(\d{1,2})\s?[:.]\s?(\d{2})(?:[:.](\d{2})(?:\.\d+)?)?(?!\d)(?:\s*(صباحا|مساء|ظهرا|بعد الظهر|عصرا|ليلا|فجرا|[صم]|[ap]\.?m)(?![a-z\u0621-\u064a]))?(?:\.?\s*\(?(?:بتوقيت )?([غج]ريني?تش|gmt|utc|z)?\s?(?:([+-])(\d{1,2}):?(\d{2})?)?(?![\d/-]))?/g;

/** Every date in a text, in its order; relative ones («قبل 3 ساعات») only where no other stands. */
export function findDates(text: string, now: Date): FoundDate[] {
  // «9:582016/09/10»: a time run into a date.
  const folded = fold(text).replace(/(\d:\d\d)(?=\d{4}[/-])/g, '$1 ');
  const found: FoundDate[] = [];
  const matches = /\d/.test(folded) ? [...markMonths(folded).matchAll(DATE)] : [];
  for (const [at, match] of matches.entries()) {
    const date = dateOf(match, folded, now);
    if (!date) continue;
    const end = match.index + match[0].length;
    const last = matches[at - 1];
    const from = last ? last.index + last[0].length : 0;
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

/** Whether a text's first two dates are when something begins and ends («من 5 يوليو إلى 12 يوليو 2024»): no day of publication. */
export function isPeriod(text: string, [first, second]: readonly FoundDate[]): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    / (?:الي|حتي) /.test(fold(text).slice(first.end, second.start))
  );
}

/**
 * A metadata value as a date: ISO 8601 as written, seconds or milliseconds since 1970, or any
 * text a page puts there; null for what is none (`-0001-11-30`, `0000-00-00`, 1970-01-01).
 */
export function readDateValue(value: string, now: Date): string | null {
  const text = fold(value).trim();
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    const at = new Date(Number(text.padEnd(13, '0')));
    return readDateValue(at.toISOString(), now);
  }
  const [month] = /^\d{4}-\d\d$/.exec(text) ?? [];
  if (month) return gregorianDay(month.slice(0, 4), month.slice(5), 1, now) && month;
  const date = text.startsWith('-') ? null : findDate(text, now);
  return date?.value.startsWith('1970-01-01') ? null : (date?.value ?? null);
}

function dateOf(match: RegExpExecArray, folded: string, now: Date): Day | null {
  const [, a = '', b, c = '', before = '', name, year, after, yearAfter] = match;
  if (name) {
    const { month, hijri } = monthOfMark(name);
    const read = hijri ? hijriDay : gregorianDay;
    if (after && before.length > 3) return read(before, month, after, now);
    if (yearAfter) return read(yearAfter, month, after ?? 0, now);
    if (!year) return null;
    // A longer figure before it counts issues («العدد 186 - تموز 1997»).
    if (before && before.length < 3) return read(year, month, before, now);
    const first = hijri ? null : gregorianDay(year, month, 1, now);
    return first && { ...first, day: first.day.slice(0, 7) };
  }
  if (a.length > 2) return /^1[34]/.test(a) ? hijriDay(a, b!, c) : numericDay(a, b!, c, now);
  // Systems of Saudi papers print a Hijri day as Americans do («01-21-1434 09:14 PM»).
  if (/^1[34]..$/.test(c)) {
    const [month, day] = /\d{4}\s+\d{1,2}:\d{2}\s*[ap]m/.test(folded) ? [a, b!] : [b!, a];
    return hijriDay(c, month, day) ?? hijriDay(c, day, month);
  }
  const full = c.length > 2 ? c : `20${c}`;
  // Arabic pages write the day first. The month comes first where the day cannot, where the day
  // would lie ahead, in what servers set to American English print («11/9/2016 2:05:00 PM»), and
  // where the day of the week before it says so («أحد, 09/04/2016», as Drupal writes it).
  const isAmerican =
    /\d{4}\s+\d{1,2}:\d{2}:\d{2}\s*[ap]m/.test(folded) ||
    saysWeekday(
      folded.slice(0, match.index),
      Date.UTC(+full, +a - 1, +b!),
      Date.UTC(+full, +b! - 1, +a),
    );
  return isAmerican ? numericDay(full, a, b!, now) : numericDay(full, b!, a, now);
}

const WEEKDAY = new RegExp(`(?:^|[\\s،,])(?:ال)?(?:(${WEEKDAYS.replaceAll('|', ')|(')}))[\\s،,]*$`);

/** Whether the day of the week that stands before a date is that of the one and not of the other. Times in ms. */
function saysWeekday(before: string, one: number, other: number): boolean {
  const day = WEEKDAY.exec(before)?.slice(1).findIndex(Boolean);
  return day === new Date(one).getUTCDay() && day !== new Date(other).getUTCDay();
}

/** The day; with month and day exchanged where it is none that way. */
function numericDay(year: string, month: string, day: string, now: Date): Day | null {
  return gregorianDay(year, month, day, now) ?? gregorianDay(year, day, month, now);
}

type Figure = number | string;

function gregorianDay(year: Figure, month: Figure, day: Figure, now: Date): Day | null {
  return isDay(+year, +month, +day, now)
    ? { day: `${year}-${pad(month)}-${pad(day)}`, calendar: 'gregorian' }
    : null;
}

function hijriDay(year: Figure, month: Figure, day: Figure): Day | null {
  const at = hijriToUtc(+year, +month, +day);
  return at === null ? null : { day: new Date(at).toISOString().slice(0, 10), calendar: 'hijri' };
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
  const [after] = folded.slice(end, Math.min(to, end + 40)).matchAll(TIME);
  const before = [...folded.slice(Math.max(from, start - 24), start).matchAll(TIME)].at(-1);
  return (after && timeOf(after)) || (before && timeOf(before)) || '';
}

function timeOf([, early, h, minutes, seconds = '00', late, zone, sign, ...offset]: string[]) {
  let hour = Number(h);
  if (hour > 23 || Number(minutes) > 59) return '';
  const half = late ?? early ?? '';
  const isNight = half === 'ليلا' && hour < 6;
  if (/^[مظبعلp]/.test(half) && hour < 12 && !isNight) hour += 12;
  if (/^[صفa]/.test(half) && hour === 12) hour = 0;
  const shift = sign ? `${sign}${pad(offset[0]!)}:${offset[1] ?? '00'}` : zone ? 'Z' : '';
  return `T${pad(hour)}:${minutes}:${seconds}${shift}`;
}

function pad(value: number | string): string {
  return String(value).padStart(2, '0');
}
