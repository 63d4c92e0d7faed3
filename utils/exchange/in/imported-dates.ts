/** Nothing was saved for later before this: smaller numbers are placeholders, or of another unit. */
const EARLIEST = Date.UTC(1990, 0, 1);
const DAY = 86_400_000;

/** Seconds, milliseconds, microseconds, nanoseconds, as milliseconds. */
const UNITS = [1_000, 1, 1e-3, 1e-6];

const ISO =
  /^(\d{4,6})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?)?$/iu;

/**
 * A moment of another tool in milliseconds: a number or its digits in any usual unit, ISO 8601 and
 * what the browser reads besides. More than a day ahead of `now` is brought back to `now`; null
 * where it says nothing (0, negative, words).
 *
 * Of seconds, milliseconds and the rest at most one lies between 1990 and now, so the unit needs no
 * telling.
 */
export function momentOf(value: unknown, now: number): number | null {
  const text = typeof value === 'string' ? value.trim() : '';
  if (typeof value === 'number' || /^\d{1,20}(?:\.\d+)?$/u.test(text)) {
    return momentOfNumber(Number(value), now);
  }
  const at = timeOf(text);
  if (at === null || at < EARLIEST) return null;
  return at > now + DAY ? now : at;
}

function momentOfNumber(value: number, now: number): number | null {
  for (const unit of UNITS) {
    const at = Math.round(value * unit);
    if (at >= EARLIEST && at <= now + DAY) return at;
  }
  return value * 1_000 > now ? now : null;
}

/**
 * When a page says it was published, as `Article.publishedTime` has it: no more exact than given.
 * A day in the future says nothing and is left out: «now» would be a date nobody printed.
 */
export function publishedOf(value: unknown, now: number): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  const parts = ISO.exec(text);
  if (!parts) {
    const at = momentOf(value, now);
    return at === null || at === now ? null : new Date(at).toISOString().replace('.000Z', 'Z');
  }
  const at = timeOf(text);
  if (at === null || at > now + DAY || at < Date.UTC(1000, 0, 1)) return null;
  const [, year, month, day, hour, minute, second = '00', zone = ''] = parts;
  if (!day) return `${year}-${month}`;
  if (!hour) return `${year}-${month}-${day}`;
  const offset = zone.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2').toUpperCase();
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
}

/** Without an offset the hour is taken as UTC, on every machine alike. */
function timeOf(text: string): number | null {
  const parts = ISO.exec(text);
  if (!parts) return otherTime(text);
  const [, year, month, day = '01', hour = '00', minute = '00', second = '00', zone] = parts;
  const at = Date.UTC(+year!, +month! - 1, +day, +hour, +minute, +second) - offsetOf(zone);
  const fits = +month! >= 1 && +month! <= 12 && +day >= 1 && +day <= 31 && +hour <= 24;
  return fits && Number.isFinite(at) ? at : null;
}

function offsetOf(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone ?? '') ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (+hours! * 60 + +minutes!) * 60_000 : 0;
}

/** `Tue, 03 Jan 2023 10:00:00 GMT` and the like; a year must stand in it, or any word might be a date. */
function otherTime(text: string): number | null {
  if (text.length > 64 || !/(?<!\d)\d{4,6}(?!\d)/u.test(text)) return null;
  const at = Date.parse(text);
  return Number.isFinite(at) ? at : null;
}
