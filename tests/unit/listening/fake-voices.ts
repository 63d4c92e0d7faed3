import { vi } from 'vitest';
import type { Synth } from '../../../components/listening/speaker.ts';
import { FakeUtterance } from '../../fixtures/fake-utterance.ts';

export function fakeVoice(name: string, lang: string, localService = true): SpeechSynthesisVoice {
  return { name, lang, voiceURI: name, localService, default: false };
}

/** A browser's voices that say what a test tells them to, when it tells them to. */
export class FakeSynth extends EventTarget {
  readonly spoken: FakeUtterance[] = [];
  cancelled = 0;
  paused = false;
  #voices: SpeechSynthesisVoice[];

  constructor(voices: SpeechSynthesisVoice[]) {
    super();
    this.#voices = voices;
    vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance);
  }

  get synth(): Synth {
    return this;
  }
  get last(): FakeUtterance {
    const last = this.spoken.at(-1);
    if (!last) throw new Error('Nothing was spoken.');
    return last;
  }
  get words(): string[] {
    return this.spoken.map(({ text }) => text);
  }

  getVoices(): SpeechSynthesisVoice[] {
    return this.#voices;
  }
  come(voices: SpeechSynthesisVoice[]): void {
    this.#voices = voices;
    this.dispatchEvent(new Event('voiceschanged'));
  }
  speak(utterance: FakeUtterance): void {
    this.spoken.push(utterance);
  }
  cancel(): void {
    this.cancelled += 1;
    const { last } = this;
    // As browsers do, and late.
    queueMicrotask(() => tell(last, 'error', { error: 'interrupted' }));
  }
  resume(): void {
    this.paused = false;
  }

  start(): void {
    tell(this.last, 'start', {});
  }
  word(charIndex: number): void {
    tell(this.last, 'boundary', { charIndex, name: 'word' });
  }
  end(): void {
    tell(this.last, 'end', {});
  }
  fail(error: string): void {
    tell(this.last, 'error', { error });
  }
}

function tell(utterance: FakeUtterance, type: string, more: object): void {
  utterance.dispatchEvent(Object.assign(new Event(type), more));
}
