import { DIGIT } from './figures.ts';

/** U+066B and U+066C of The Unicode Standard, 9.2: what parts Arabic-Indic digits. */
const DECIMAL = '٫';
const THOUSANDS = '٬';

const D = `[${DIGIT}]`;
const FIRST = '[1-9١-٩۱-۹]';
const BETWEEN_DIGITS = new RegExp(`${D}[.,]${D}`);
/** A number, or several joined into a range, a score, a date or a time. */
const JOINED = new RegExp(`(?<![A-Za-z_@])${D}+(?:[-–−+×:/.,٫٬]${D}+)*`, 'g');
const JOINT = /[-–−+×:/]/;
/** 12.5.2026, 3.1.2, 192.168.1.1: a date, a version, an address. */
const NO_NUMBER = new RegExp(`^${D}+(?:\\.${D}+){2,}$`);
/** 4,500 and 1,250,000.75; 1.250,75 as the Maghreb and Europe write it. */
const COMMAS = new RegExp(`^${FIRST}${D}{0,2}(?:,${D}{3})+(?:\\.${D}+)?$`);
const STOPS = new RegExp(`^${FIRST}${D}{0,2}(?:\\.${D}{3})+,${D}+$`);
const FRACTION = new RegExp(`^${D}+[.,]${D}+$`);
/** 4.500 is four and a half here and four thousand five hundred there: it stays as it is. */
const EITHER = new RegExp(`^${FIRST}${D}{0,2}\\.${D}{3}$`);
/** Before a time of day or a version, and after a time of day; as many units are looked at as the longest has. */
const NAMED = /(?:الساعة|[إا]صدار|نسخة)[ \u00a0]$/u;
const TIME = /^[ \u00a0](?:ال)?(?:صباح|مساء|ظهر|ليل|فجر|بتوقيت|بالتوقيت|GMT)/u;
const NEAR = 12;

/**
 * By its offset in a line what stands for each full stop or comma inside a number where its digits
 * are shown as ٠-٩, in whose faces a stop looks like a zero. Each is one unit for one unit.
 */
export function easternSeparators(line: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  if (!BETWEEN_DIGITS.test(line)) return found;
  for (const { index, 0: joined } of line.matchAll(JOINED)) {
    const parts = joined.split(JOINT);
    const end = index + joined.length;
    const isNamed =
      NAMED.test(line.slice(Math.max(0, index - NEAR), index)) ||
      TIME.test(line.slice(end, end + NEAR));
    if (isNamed || parts.some((part) => NO_NUMBER.test(part))) continue;
    let start = index;
    for (const part of parts) {
      const signs = signsOf(part);
      if (signs) {
        for (const { index: at, 0: sign } of part.matchAll(/[.,]/g)) {
          found.set(start + at, sign === '.' ? signs.stop : signs.comma);
        }
      }
      start += part.length + 1;
    }
  }
  return found;
}

/** What full stop and comma mean in a number; null where it has none, or nobody can tell. */
function signsOf(number: string): { stop: string; comma: string } | null {
  if (COMMAS.test(number)) return { stop: DECIMAL, comma: THOUSANDS };
  if (STOPS.test(number)) return { stop: THOUSANDS, comma: DECIMAL };
  if (FRACTION.test(number) && !EITHER.test(number)) return { stop: DECIMAL, comma: DECIMAL };
  return null;
}
