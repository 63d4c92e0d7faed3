/** Vowel and other short marks of Arabic (harakat, tanwin, shadda, sukun, superscript alef), not those of the Quran's reading. */
const TASHKEEL = /[\u064b-\u0655\u0670]/g;

export function stripTashkeel(text: string): string {
  return text.replace(TASHKEEL, '');
}

/** Marks for each Arabic letter: about 0.02 in newspapers, 0.5 and more where a text is fully vowelled; 0 without letters. */
export function tashkeelShare(text: string): number {
  const letters = text.match(/[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]/g)?.length ?? 0;
  return letters ? (text.match(TASHKEEL)?.length ?? 0) / letters : 0;
}
