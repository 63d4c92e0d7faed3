/** Arabic and other characters a minute, mean and deviation, from Gecko's reader (toolkit/components/reader, `getReadingSpeedForLanguage`). */
const ARABIC = { mean: 612, deviation: 88 };
const OTHER = { mean: 987, deviation: 118 };

/** What white space parts and has a letter or figure in it; so what an apostrophe, hyphen or slash joins is one. */
export function countWords(text: string): number {
  let count = 0;
  let counted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0xa0) counted = false;
    else if (!counted && isLetterOrFigure(code)) {
      counted = true;
      count++;
    }
  }
  return count;
}

/** Told by range, because whole articles are counted: symbols and punctuation of Latin, Arabic and the general block are none. */
function isLetterOrFigure(code: number): boolean {
  if (code < 0xc0) return /[\da-z]/i.test(String.fromCharCode(code));
  return code < 0x600 || code > 0x61f ? code < 0x2000 || code > 0x2bff : false;
}

/** Whole minutes, fastest to slowest, both at least 1. */
export function readingMinutes(text: string, arabic: boolean): { min: number; max: number } {
  const { mean, deviation } = arabic ? ARABIC : OTHER;
  return {
    min: Math.max(1, Math.ceil(text.length / (mean + deviation))),
    max: Math.max(1, Math.ceil(text.length / (mean - deviation))),
  };
}
