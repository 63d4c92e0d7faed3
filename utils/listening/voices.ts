import type { Script } from './voice-runs.ts';

/** What is asked of a voice: one of the browser's is one. */
export interface Voice {
  name: string;
  lang: string;
  voiceURI: string;
  /** Speaks on this device. Only then it is used without being agreed to: other voices send the text away. */
  localService: boolean | undefined;
  default: boolean;
}

/** A part of the speech with a voice of its own, and under which name a choice for it is kept. */
export interface Role {
  name: string;
  /** Primary language tags that serve, the best first. */
  languages: readonly string[];
}

export type Roles = Record<Script, Role>;

export interface Chosen {
  /** Key of the voice chosen for a role, by the role's name. */
  voices: Readonly<Record<string, string>>;
  /** Keys of network voices the reader agreed to. */
  agreed: readonly string[];
}

/** Names a voice across starts: the address alone is not its own in every browser. */
export function voiceKey({ lang, voiceURI }: Voice): string {
  return `${lang} ${voiceURI}`;
}

/** Three-letter names that Android's engines use. */
const SHORT_NAMES: Record<string, string> = {
  ara: 'ar',
  eng: 'en',
  fra: 'fr',
  fas: 'fa',
  urd: 'ur',
};
/** Languages written right to left, by their primary tag. */
const RIGHT_TO_LEFT = ['ar', 'fa', 'ur', 'ps', 'ckb', 'ug', 'sd', 'he', 'yi', 'dv'];

/** `ar` of `ar-EG`, `ar_SA` (Android) and `ara-XX-SMT` (Samsung); in small letters. */
export function primaryLanguage(tag: string): string {
  const [primary = ''] = tag.toLowerCase().split(/[-_]/);
  return SHORT_NAMES[primary] ?? primary;
}

/**
 * Who speaks the letters of each direction in an article of language `lang`. Latin words in an Arabic
 * article are said in the first language of the browser's that has such letters, then in English.
 */
export function rolesFor(lang: string | null, browserLanguages: readonly string[]): Roles {
  const stated = primaryLanguage(lang ?? '');
  // A page can state anything.
  const own = /^[a-z]{2,3}$/.test(stated) ? stated : null;
  const isRtl = own !== null && RIGHT_TO_LEFT.includes(own);
  const rtl = isRtl ? own : 'ar';
  const others = browserLanguages
    .map(primaryLanguage)
    .filter((language) => language !== '' && !RIGHT_TO_LEFT.includes(language));
  return {
    arabic: { name: rtl, languages: [rtl] },
    latin:
      own !== null && !isRtl
        ? { name: own, languages: [own] }
        : { name: 'latin', languages: [...new Set([...others, 'en'])] },
  };
}

/**
 * Firefox calls no voice of speech-dispatcher local, whatever engine it is of (seen in 153 on Debian). It
 * is not used without being agreed to, as any other; but what is said of it must be true.
 */
export function isUntold({ voiceURI, localService }: Voice): boolean {
  return localService !== true && voiceURI.startsWith('urn:moz-tts:speechd:');
}

/**
 * Voices that serve a role, as they are offered: in the order of its languages, near regions and defaults
 * first. Of espeak-ng's, each of which comes in a hundred disguises («Arabic+Robosoft3»), the plain ones.
 */
export function voicesFor<V extends Voice>(
  voices: readonly V[],
  { languages }: Role,
  regions: readonly string[] = [],
): { local: V[]; network: V[] } {
  const near = regions.map((tag) => tag.toLowerCase());
  const rank = (voice: V): number[] => {
    const region = near.indexOf(voice.lang.toLowerCase().replace('_', '-'));
    return [
      languages.indexOf(primaryLanguage(voice.lang)),
      region < 0 ? near.length : region,
      voice.default ? 0 : 1,
    ];
  };
  const speaking = voices.filter(({ lang }) => languages.includes(primaryLanguage(lang)));
  const plain = speaking.filter(({ name }) => !name.includes('+'));
  const serving = (plain.length > 0 ? plain : speaking)
    .map((voice) => ({ voice, rank: rank(voice) }))
    .toSorted((a, b) => compare(a.rank, b.rank))
    .map(({ voice }) => voice);
  return {
    // Whatever else a browser calls it than `true` is no promise.
    local: serving.filter(({ localService }) => localService === true),
    network: serving.filter(({ localService }) => localService !== true),
  };
}

/**
 * The voice of a role: the one chosen, else the first on this device, else the first that was agreed to.
 * A network voice that was not agreed to is never the answer, chosen or not. Null where there is none.
 */
export function chooseVoice<V extends Voice>(
  voices: readonly V[],
  role: Role,
  { voices: chosen, agreed }: Chosen,
  regions: readonly string[] = [],
): V | null {
  const { local, network } = voicesFor(voices, role, regions);
  const usable = [...local, ...network.filter((voice) => agreed.includes(voiceKey(voice)))];
  return usable.find((voice) => voiceKey(voice) === chosen[role.name]) ?? usable[0] ?? null;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, index) => value !== b[index]);
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}
