/** Arabic and other characters a minute, mean and deviation, from Gecko's reader (toolkit/components/reader, `getReadingSpeedForLanguage`). */
const ARABIC = { mean: 612, deviation: 88 };
const OTHER = { mean: 987, deviation: 118 };

/** Runs of letters, marks and digits; an apostrophe or hyphen inside a word does not part it. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u0640'’-]*/gu)?.length ?? 0;
}

/** Whole minutes, fastest to slowest, both at least 1. */
export function readingMinutes(text: string, arabic: boolean): { min: number; max: number } {
  const { mean, deviation } = arabic ? ARABIC : OTHER;
  return {
    min: Math.max(1, Math.ceil(text.length / (mean + deviation))),
    max: Math.max(1, Math.ceil(text.length / (mean - deviation))),
  };
}
