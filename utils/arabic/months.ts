/**
 * Names of months as Arabic pages print them, folded, by number: Egypt and the Gulf; the Levant
 * and Iraq; Algeria and Tunisia; Morocco and Mauritania; then what English and French ones begin
 * with. The Hijri months follow.
 */
const MONTHS = [
  'يناير|كانون ?(?:(?:ال)?ثاني?|2)|جانفي|jan',
  'في?براير|شباط|فيفري|f[eé][bv]',
  'مارس|اذار|mar(?!di)',
  'ا[بف]ريل|نيسان|a[pv]r',
  'مايو?|ايار|ma[iy]',
  'يوني[وه]|حزيران|جوان|jui?n',
  'يولي[وه]ز?|تموز|جويليي?ه|jui?l',
  'اغسطس|اب|اوت|ا?غشت|aug|ao[uû]t',
  'سبتمبر|ايلول|شت[نم]بر|sep',
  'اكتو[بي]ر|تشرين ?(?:(?:ال)?اول|1)|oct',
  'نوف?[منب]+ر|تشرين ?(?:(?:ال)?ثاني?|2)|nov',
  'ديسمبر|كانون ?(?:(?:ال)?اول|1)|دج[نم]بر|d[eé]c',
  '(?:ال)?محرم',
  'صفر',
  'ربيع (?:ال)?اول',
  'ربيع (?:ال)?(?:ثاني?|اخر)',
  'جمادي? (?:ال)?اولي?',
  'جمادي? (?:ال)?(?:ثاني|اخر)ه?',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذ[وي] ?القعده',
  'ذ[وي] ?الحجه',
];
const MONTH = new RegExp(
  `(?<![a-zà-ÿ\u0621-\u064a])(?:${MONTHS.map((names) => `(${names})`).join('|')})[a-zà-ÿ]*(?![\u0621-\u064a])`,
  'g',
);

/** Marked months: one private character a month, so that patterns of dates stay small. */
const MARK = 0xe001;
export const ANY_GREGORIAN = '[\ue001-\ue00c]';
export const ANY_MONTH = '[\ue001-\ue018]';

/** A folded text with each month's name replaced by its mark and spaces, so that offsets stay. */
export function markMonths(folded: string): string {
  return folded.replace(MONTH, (name, ...groups: unknown[]) =>
    String.fromCharCode(MARK + groups.findIndex(Boolean)).padEnd(name.length),
  );
}

const ONE_GREGORIAN = new RegExp(`^${ANY_GREGORIAN} *$`);

/** True for the name of a Gregorian month alone; several of the Hijri ones are given names too. */
export function isGregorianMonth(folded: string): boolean {
  return ONE_GREGORIAN.test(markMonths(folded));
}

/** Days of the week from Sunday on, folded and without the article, as a pattern. */
export const WEEKDAYS = 'احد|ا[ثت]نين|ثلاثاء|اربعاء|خميس|جمعه|سبت';
const WEEKDAY = new RegExp(`^(?:يوم )?ال(?:${WEEKDAYS})$`);

/** True for the day of the week alone. */
export function isWeekday(folded: string): boolean {
  return WEEKDAY.test(folded);
}

/** Number (1–12) and calendar of a mark. */
export function monthOfMark(mark: string): { month: number; hijri: boolean } {
  const index = mark.charCodeAt(0) - MARK;
  return { month: (index % 12) + 1, hijri: index >= 12 };
}
