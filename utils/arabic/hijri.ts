const DAY = 86_400_000;
/** 1 Muharram of the year 1. */
const EPOCH = Date.UTC(622, 6, 19);
const YEAR = 354.367;
const MONTH = 29.531;

let calendar: Intl.DateTimeFormat | undefined;

/**
 * The Gregorian day (as UTC midnight, ms) of a day in the Umm al-Qura calendar, the civil one of
 * Saudi Arabia that its pages print; null if that month has no such day. Intl converts only the
 * other way, so the day is estimated by mean lunar months and then corrected, at most a few steps.
 */
export function hijriToUtc(year: number, month: number, day: number): number | null {
  let at = EPOCH + Math.round((year - 1) * YEAR + (month - 1) * MONTH + day - 1) * DAY;
  for (let step = 0; step < 6; step++) {
    const found = toHijri(at);
    const days = Math.round(
      (year - found.year) * YEAR + (month - found.month) * MONTH + day - found.day,
    );
    if (days === 0) {
      return found.year === year && found.month === month && found.day === day ? at : null;
    }
    at += days * DAY;
  }
  return null;
}

function toHijri(utc: number): { year: number; month: number; day: number } {
  calendar ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const part = (type: string) =>
    Number.parseInt(parts.find((found) => found.type === type)?.value ?? '0', 10);
  const parts = calendar.formatToParts(utc);
  return { year: part('year'), month: part('month'), day: part('day') };
}
