const LETTER = /\p{L}/u;

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
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Letters of the scripts these pages are in, told without a pattern: this runs over whole articles.
    if (code < 0x41 || (code > 0x5a && code < 0x61) || (code > 0x7a && code < 0xc0)) continue;
    if (code < 0x250) {
      if (code < 0x7b || (code !== 0xd7 && code !== 0xf7)) all++;
    } else if (isRtlLetter(code)) {
      rtl++;
      all++;
    } else if (LETTER.test(String.fromCodePoint(text.codePointAt(at) ?? code))) {
      all++;
    }
  }
  return { rtl, all };
}

/** Hebrew, Arabic, Syriac, Thaana, N’Ko and their extensions, then the presentation forms; without marks, digits and punctuation. */
function isRtlLetter(code: number): boolean {
  return (
    (code >= 0x620 && code <= 0x64a && code !== 0x640) ||
    (code >= 0x66e && code <= 0x6d5 && code !== 0x670 && code !== 0x6d4) ||
    (code >= 0x5d0 && code <= 0x5f2) ||
    (code >= 0x6fa && code <= 0x8c7 && code !== 0x711 && LETTER.test(String.fromCharCode(code))) ||
    (code >= 0xfb1d && code <= 0xfefc && code !== 0xfb1e && !(code >= 0xfe00 && code <= 0xfe6f))
  );
}
