/**
 * Names of months as Arabic pages print them, folded, by number: Egypt and the Gulf; the Levant
 * and Iraq; Algeria and Tunisia; Morocco and Mauritania; then English and French, whole and short.
 */
const GREGORIAN = [
  'يناير|كانون الثاني|كانون ثاني|كانون ثان|جانفي|january|janvier|jan|janv',
  'فبراير|شباط|فيفري|فيبراير|february|fevrier|février|feb|fev|fév|févr',
  'مارس|اذار|march|mars|mar',
  'ابريل|نيسان|افريل|april|avril|apr|avr',
  'مايو|ايار|ماي|may|mai',
  'يونيو|يونيه|حزيران|جوان|june|juin|jun',
  'يوليو|يوليه|تموز|جويليه|جويلييه|يوليوز|july|juillet|jul|juil',
  'اغسطس|اب|اوت|غشت|اغشت|august|août|aout|aug',
  'سبتمبر|ايلول|شتنبر|شتمبر|september|septembre|sept|sep',
  'اكتوبر|تشرين الاول|تشرين اول|october|octobre|oct',
  'نوفمبر|تشرين الثاني|تشرين ثاني|تشرين ثان|نونبر|نوفنبر|نومبر|november|novembre|nov',
  'ديسمبر|كانون الاول|كانون اول|دجنبر|دجمبر|december|decembre|décembre|dec|déc',
];
const HIJRI = [
  'محرم|المحرم',
  'صفر',
  'ربيع الاول|ربيع اول',
  'ربيع الثاني|ربيع الاخر|ربيع ثاني|ربيع ثان|ربيع اخر',
  'جمادي الاولي|جمادي الاول|جمادي اولي|جمادي اول|جماد الاول|جماد اول',
  'جمادي الاخره|جمادي الثانيه|جمادي الثاني|جمادي الاخر|جمادي ثاني|جماد الثاني|جماد ثاني',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو القعده|ذي القعده|ذوالقعده',
  'ذو الحجه|ذي الحجه|ذوالحجه',
];

/** Marked months: one private character a month, so that patterns of dates stay small. */
const GREGORIAN_MARK = 0xe000;
const HIJRI_MARK = 0xe010;
export const ANY_GREGORIAN = '[\ue001-\ue00c]';
export const ANY_HIJRI = '[\ue011-\ue01c]';

const marks = new Map<string, number>();
for (const [names, mark] of [
  [GREGORIAN, GREGORIAN_MARK],
  [HIJRI, HIJRI_MARK],
] as const) {
  for (const [at, variants] of names.entries()) {
    for (const name of variants.split('|')) marks.set(name, mark + at + 1);
  }
}

/** A folded text with each month's name replaced by its mark and spaces, so that offsets stay. */
export function markMonths(folded: string): string {
  let out = '';
  let done = 0;
  const words = [...folded.matchAll(/[a-zà-ÿ\u0621-\u064a]+/g)];
  for (const [at, { 0: word, index }] of words.entries()) {
    if (index < done) continue;
    const next = words[at + 1];
    const pair = next && next.index - index - word.length <= 3 ? `${word} ${next[0]}` : '';
    const mark = marks.get(pair) ?? marks.get(word);
    if (mark === undefined) continue;
    const end = next && marks.has(pair) ? next.index + next[0].length : index + word.length;
    out += folded.slice(done, index) + String.fromCharCode(mark) + ' '.repeat(end - index - 1);
    done = end;
  }
  return out + folded.slice(done);
}

/** 1–12 from a mark of either calendar. */
export function monthOfMark(mark: string): number {
  return mark.charCodeAt(0) & 0xf;
}
