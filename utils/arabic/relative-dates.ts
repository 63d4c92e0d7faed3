/** Distance in time, folded: «قبل 3 ساعات», «منذ ساعتين», «3 days ago», «il y a 2 jours», and the short «3 س» of some counters. */
const UNITS: [unit: Unit, one: string, two: string][] = [
  ['minute', 'دقيقه|دقائق|دقايق|د|minutes?|min', 'دقيقتين|دقيقتان'],
  ['hour', 'ساعه|ساعات|س|hours?|heures?', 'ساعتين|ساعتان'],
  ['day', 'يوم|ايام|يوما|days?|jours?', 'يومين|يومان'],
  ['week', 'اسبوع|اسابيع|اسبوعا|اس|weeks?|semaines?', 'اسبوعين|اسبوعان'],
  ['month', 'شهر|اشهر|شهور|شهرا|months?|mois', 'شهرين|شهران'],
  ['year', 'سنه|سنوات|عام|اعوام|عاما|years?|ans?', 'سنتين|عامين'],
];
export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

const MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 };
const NUMBER_WORDS: [string, number][] = [
  ['ثلاث', 3],
  ['اربع', 4],
  ['خمس', 5],
  ['ست', 6],
  ['سبع', 7],
  ['ثماني', 8],
  ['تسع', 9],
  ['عشر', 10],
];

const one = UNITS.map(([, names]) => `(${names})`).join('|');
const two = UNITS.map(([, , names]) => `(${names})`).join('|');
const words = NUMBER_WORDS.map(([word]) => `${word}ه?`).join('|');
const DISTANCE = new RegExp(
  `(?:(?:قبل|منذ|il y a)\\s+(?:حوالي\\s+|نحو\\s+|اكثر من\\s+)?)?(?:(?:(\\d{1,3})|(${words})|an?|une?)\\s+)?(?:(?:${one})|(?:${two}))(?![a-z\\u0621-\\u064a\\d])(\\s+ago)?`,
);
const NEAR_DAY =
  /(?<![a-z\u0621-\u064a])(?:(اول امس|قبل امس|avant hier)|(امس|yesterday|hier)|(اليوم|today|aujourd'hui))(?![a-z\u0621-\u064a])/;

/**
 * A date told by its distance from `now` in a short folded text, or null. Minutes and hours give
 * an instant (UTC); days and weeks a day of the reader's clock; months a month.
 */
export function relativeDate(folded: string, now: Date): string | null {
  const hinted = /قبل|منذ|ago|il y a/.test(folded) || /^\s*\d+ \S+\s*$/.test(folded);
  const match = hinted ? DISTANCE.exec(folded) : null;
  if (match) {
    const [whole, digits, word] = match;
    const prefixed = /^(?:قبل|منذ|il y a)/.test(whole) || Boolean(match.at(-1));
    const at = match.slice(3, 3 + UNITS.length * 2).findIndex(Boolean);
    // Without «قبل», «منذ» or «ago» it is a counter only when it is all there is.
    if (at >= 0 && (prefixed || (digits && folded.trim() === whole.trim()))) {
      const dual = at >= UNITS.length;
      const spelled = NUMBER_WORDS.find(([name]) => word?.startsWith(name))?.[1];
      const count = dual ? 2 : digits ? Number(digits) : (spelled ?? 1);
      return before(now, count, UNITS[at % UNITS.length]![0]);
    }
  }
  if (/(?:قبل|منذ)\s+(?:لحظات|قليل|ثوان)/.test(folded)) return before(now, 0, 'minute');
  const near = NEAR_DAY.exec(folded);
  // A sentence may speak of yesterday; a date line is a few words.
  if (!near || folded.length > 40) return null;
  return before(now, near[1] ? 2 : near[2] ? 1 : 0, 'day');
}

function before(now: Date, count: number, unit: Unit): string | null {
  if (unit === 'year') return null;
  if (unit === 'month') {
    const month = new Date(now.getFullYear(), now.getMonth() - count, 1);
    return localDay(month).slice(0, 7);
  }
  const then = new Date(now.getTime() - count * MS[unit]);
  if (unit === 'minute' || unit === 'hour') return `${then.toISOString().slice(0, 16)}:00Z`;
  return localDay(then);
}

function localDay(date: Date): string {
  const digits = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}`;
}
