/**
 * A light stem of folded Arabic words, for the last of the three levels on which the library is
 * searched. After Larkey's light stemming (light10), with what that gets wrong on news left out: a
 * single letter is no prefix here, because it is more often the word's own (كلام, فكرة, لبنان), and
 * what follows ال is never looked at again (الفنان is not ال + ف + نان).
 */

/** ال and لل with the و ف ب ك before them. */
const ARTICLE = /^[وف]?(?:[بك]?ال|لل)/;
/** Words that only look like it: و and ب are their own. */
const NO_ARTICLE =
  /^(?:والد(?:ه|ها|هم|هما|ته|تها|تهم|تي|تنا|نا|يه|يها|يهم|ين)?|بالغ(?:ه|ا|ين|ون|ات)?)$/;
const ARABIC = /^[\u0621-\u063a\u0641-\u064a]+$/;
/** What is left of a word has at least so many letters. */
export const SHORTEST_STEM = 3;

/**
 * Suffixes, longest first: possessives after ة, pronouns, plurals and duals, and last the single
 * letters of gender, relation and accusative. ت belongs to the plural after ا («حياته»), and so do
 * م and ن to the word there («محاكم», «مساهم»). ان is a dual only in longer words («لبنان»,
 * «عمان»); «تمرين» and its like end in their own ن.
 */
const SUFFIXES: readonly (readonly [suffix: RegExp, rest: number])[] = [
  [/(?<!ا)تهما$/, 3],
  [/(?<!ا)(?:تها|تهم|تهن|تنا|تكم)$/, 3],
  [/ت(?:ين|ان)$/, 3],
  [/هما$/, 3],
  [/(?<!ا)(?:ته|تي)$/, 3],
  [/(?<!ا)(?:هم|هن|كم|نا)$/, 3],
  [/ها$/, 3],
  [/(?<!^ت..)ين$/, 3],
  [/ون$/, 3],
  [/ات$/, 3],
  [/(?<!سليم|مهرج)ان$/, 4],
  [/[هيا]$/, 3],
];
/** Nothing else stands in a suffix, or at the beginning of one. */
const SUFFIX_LETTERS = /^[هاميتنكو]*$/;

function isArabicWord(word: string): boolean {
  return ARABIC.test(word);
}

/** How many letters of a folded word look like the article with what joins it; 0 without one. Whatever follows. */
export function articleLook(folded: string): number {
  return ARTICLE.exec(folded)?.[0].length ?? 0;
}

/** The same where at least three letters follow, and the word is none that only looks so. */
export function articleLength(folded: string): number {
  const length = articleLook(folded);
  if (folded.length - length < SHORTEST_STEM || !isArabicWord(folded)) return 0;
  return NO_ARTICLE.test(folded) ? 0 : length;
}

/**
 * «للغة» is ل with اللغة, whose own ل is not written a third time: the word that begins with it, or
 * null. «للقاء» has both readings, and «للمدرسة» a second one that is no word.
 */
export function afterDoubleLam(folded: string): string | null {
  const length = /^[وف]?لل/.exec(folded)?.[0].length ?? 0;
  if (length === 0 || folded.length - length + 1 < SHORTEST_STEM) return null;
  return isArabicWord(folded) ? folded.slice(length - 1) : null;
}

/** One letter for a hamza on و and on ي: «مسئول» and «مسؤول» are one word. */
export function plainHamza(folded: string): string {
  return folded.replace(/[ؤئ]/g, 'ء');
}

/**
 * A folded word without its suffixes, for comparing only; `lightStem(x)` begins `plainHamza(x)`, but
 * for the ة of «حياة», which becomes the ت of «حياته». Words in other scripts are their own stems.
 */
export function lightStem(folded: string): string {
  if (!isArabicWord(folded)) return folded;
  let stem = plainHamza(folded);
  if (stem.length > SHORTEST_STEM && stem.endsWith('اه')) stem = `${stem.slice(0, -1)}ت`;
  for (;;) {
    const shorter = withoutSuffix(stem);
    if (shorter === null) return stem;
    stem = shorter;
  }
}

function withoutSuffix(word: string): string | null {
  if (word.length <= SHORTEST_STEM) return null;
  for (const [suffix, rest] of SUFFIXES) {
    const at = word.search(suffix);
    if (at >= rest) return word.slice(0, at);
  }
  return null;
}

/** Every stem, shorter than the letters typed so far, that a longer word beginning with them may have. */
export function shorterStems(typed: string): string[] {
  const letters = plainHamza(typed);
  const stems: string[] = [];
  if (!isArabicWord(letters)) return stems;
  for (let end = letters.length - 1; end >= SHORTEST_STEM; end--) {
    if (!SUFFIX_LETTERS.test(letters.slice(end))) break;
    stems.push(letters.slice(0, end));
  }
  return stems;
}

/**
 * Lengths of what may be one or two prefix letters of a word. Whether they are, the words of the
 * library tell: see `utils/library/search/evidence.ts`.
 */
export function prefixLengths(folded: string): (1 | 2)[] {
  if (!/^[وفبكل]/.test(folded) || !isArabicWord(folded)) return [];
  const rest = folded.length - SHORTEST_STEM;
  return [
    ...(rest >= 1 ? [1 as const] : []),
    ...(rest >= 2 && /^[وف][بكل]/.test(folded) ? [2 as const] : []),
  ];
}
