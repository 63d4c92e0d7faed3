import { DAY } from './hijri.ts';

/** Distance in time, folded: «قبل 3 ساعات», «منذ ساعتين», «3 days ago», «il y a 2 jours», and the short «3 س» of some counters. */
const UNITS = [
  'دق[يا]\\S*|د|min\\S*',
  'ساع\\S*|س|hours?|heures?',
  'يوم\\S*|ايام|days?|jours?',
  'اسبوع\\S*|اسابيع|اس|weeks?|semaines?',
  'شهر\\S*|اشهر|شهور|months?|mois',
];
const MINUTE = 60_000;
const LENGTHS = [MINUTE, 60 * MINUTE, DAY, 7 * DAY];
const NO_LETTER = '(?![a-z\u0621-\u064a\\d])';

const DISTANCE = new RegExp(
  `(?<![a-z\u0621-\u064a])((?:قبل|منذ|il y a)\\s+(?:حوالي |نحو |اكثر من )?)?(?:(\\d{1,3}|an?|une?)\\s+)?(?:${UNITS.map((names) => `(${names})`).join('|')})${NO_LETTER}(\\s+(?:ago|مضت))?`,
  'g',
);
const NEAR_DAY = new RegExp(
  `(?<![a-z\u0621-\u064a])(?:((?:اول|قبل) امس|avant hier)|(امس|yesterday|hier)|اليوم|today|aujourd'hui)${NO_LETTER}`,
);

/**
 * A date told by its distance from `now` in a short folded text, or null. Minutes and hours give
 * an instant (UTC); days and weeks a day of the reader's clock; months a month.
 */
export function relativeDate(folded: string, now: Date): string | null {
  if (/(?:قبل|منذ) (?:لحظات|قليل|ثوان)/.test(folded)) return before(now, 0, 0);
  // Without «قبل», «منذ», «مضت» or «ago» it is a counter only when it is all there is.
  const match = [...folded.matchAll(DISTANCE)].find(
    (one) => one[1] ?? one.at(-1) ?? (one[2] && folded.trim() === one[0]),
  );
  if (match) {
    const number = match[2] ?? '';
    const units = match.slice(3, 3 + UNITS.length);
    const unit = units.findIndex(Boolean);
    const count = Number.parseInt(number, 10) || (/[يا]ن$/.test(units[unit] ?? '') ? 2 : 1);
    return before(now, count, unit);
  }
  const near = NEAR_DAY.exec(folded);
  // A sentence may speak of yesterday; a date line is a few words.
  if (!near || folded.length > 40) return null;
  return before(now, near[1] ? 2 : near[2] ? 1 : 0, 2);
}

function before(now: Date, count: number, unit: number): string {
  const length = LENGTHS[unit];
  if (!length) return localDay(new Date(now.getFullYear(), now.getMonth() - count, 1)).slice(0, 7);
  const then = new Date(now.getTime() - count * length);
  return unit < 2 ? `${then.toISOString().slice(0, 16)}:00Z` : localDay(then);
}

/** The day it is on the reader's clock: `2026-11-24`. */
export function localDay(date: Date): string {
  const digits = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}`;
}
