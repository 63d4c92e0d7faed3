import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import type { KeptListening } from '../../utils/listening/kept.ts';
import { USUAL, type ListeningSettings } from '../../utils/listening/settings.ts';
import type { Script } from '../../utils/listening/voice-runs.ts';
import {
  chooseVoice,
  isUntold,
  voiceKey,
  voicesFor,
  type Role,
  type Roles,
} from '../../utils/listening/voices.ts';
import { followVoices, type BrowserVoices } from './browser-voices.ts';
import type { Synth } from './speaker.ts';

/** One voice of a list. */
export interface Offered {
  key: string;
  name: string;
  lang: string;
}

/** What is offered for a role. */
export interface Offer {
  role: Role;
  /** Those that may be chosen: on this device, and of the network where agreed to. */
  usable: Offered[];
  network: (Offered & { agreed: boolean; untold: boolean })[];
  /** Key of the one that speaks; null where none may. */
  chosen: string | null;
}

/** Who speaks, and what may be chosen. */
export interface VoiceChoice {
  settings: ReadonlySignal<ListeningSettings>;
  /** False until the browser has named its voices, and the choices kept are read. */
  known: ReadonlySignal<boolean>;
  /** For the article's main script, then for the other; empty while nothing is read. */
  offers: ReadonlySignal<readonly Offer[]>;
  main: ReadonlySignal<Offer | null>;
  /** Changes when another voice is to speak; empty while none may. */
  speaking: ReadonlySignal<string>;
  of(script: Script): SpeechSynthesisVoice | null;
  /** Begins to ask the browser for its voices. */
  look(): void;
  choose(role: Role, key: string): void;
  /** Agrees to a network voice, which then speaks, or takes that back. */
  agree(role: Role, key: string, agreed: boolean): void;
  change<Name extends keyof ListeningSettings>(name: Name, value: ListeningSettings[Name]): void;
}

interface Surroundings {
  synth: Synth | null;
  spoken: ReadonlySignal<{ roles: Roles; main: Script } | null>;
  kept: KeptListening;
  languages: readonly string[];
  until: AbortSignal;
}

export function createVoiceChoice({
  synth,
  spoken,
  kept,
  languages,
  until,
}: Surroundings): VoiceChoice {
  const settings = signal(USUAL);
  const read = signal(false);
  const voices = signal<BrowserVoices | null>(null);
  const all = computed(() => voices.value?.all.value ?? []);

  const choose = (script: Script): SpeechSynthesisVoice | null => {
    const role = spoken.value?.roles[script];
    return role ? chooseVoice(all.value, role, settings.value, languages) : null;
  };
  const chosen = {
    arabic: computed(() => choose('arabic')),
    latin: computed(() => choose('latin')),
  };

  const offer = (script: Script, role: Role): Offer => {
    const { local, network } = voicesFor(all.value, role, languages);
    const agreed = network.filter((voice) => settings.value.agreed.includes(voiceKey(voice)));
    const speaks = chosen[script].value;
    return {
      role,
      usable: [...local, ...agreed].map(offered),
      network: network.map((voice) => ({
        ...offered(voice),
        agreed: agreed.includes(voice),
        untold: isUntold(voice),
      })),
      chosen: speaks && voiceKey(speaks),
    };
  };

  const offers = computed(() => {
    if (!spoken.value) return [];
    const { roles, main } = spoken.value;
    const scripts: Script[] = main === 'arabic' ? ['arabic', 'latin'] : ['latin', 'arabic'];
    return scripts.map((script) => offer(script, roles[script]));
  });

  const change: VoiceChoice['change'] = (name, value) => {
    settings.value = { ...settings.value, [name]: value };
    // It holds for this page all the same.
    kept.save(name, value).catch((error: unknown) => console.warn(error));
  };

  return {
    settings,
    known: computed(() => read.value && (voices.value?.known.value ?? false)),
    offers,
    main: computed(() => offers.value[0] ?? null),
    speaking: computed(() =>
      [chosen.arabic.value, chosen.latin.value]
        .flatMap((voice) => (voice ? voiceKey(voice) : []))
        .join('\n'),
    ),
    of: (script) => chosen[script].value,
    look() {
      if (voices.value) return;
      voices.value = followVoices(synth, until);
      kept.load().then(
        (found) => batch(() => ((settings.value = found), (read.value = true))),
        (error: unknown) => {
          console.warn(error);
          read.value = true;
        },
      );
    },
    choose(role, key) {
      change('voices', { ...settings.value.voices, [role.name]: key });
    },
    agree(role, key, agreed) {
      const others = settings.value.agreed.filter((known) => known !== key);
      batch(() => {
        change('agreed', agreed ? [...others, key] : others);
        if (agreed) change('voices', { ...settings.value.voices, [role.name]: key });
      });
    },
    change,
  };
}

function offered(voice: SpeechSynthesisVoice): Offered {
  return { key: voiceKey(voice), name: voice.name, lang: voice.lang };
}
