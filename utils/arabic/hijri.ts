/** Milliseconds. */
export const DAY = 86_400_000;
/** 1 Muharram of the year 1. */
const EPOCH = Date.UTC(622, 6, 19);
/** Mean length, in days. */
const YEAR = 354.367;
const MONTH = 29.531;

let calendar: Intl.DateTimeFormat | undefined;

/**
 * The Gregorian day (as UTC midnight, ms) of a day in the Umm al-Qura calendar, the civil one of
 * Saudi Arabia that its pages print; null if that month has no such day. Intl converts only the
 * other way, so the day is looked for around the one that mean lunar months give.
 */
export function hijriToUtc(year: number, month: number, day: number): number | null {
  calendar ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', { timeZone: 'UTC' });
  const mean = EPOCH + Math.round((year - 1) * YEAR + (month - 1) * MONTH + day - 1) * DAY;
  for (let at = mean - 4 * DAY; at <= mean + 4 * DAY; at += DAY) {
    if (calendar.format(at).startsWith(`${month}/${day}/${year}`)) return at;
  }
  return null;
}
