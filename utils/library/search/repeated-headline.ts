import { searchTokens } from '../../arabic/search-words.ts';

/**
 * How far a text begins with its headline, as UTF-16 units: past the headline where the text goes on
 * behind it, past the first line where that is a part of the headline; 0 where it begins otherwise.
 */
export function repeatedHeadline(text: string, headline: string): number {
  const line = text.indexOf('\n') < 0 ? text.length : text.indexOf('\n');
  const words = searchTokens(text.slice(0, Math.min(line, headline.length * 2 + ROOM)));
  const of = searchTokens(headline);
  let end = 0;
  for (;;) {
    const wanted = of.next();
    const word = words.next();
    if (wanted.done) return word.done ? afterLine(text, line) : afterWord(text, end);
    if (word.done) return end > 0 ? afterLine(text, line) : 0;
    if (folded(wanted.value) !== folded(word.value)) return 0;
    ({ end } = word.value);
  }
}

/** A headline fully vowelled, or with signs of direction, is longer than one that is not. */
const ROOM = 40;

function folded({ words }: { words: readonly { folded: string }[] }): string {
  return words.map((word) => word.folded).join(' ');
}

/** With the mark that closes it, up to the next word. */
function afterWord(text: string, end: number): number {
  const next = text.slice(end).search(/\s\S/u);
  return next < 0 ? text.length : end + next + 1;
}

function afterLine(text: string, line: number): number {
  return Math.min(text.length, line + 1);
}
