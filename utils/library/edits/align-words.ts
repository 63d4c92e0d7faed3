/** A word and where it stands in its text, UTF-16 offsets. */
export interface Word {
  word: string;
  start: number;
  end: number;
}

interface Aligned {
  /** From the first word found to the last. */
  start: number;
  end: number;
  /** How many of the words sought were found, in their order. */
  kept: number;
  /** How many words of the text that covers. */
  span: number;
}

/**
 * The shortest stretch of a text with the most of the words sought, in their order (longest common
 * subsequence); null where fewer than `least` of them are in it.
 */
export function alignWords(
  sought: readonly Word[],
  text: readonly Word[],
  least: number,
): Aligned | null {
  const known = new Set(text.map(({ word }) => word));
  if (sought.filter(({ word }) => known.has(word)).length < least) return null;
  const width = text.length + 1;
  /** At [i][j]: how many of the first i words are in the first j of the text. */
  const lengths = new Uint16Array((sought.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  const alike = (i: number, j: number): boolean => sought[i - 1]?.word === text[j - 1]?.word;
  for (let i = 1; i <= sought.length; i++) {
    for (let j = 1; j <= text.length; j++) {
      lengths[i * width + j] = alike(i, j)
        ? at(i - 1, j - 1) + 1
        : Math.max(at(i - 1, j), at(i, j - 1));
    }
  }
  const kept = at(sought.length, text.length);
  if (kept < least) return null;
  let end = text.length;
  while (end > 0 && at(sought.length, end - 1) === kept) end--;
  let first = end;
  for (let i = sought.length, j = end; i > 0 && j > 0;) {
    if (alike(i, j)) {
      first = j;
      i--;
      j--;
    } else if (at(i - 1, j) >= at(i, j - 1)) i--;
    else j--;
  }
  const from = text[first - 1];
  const to = text[end - 1];
  return from && to ? { start: from.start, end: to.end, kept, span: end - first + 1 } : null;
}
