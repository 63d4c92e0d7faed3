/** What is asked of the browser's `speechSynthesis`, so that tests can pass another. */
export type Synth = Pick<
  SpeechSynthesis,
  | 'speak'
  | 'cancel'
  | 'resume'
  | 'paused'
  | 'getVoices'
  | 'addEventListener'
  | 'removeEventListener'
>;

export interface Speech {
  text: string;
  voice: SpeechSynthesisVoice;
  /** 1 is the voice's own speed. */
  rate: number;
  /** A word begins at this offset of the text. Not every voice tells. */
  onWord: (at: number) => void;
  onEnd: () => void;
  /** It fell silent on the way without a word. */
  onStall: () => void;
  onFail: (reason: FailReason) => void;
}

/** `not-allowed`: the browser wants a press in the page first. `taken`: something else silenced it. */
export type FailReason = 'not-allowed' | 'taken' | 'failed';

/** Says one stretch of text at a time. */
export interface Speaker {
  speak(speech: Speech): void;
  /** What is spoken next waits a moment. */
  rest(): void;
  /** Silence at once; nothing of what was being said is told any more. */
  stop(): void;
}

/**
 * After a `cancel` Chromium over speech-dispatcher swallows what is spoken at once; this long after it,
 * in ms, it does not.
 */
const REST = 120;
/** A voice that has not begun by then, ms, does not work: some must be loaded or fetched first. */
const SLOW_START = 12_000;
/** The slowest voice's time for a character at its own speed, ms: well over twice what a usual one needs. */
const SLOW_CHARACTER = 250;
/** A voice that is not of this device is not waited for longer, ms: Chromium cuts those off after some 15 s. */
const NETWORK_PATIENCE = 18_000;

/**
 * Nothing is ever paused in the browser: Chromium on Android ends the utterance, on Windows it forgets a
 * pause of some seconds, Firefox on Linux does not pause at all
 * (bugzilla.mozilla.org/show_bug.cgi?id=1686927). To pause is to stop, and to speak again from the last word.
 */
export function createSpeaker(synth: Synth): Speaker {
  /** Kept for as long as it is spoken: Chromium collects one that nobody holds, and its events with it. */
  let current: SpeechSynthesisUtterance | null = null;
  let silentSince = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let watching: ReturnType<typeof setTimeout> | undefined;

  const stop = (): void => {
    clearTimeout(waiting);
    clearTimeout(watching);
    if (!current) return;
    current = null;
    synth.cancel();
    silentSince = performance.now();
  };

  const begin = ({ text, voice, rate, onWord, onEnd, onStall, onFail }: Speech): void => {
    const utterance = new SpeechSynthesisUtterance(text);
    // Without a voice of its own it would get the browser's, which may be one of the network.
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = rate;
    current = utterance;
    let begun = false;
    const leave = (tell: () => void): void => {
      if (current !== utterance) return;
      clearTimeout(watching);
      current = null;
      tell();
    };
    const longest = voice.localService ? Infinity : NETWORK_PATIENCE;
    const usual = Math.min(longest, 5000 + (text.length * SLOW_CHARACTER) / rate);
    /** Chromium's network voices may fall silent with no event. */
    const watch = (): void => {
      clearTimeout(watching);
      watching = setTimeout(
        () => {
          if (current !== utterance) return;
          stop();
          if (begun) onStall();
          else onFail('failed');
        },
        begun ? usual : SLOW_START,
      );
    };
    utterance.addEventListener('start', () => {
      if (current !== utterance) return;
      begun = true;
      watch();
    });
    utterance.addEventListener('boundary', ({ charIndex, name }) => {
      if (current !== utterance) return;
      begun = true;
      watch();
      if (name !== 'sentence') onWord(charIndex);
    });
    utterance.addEventListener('end', () => leave(onEnd));
    utterance.addEventListener('error', ({ error }) => leave(() => onFail(reasonOf(error))));
    // Whatever page left it paused: it would stay silent.
    if (synth.paused) synth.resume();
    watch();
    synth.speak(utterance);
  };

  return {
    speak(speech) {
      stop();
      clearTimeout(waiting);
      const rest = silentSince + REST - performance.now();
      if (rest > 0) waiting = setTimeout(() => begin(speech), rest);
      else begin(speech);
    },
    rest() {
      silentSince = performance.now();
    },
    stop,
  };
}

function reasonOf(error: string): FailReason {
  if (error === 'not-allowed') return 'not-allowed';
  return error === 'interrupted' || error === 'canceled' ? 'taken' : 'failed';
}
