/**
 * Vowel and other short marks (harakat, tanwin, shadda, sukun, superscript alef; not those of the
 * Quran's reading) for each Arabic letter: about 0.02 in newspapers, 0.5 and more where a text is
 * fully vowelled; 0 without letters.
 */
export function tashkeelShare(text: string): number {
  return shareOf(countsOf(text));
}

interface Counts {
  letters: number;
  marks: number;
}

function shareOf({ letters, marks }: Counts): number {
  return letters > 0 ? marks / letters : 0;
}

function countsOf(text: string): Counts {
  let letters = 0;
  let marks = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x621 || code > 0x6d3) continue;
    if ((code >= 0x64b && code <= 0x655) || code === 0x670) marks++;
    else if (code <= 0x63a || (code >= 0x641 && code <= 0x64a) || code >= 0x671) letters++;
  }
  return { letters, marks };
}

/** Share of letters that carry a mark from which a text counts as vowelled. */
const VOWELLED = 0.25;
/** So many vowelled words after one another, a verse quoted in prose, reach from one line over the next. */
const VOWELLED_WORDS = 6;

/** Whether lines of a text need room for vowels: all of it is vowelled, or a stretch as long as a short line. */
export function isVowelled(text: string): boolean {
  const counts = countsOf(text);
  if (shareOf(counts) > VOWELLED) return true;
  if (counts.marks < VOWELLED_WORDS) return false;
  let run = 0;
  for (const word of text.split(/\s+/)) {
    run = tashkeelShare(word) >= 0.5 ? run + 1 : 0;
    if (run >= VOWELLED_WORDS) return true;
  }
  return false;
}
