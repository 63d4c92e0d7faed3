import { sentencesOf, type Stretch } from './sentences.ts';

/** A line of an article to be spoken: the headline, the standfirst, a block. */
export interface SpokenText {
  /** Key of the block (`utils/article/body/blocks.ts`), or `headline` and `deck`, which no key is. */
  block: string;
  /** As published: the source block's own text. */
  text: string;
}

/** What is spoken, shown and stepped over as one. */
export interface Sentence extends Stretch {
  block: string;
  /** Of the whole block. */
  text: string;
  /** Which of the texts it is of. */
  line: number;
}

/** A place in a text, as the reading position has it. */
export interface SpokenPlace {
  block: string;
  offset: number;
}

/** Everything that is spoken, in order. */
export function sentencesToSpeak(texts: readonly SpokenText[], locale: string): Sentence[] {
  return texts.flatMap(({ block, text }, line) =>
    sentencesOf(text, locale).map((stretch) => ({ block, text, line, ...stretch })),
  );
}

/** The sentence a place is in, or the first after it; the first of all where the place is not known, or past the end. */
export function sentenceAt(
  sentences: readonly Sentence[],
  texts: readonly SpokenText[],
  place: SpokenPlace | null,
): number {
  const line = place ? texts.findIndex(({ block }) => block === place.block) : -1;
  if (!place || line < 0) return 0;
  const found = sentences.findIndex(
    (sentence) => sentence.line > line || (sentence.line === line && sentence.to > place.offset),
  );
  return Math.max(found, 0);
}
