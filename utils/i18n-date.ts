import type { Digits, Look, Months } from './look.ts';

/** A moment as exact as a page states it: month, day, local time, or time with an offset. */
const STATED =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?$/;

/** To the day at most, with the time where it is stated, or with the offset of that time too. */
export type DateDetail = 'day' | 'time' | 'zone';

/** How dates are written: language, digits and months of Gregorian ones, and of Hijri ones beside them. */
export interface DateTags {
  gregorian: string;
  /** null where no Hijri date is wanted. */
  hijri: string | null;
}

/** Countries whose names of months are those of the Maghreb. */
const MAGHREB = ['MA', 'DZ', 'TN', 'MR'];
/** A country that uses the names, as Unicode CLDR has them. */
const COUNTRY: Record<Exclude<Months, 'auto'>, string> = {
  mashriqi: 'EG',
  levantine: 'LB',
  maghrebi: 'MA',
};

/** @param region the browser's own tag of the language, which keeps its say where the setting leaves it one. */
export function dateTags(
  region: string,
  { digits, months, hijri }: Pick<Look, 'digits' | 'months' | 'hijri'>,
): DateTags {
  const { language, region: country = '' } = new Intl.Locale(region);
  const numberingSystem = numberingOf(language, digits);
  const named =
    language !== 'ar' || months === 'auto' || (months === 'maghrebi' && MAGHREB.includes(country))
      ? region
      : `ar-${COUNTRY[months]}`;
  const tag = (calendar: string): string =>
    new Intl.Locale(named, { numberingSystem, calendar }).toString();
  return { gregorian: tag('gregory'), hijri: hijri ? tag('islamic-umalqura') : null };
}

/** Digits of another script stand only among words of that script. */
export function numberingOf(language: string, digits: Digits): 'arab' | 'latn' {
  return language === 'ar' && digits === 'arabic' ? 'arab' : 'latn';
}

/** A day, and the Hijri one beside it where that is wanted: «26 نوفمبر 2026 (16 جمادى الآخرة 1448 هـ)». */
export function formatDay(moment: number, tags: DateTags, timeZone?: string): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'long', ...(timeZone && { timeZone }) };
  const day = formatOf(tags.gregorian, options).format(moment);
  return tags.hijri === null ? day : `${day} (${formatOf(tags.hijri, options).format(moment)})`;
}

/**
 * What is stated is shown as stated: a local time, or the publisher's clock where an offset is given
 * (`zone` names it, unless it is the reader's own). Only a time in UTC, which no reader sees on the page,
 * becomes the reader's time. Midnight sharp is a day without a time. null when `iso` is no date.
 */
export function formatDate(iso: string, tags: DateTags, detail: DateDetail): string | null {
  const { gregorian } = tags;
  const stated = STATED.exec(iso);
  if (!stated) return null;
  const [, year, month, day, hour, minute, offset] = stated;
  const wall = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day ?? 1),
    Number(hour ?? 0),
    Number(minute ?? 0),
  );
  if (Number(month) < 1 || Number(month) > 12 || Number.isNaN(wall)) return null;
  const write = (options: Intl.DateTimeFormatOptions, moment = wall, timeZone = 'UTC'): string =>
    formatOf(gregorian, { ...options, timeZone }).format(moment);
  if (day === undefined) return write({ year: 'numeric', month: 'long' });
  if (hour === undefined || (hour === '00' && minute === '00' && offset !== 'Z')) {
    return formatDay(wall, tags, 'UTC');
  }
  const zone = offset === 'Z' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC';
  const text = formatDay(wall, tags, zone);
  if (detail === 'day') return text;
  const time = write({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, wall, zone);
  const named = detail === 'zone' && offset && offset !== 'Z' ? namedOffset(offset, wall) : null;
  return [text, named ? `${time} (${named})` : time].join(gregorian.startsWith('ar') ? '، ' : ', ');
}

/** Making one takes longer than using it a hundred times, and a list has many dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The format of a language and options, made once. */
function formatOf(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${tag} ${JSON.stringify(options)}`;
  const format = formats.get(name) ?? new Intl.DateTimeFormat(tag, options);
  formats.set(name, format);
  return format;
}

/** `GMT+3`, isolated left to right; null when the reader's own clock stands at that offset then. */
function namedOffset(offset: string, wall: number): string | null {
  const sign = offset.startsWith('-') ? -1 : 1;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  const ahead = sign * (hours * 60 + minutes);
  const moment = wall - ahead * 60_000;
  if (ahead === -new Date(moment).getTimezoneOffset()) return null;
  const written = minutes === 0 ? `${hours}` : `${hours}:${String(minutes).padStart(2, '0')}`;
  return `\u2066GMT${sign < 0 ? '−' : '+'}${written}\u2069`;
}
