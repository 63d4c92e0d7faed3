import ar from '../public/_locales/ar/messages.json';
import en from '../public/_locales/en/messages.json';
import fr from '../public/_locales/fr/messages.json';
import { dateTags, formatDate, formatDay, numberingOf, type DateDetail } from './i18n-date.ts';
import { directionOf, type Locale } from './locale.ts';
import { DEFAULT_LOOK, type Look } from './look.ts';

declare global {
  namespace Intl {
    /** In every browser we support, and not yet in TypeScript's library (ES2023). */
    interface PluralRules {
      selectRange(start: number, end: number): LDMLPluralRule;
    }
  }
}

export type MessageKey = keyof typeof en;
/** Bases of the plural messages: `base_one`, `base_other` and whatever else the language counts by. */
export type PluralKey = MessageKey extends infer Key
  ? Key extends `${infer Base}_other`
    ? Base
    : never
  : never;

/** Minutes. Less is told in minutes: of one hour and a half, half an hour is too much to round away. */
const FEWEST_AS_HOURS = 90;

type Catalogue = Record<string, { message: string }>;

const CATALOGUES: Record<Locale, Catalogue> = { ar, en, fr };

export interface I18n {
  locale: Locale;
  dir: 'rtl' | 'ltr';
  /** A whole message. Substitutions fill `$1`…`$9`, each isolated from the direction around it. */
  t: (key: MessageKey, ...substitutions: (string | number)[]) => string;
  /** The message of the plural form for `n`; `$1` is the number, further substitutions follow. */
  plural: (base: PluralKey, n: number, ...substitutions: (string | number)[]) => string;
  number: (n: number) => string;
  /** A list as a sentence says it: «أ وب وج». */
  list: (items: string[]) => string;
  /** Never more exact than the value of `Article.publishedTime`; null when it is no date. */
  date: (iso: string, detail: DateDetail) => string | null;
  /** «اليوم», «أمس» or the day, of a moment in milliseconds. */
  relativeDay: (moment: number, now: number) => string;
  /** Of whole minutes; from `FEWEST_AS_HOURS` on in whole hours. */
  readingTime: (minutes: { min: number; max: number }) => string;
}

/**
 * Strings, direction, plurals and formats of one interface language. Digits are Latin, as Arabic news
 * prints them, unless the reader wants others, and the calendar is Gregorian, whatever the browser
 * would guess.
 *
 * @param region the browser's own tag of that language (`ar-MA`), for the names of months.
 */
export function createI18n(
  locale: Locale,
  region: string = locale,
  wanted: Pick<Look, 'digits' | 'months' | 'hijri'> = DEFAULT_LOOK,
): I18n {
  const catalogue = CATALOGUES[locale];
  const numberingSystem = numberingOf(locale, wanted.digits);
  const tag = new Intl.Locale(region, { numberingSystem }).toString();
  const dates = dateTags(region, wanted);
  const numbers = new Intl.NumberFormat(tag);
  const rules = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(tag);
  const days = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });

  const written = (value: string | number): string =>
    typeof value === 'number' ? numbers.format(value) : `\u2068${value}\u2069`;
  const message = (key: string, substitutions: (string | number)[]): string => {
    const found = catalogue[key];
    if (!found) throw new Error(`No message ${key} in ${locale}`);
    if (substitutions.length === 0) return found.message;
    return found.message.replaceAll(/\$([1-9])/g, (_, index: string) =>
      written(substitutions[Number(index) - 1] ?? ''),
    );
  };
  /** Arabic reads a range from the right: an isolate with its own direction, see Unicode UAX #9. */
  const range = (min: number, max: number): string =>
    directionOf(locale) === 'rtl'
      ? `\u2067\u061C${numbers.formatRange(min, max)}\u2069`
      : numbers.formatRange(min, max);
  const pluralRange = (base: PluralKey, min: number, max: number): string =>
    min >= max
      ? message(`${base}_${rules.select(max)}`, [max])
      : message(`${base}_${rules.selectRange(min, max)}`, [range(min, max)]);

  return {
    locale,
    dir: directionOf(locale),
    t: (key, ...substitutions) => message(key, substitutions),
    plural: (base, n, ...substitutions) =>
      message(`${base}_${rules.select(n)}`, [n, ...substitutions]),
    number: (n) => numbers.format(n),
    list: (items) => lists.format(items),
    date: (iso, detail) => formatDate(iso, dates, detail),
    relativeDay(moment, now) {
      const ago = calendarDays(now) - calendarDays(moment);
      return ago === 0 || ago === 1 ? days.format(-ago, 'day') : formatDay(moment, dates);
    },
    readingTime({ min, max }) {
      // The one range that Arabic counts in words.
      if (min === 1 && max === 2) return message('readingTimeOneToTwo', []);
      if (min < FEWEST_AS_HOURS) return pluralRange('readingTime', min, max);
      return pluralRange('readingHours', Math.round(min / 60), Math.round(max / 60));
    },
  };
}

/** The number of the calendar day a moment falls on where the reader is. */
function calendarDays(moment: number): number {
  const date = new Date(moment);
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}
