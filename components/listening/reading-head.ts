import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import {
  sentenceAt,
  sentencesToSpeak,
  type Sentence,
  type SpokenPlace,
  type SpokenText,
} from '../../utils/listening/order.ts';
import { utterancesOf, type Manner, type Utterance } from '../../utils/listening/utterances.ts';
import type { Script } from '../../utils/listening/voice-runs.ts';
import type { Roles } from '../../utils/listening/voices.ts';

/** What is read aloud: asked for at the beginning, and again when it may have changed. */
export interface Spoken {
  texts: readonly SpokenText[];
  /** BCP 47 tag that sentences are told apart by. */
  locale: string;
  /** The script of most of it: without a voice for this nothing is read. */
  main: Script;
  roles: Roles;
}

/** Where reading is in the sentences of an article. */
export interface ReadingHead {
  spoken: ReadonlySignal<Spoken | null>;
  /** The one being read; null before there is anything, and after the last. */
  sentence: ReadonlySignal<Sentence | null>;
  open(spoken: Spoken | null, place: SpokenPlace | null): void;
  /** The same article in another state; true where the sentence being read is no longer the same. */
  renew(spoken: Spoken | null): boolean;
  /** What is to be said now, from the word reading stopped at, in sentences to come if need be; null at the end. */
  upcoming(manner: Manner): (Utterance & { words: string }) | null;
  /** Everything before this offset of the block was said. */
  said(to: number): void;
  /** Sentences back (negative) or forth; false past the last. */
  step(by: number): boolean;
  /** To the first, where the last was passed. */
  rewind(): void;
}

export function createReadingHead(): ReadingHead {
  const spoken = signal<Spoken | null>(null);
  const sentences = signal<readonly Sentence[]>([]);
  const at = signal(0);
  /** Offset in the block's text of the word to go on from. */
  let from = 0;
  const sentence = computed(() => sentences.value[at.value] ?? null);

  const goTo = (index: number): void => {
    from = 0;
    at.value = index;
  };
  const open: ReadingHead['open'] = (found, place) =>
    batch(() => {
      spoken.value = found;
      sentences.value = found ? sentencesToSpeak(found.texts, found.locale) : [];
      goTo(found ? sentenceAt(sentences.value, found.texts, place) : 0);
    });

  return {
    spoken,
    sentence,
    open,
    renew(found) {
      const before = sentence.value;
      const word = from;
      const texts = spoken.value?.texts ?? [];
      if (!found || isSame(found.texts, texts)) return false;
      const place = before && placeStill(before, texts, found.texts);
      open(found, place);
      if (!place) goTo(sentences.value.length);
      const now = sentence.value;
      const same = now?.block === before?.block && now?.from === before?.from;
      if (same) from = word;
      return !same;
    },
    upcoming(manner) {
      for (let shown = sentence.value; shown; shown = sentence.value) {
        const next = utterancesOf(shown, manner).find(({ to }) => to > from);
        if (next) {
          from = Math.max(next.from, from);
          return { ...next, from, words: shown.text.slice(from, next.to) };
        }
        goTo(at.value + 1);
      }
      return null;
    },
    said(to) {
      from = to;
    },
    step(by) {
      const next = Math.max(0, at.value + by);
      if (next >= sentences.value.length) return false;
      goTo(next);
      return true;
    },
    rewind() {
      if (!sentence.value) goTo(0);
    },
  };
}

/** The place of a sentence in texts some of which are others now: its own, or of the first after it that is still there. */
function placeStill(
  { line, from }: Sentence,
  before: readonly SpokenText[],
  now: readonly SpokenText[],
): SpokenPlace | null {
  const still = before.findIndex(
    ({ block }, index) => index >= line && now.some((other) => other.block === block),
  );
  const block = before[still]?.block;
  return block === undefined ? null : { block, offset: still === line ? from : 0 };
}

function isSame(a: readonly SpokenText[], b: readonly SpokenText[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ block, text }, index) => block === b[index]?.block && text === b[index].text)
  );
}
