import { searchTokens } from '../../arabic/search-words.ts';
import { fieldTexts, type Searched } from './fields.ts';
import type { Phrase } from './query.ts';

/** Folded words that must follow one another; the last may be the beginning of one. */
export interface PhraseWords {
  folded: readonly string[];
  isPrefix: boolean;
}

export function phraseWords({ words }: Phrase): PhraseWords {
  return {
    folded: words.map(({ folded }) => folded),
    isPrefix: words.at(-1)?.isPrefix === true,
  };
}

/** True if every phrase stands in one of the texts, not begun in one and ended in the next. */
export function holdsPhrases(searched: Searched, phrases: readonly PhraseWords[]): boolean {
  const texts = fieldTexts(searched);
  return phrases.every((phrase) =>
    texts.some(({ text }) => phraseRanges(text, phrase, 1).length > 0),
  );
}

/** Where a phrase stands in a text, UTF-16 offsets [start, end). */
export function phraseRanges(
  text: string,
  { folded, isPrefix }: PhraseWords,
  most = Number.POSITIVE_INFINITY,
): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  const words = [...searchTokens(text)].flatMap(({ start, end, words: forms }) =>
    forms.map((form) => ({ start, end, folded: form.folded })),
  );
  const last = folded.length - 1;
  for (let at = 0; at + last < words.length && ranges.length < most; at++) {
    const stands = folded.every((word, index) => {
      const found = words[at + index]?.folded ?? '';
      return isPrefix && index === last ? found.startsWith(word) : found === word;
    });
    const [from, to] = [words[at], words[at + last]];
    if (stands && from && to) ranges.push([from.start, to.end]);
  }
  return ranges;
}
