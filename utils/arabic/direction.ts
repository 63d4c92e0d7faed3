const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTERS = /\p{L}/gu;

/**
 * The direction of most of a text's letters; null without letters. Not the first strong letter,
 * which turns «CNN: قال…» round. At a tie it is right-to-left: a Latin name beside as many Arabic
 * letters stands in an Arabic sentence more often than the reverse.
 */
export function textDirection(text: string): 'rtl' | 'ltr' | null {
  const { rtl, all } = letterCounts(text);
  if (all === 0) return null;
  return rtl * 2 >= all ? 'rtl' : 'ltr';
}

/** Right-to-left letters and all letters of a text, so that counts of blocks add up to the article's. */
export function letterCounts(text: string): { rtl: number; all: number } {
  let rtl = 0;
  let all = 0;
  for (const [letter] of text.matchAll(LETTERS)) {
    all++;
    if (isRtl(letter)) rtl++;
  }
  return { rtl, all };
}

function isRtl(letter: string): boolean {
  const code = letter.charCodeAt(0);
  if (code < 0x590) return false;
  return code <= 0x8ff || RTL.test(letter);
}
