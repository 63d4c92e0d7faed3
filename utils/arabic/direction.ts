const LETTER = /\p{L}/u;
const ARABIC_WORD = /(?:(?=\p{Script=Arabic})\p{L}\p{M}*){2}/u;

/**
 * The direction of most of a text's letters; null without letters. Not the first strong letter,
 * which turns «CNN: قال…» round. At a tie it is right-to-left: a Latin name beside as many Arabic
 * letters stands in an Arabic sentence more often than the reverse.
 */
export function textDirection(text: string): 'rtl' | 'ltr' | null {
  const { rtl, all } = letterCounts(text);
  if (all === 0) return null;
  if (rtl * 2 >= all) return 'rtl';
  // An address in an Arabic sentence may have more letters than the sentence, and is none of its words.
  const words = rtl > 0 ? letterCounts(withoutAddresses(text)) : { rtl: 0, all: 0 };
  return words.rtl > 0 && words.rtl * 2 >= words.all ? 'rtl' : 'ltr';
}

/**
 * A headline has few letters, and one long name outweighs its words: with Arabic words in it, in an
 * article from right to left, it runs as the article does.
 *
 * @param around direction of the article
 */
export function headlineDirection(title: string, around: 'rtl' | 'ltr'): 'rtl' | 'ltr' {
  const follows = around === 'rtl' && ARABIC_WORD.test(withoutAddresses(title));
  return follows ? around : (textDirection(title) ?? around);
}

function withoutAddresses(text: string): string {
  return text
    .split(/\s+/)
    .filter((word) => !/:\/\/|@|^www\./i.test(word))
    .join(' ');
}

/** Right-to-left letters and all letters of a text, so that counts of blocks add up to the article's. */
export function letterCounts(text: string): { rtl: number; all: number } {
  let rtl = 0;
  let other = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Most characters are told without a pattern: this runs over whole articles.
    if (code < 0x250) {
      const ascii = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
      if (ascii || (code >= 0xc0 && code !== 0xd7 && code !== 0xf7)) other++;
    } else if (code >= 0x590 && code <= 0x8ff) {
      if (isRtlLetter(code)) rtl++;
    } else if (code >= 0xfb1d && code <= 0xfefc) {
      if (LETTER.test(text[at]!)) rtl++;
    } else if (
      (code < 0x2000 || code > 0x2bff) &&
      LETTER.test(String.fromCodePoint(text.codePointAt(at) ?? code))
    ) {
      other++;
    }
  }
  return { rtl, all: rtl + other };
}

/** Arabic and Hebrew told by range; Syriac, Thaana, N’Ko and the rest by their class. Marks, digits and punctuation are no letters. */
function isRtlLetter(code: number): boolean {
  if (code >= 0x620 && code <= 0x64a) return code !== 0x640;
  if (code >= 0x600 && code < 0x66e) return false;
  return LETTER.test(String.fromCharCode(code));
}
