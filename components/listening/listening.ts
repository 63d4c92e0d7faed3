import { batch, computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import type { KeptListening } from '../../utils/listening/kept.ts';
import type { Speed } from '../../utils/listening/settings.ts';
import type { Sentence, SpokenPlace } from '../../utils/listening/order.ts';
import type { Script } from '../../utils/listening/voice-runs.ts';
import { createReadingHead, type Spoken } from './reading-head.ts';
import { createSpeaker, type FailReason, type Synth } from './speaker.ts';
import { createVoiceChoice, type VoiceChoice } from './voice-choice.ts';

/** `waiting`: the browser has not named its voices yet. */
export type ListeningState = 'closed' | 'waiting' | 'playing' | 'paused';
/** `no-voice`: none that may be used speaks the article's language. */
export type ListeningProblem = 'no-voice' | Exclude<FailReason, 'taken'>;

/** Reading aloud, as one page has it. Every verb may be called in every state. */
export interface Listening {
  state: ReadonlySignal<ListeningState>;
  /** What is being read, or was when it paused; null after the last. */
  sentence: ReadonlySignal<Sentence | null>;
  problem: ReadonlySignal<ListeningProblem | null>;
  speed: ReadonlySignal<Speed>;
  voices: VoiceChoice;
  /** Reads from a place on; from the headline where it is null. */
  begin(place: SpokenPlace | null): void;
  /** Plays what is paused, pauses what plays. */
  toggle(): void;
  pause(): void;
  /** Sentences back (negative) or forth. */
  step(by: number): void;
  setSpeed(speed: Speed): void;
  /** The texts may be others now, of the same article. */
  refresh(): void;
  close(): void;
}

interface Surroundings {
  /** The browser's; null where it has none. */
  synth: Synth | null;
  /** What the page shows; null while that is no article. */
  spoken: () => Spoken | null;
  kept: KeptListening;
  /** Tags of the browser's languages. */
  languages: readonly string[];
  /** It begins to speak: other pages of ours are to be silent. */
  onPlay: () => void;
  until: AbortSignal;
}

export function createListening(around: Surroundings): Listening {
  const { synth, until } = around;
  const speaker = synth && createSpeaker(synth);
  const head = createReadingHead();
  const voices = createVoiceChoice({ ...around, spoken: head.spoken });
  const { settings } = voices;
  const state = signal<ListeningState>('closed');
  const problem = signal<ListeningProblem | null>(null);

  const stand = (next: ListeningState, found: ListeningProblem | null = null): void =>
    batch(() => {
      state.value = next;
      problem.value = found;
    });
  const halt = (found: ListeningProblem | null = null): void => {
    speaker?.stop();
    stand('paused', found);
  };

  const play = (): void => {
    const spoken = head.spoken.value;
    if (!voices.known.value) stand('waiting');
    else if (!speaker || !spoken || !voices.of(spoken.main)) halt('no-voice');
    else {
      if (state.value !== 'playing') {
        around.onPlay();
        // Chromium's queue is that of all pages, and another page's `cancel` would empty it of this one's too.
        speaker.rest();
      }
      stand('playing');
      speakOn(spoken.main);
    }
  };

  /** @param again the voice fell silent here: the second time, without another word, it is passed over */
  const speakOn = (main: Script, again = false): void => {
    const rate = settings.value.speed;
    const next = head.upcoming({
      // A voice of Arabic reads Latin words where there is none for them; the reverse would be noise.
      speaks: (script) =>
        voices.of(script) ? script : script === 'latin' && main === 'arabic' ? main : null,
      main,
      rate,
    });
    const voice = next && voices.of(next.script);
    if (!next || !voice) return halt();
    let word = next.from;
    speaker?.speak({
      text: next.words,
      voice,
      rate,
      onWord(at) {
        word = Math.min(next.from + at, next.to);
        head.said(word);
      },
      onEnd() {
        head.said(next.to);
        speakOn(main);
      },
      onStall() {
        const passes = again && word === next.from;
        if (passes) head.said(next.to);
        speakOn(main, !passes);
      },
      onFail: (reason) => halt(reason === 'taken' ? null : reason),
    });
  };

  const playAnew = (): void => {
    if (state.value === 'playing') play();
  };

  const listening: Listening = {
    state,
    sentence: head.sentence,
    problem,
    speed: computed(() => settings.value.speed),
    voices,
    begin(place) {
      halt();
      voices.look();
      head.open(around.spoken(), place);
      play();
    },
    toggle() {
      if (state.value === 'paused') {
        head.rewind();
        play();
      } else listening.pause();
    },
    pause() {
      if (state.value === 'playing' || state.value === 'waiting') halt();
    },
    step(by) {
      if (state.value !== 'closed' && head.step(by)) playAnew();
    },
    setSpeed(speed) {
      voices.change('speed', speed);
      playAnew();
    },
    refresh() {
      if (state.value !== 'closed' && head.renew(around.spoken())) playAnew();
    },
    close() {
      speaker?.stop();
      batch(() => {
        stand('closed');
        head.open(null, null);
      });
    },
  };

  // Voices come late, and others are chosen: another one speaks from the word on that was being said.
  const unfollow = effect(() => {
    void voices.speaking.value;
    const known = voices.known.value;
    untracked(() => {
      const main = head.spoken.value?.main;
      if (state.value === 'playing' || (state.value === 'waiting' && known)) play();
      else if (problem.value === 'no-voice' && main && voices.of(main)) problem.value = null;
    });
  });
  until.addEventListener('abort', () => {
    unfollow();
    listening.close();
  });
  return listening;
}
