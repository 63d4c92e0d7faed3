import { FakeUtterance } from '../../fixtures/fake-utterance.ts';

/**
 * A browser's voices that say what a test tells them to. The list is the one the test put into
 * `localStorage`; it comes a moment late, as lists do.
 */
export interface FakeSpeech {
  spoken: { text: string; voice: string | null; rate: number }[];
  cancelled: number;
  /** Lets the last utterance come to its end, and answers how many were spoken by then. */
  end(): number;
}

const LATE = 200;

const voices = JSON.parse(localStorage.getItem('fake-voices') ?? '[]') as SpeechSynthesisVoice[];
const speech: FakeSpeech = { spoken: [], cancelled: 0, end };
let last: FakeUtterance | null = null;
let known: SpeechSynthesisVoice[] = [];

class Synth extends EventTarget {
  paused = false;
  getVoices(): SpeechSynthesisVoice[] {
    return known;
  }
  speak(utterance: FakeUtterance): void {
    const { text, voice, rate } = utterance;
    speech.spoken.push({ text, voice: voice && voice.name, rate });
    last = utterance;
    setTimeout(() => utterance.dispatchEvent(new Event('start')));
  }
  cancel(): void {
    speech.cancelled += 1;
    last?.dispatchEvent(Object.assign(new Event('error'), { error: 'interrupted' }));
  }
  resume(): void {
    this.paused = false;
  }
}

function end(): number {
  last?.dispatchEvent(new Event('end'));
  return speech.spoken.length;
}

const synth = new Synth();
setTimeout(() => {
  known = voices;
  synth.dispatchEvent(new Event('voiceschanged'));
}, LATE);

for (const [name, value] of Object.entries({
  speechSynthesis: synth,
  SpeechSynthesisUtterance: FakeUtterance,
  fakeSpeech: speech,
})) {
  Object.defineProperty(globalThis, name, { value, configurable: true });
}
