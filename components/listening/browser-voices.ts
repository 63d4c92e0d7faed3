import { signal, type ReadonlySignal } from '@preact/signals';
import type { Synth } from './speaker.ts';

/** How long a browser may take to name its voices, ms, before it counts as having none. */
const LATE = 5000;

export interface BrowserVoices {
  /** Those known by now. They come late in most browsers, and change when one is installed. */
  all: ReadonlySignal<readonly SpeechSynthesisVoice[]>;
  /** Whether they are known: there are some, or there was time enough for them to come. */
  known: ReadonlySignal<boolean>;
}

/** Follows what voices the browser has; asking for them first is what makes it look. */
export function followVoices(synth: Synth | null, until: AbortSignal): BrowserVoices {
  const all = signal<readonly SpeechSynthesisVoice[]>([]);
  const known = signal(synth === null);
  if (!synth) return { all, known };
  const look = (): void => {
    all.value = synth.getVoices();
    if (all.value.length > 0) known.value = true;
  };
  synth.addEventListener('voiceschanged', look);
  const late = setTimeout(() => {
    look();
    known.value = true;
  }, LATE);
  until.addEventListener('abort', () => {
    synth.removeEventListener('voiceschanged', look);
    clearTimeout(late);
  });
  look();
  return { all, known };
}
