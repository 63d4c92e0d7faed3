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

/** Share of letters that carry a mark from which a text counts as vowelled. */
const VOWELLED = 0.25;
/** So many vowelled words after one another, a verse quoted in prose, reach from one line over the next. */
const VOWELLED_WORDS = 6;

/** Whether lines of a text need room for vowels: all of it is vowelled, or a stretch as long as a short line. */
export function isVowelled(text: string): boolean {
  if (tashkeelShare(text) > VOWELLED) return true;
  let run = 0;
  for (const word of text.split(/\s+/)) {
    run = tashkeelShare(word) >= 0.5 ? run + 1 : 0;
    if (run >= VOWELLED_WORDS) return true;
  }
  return false;
}
