import type { Chosen } from './voices.ts';

/** Speeds offered, as multiples of the voice's own. */
export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;
export type Speed = (typeof SPEEDS)[number];

/** How listening was left. A device's voices are its own, and so is what was agreed to: never synced. */
export interface ListeningSettings extends Chosen {
  speed: Speed;
}

export const USUAL: ListeningSettings = { speed: 1, voices: {}, agreed: [] };

/** Field by field: what this version does not know counts as never set. A voice is agreed to by its whole key only. */
export function asListeningSettings(value: {
  speed: unknown;
  voices: unknown;
  agreed: unknown;
}): ListeningSettings {
  const { speed, voices, agreed } = value;
  const entries =
    typeof voices === 'object' && voices !== null && !Array.isArray(voices)
      ? Object.entries(voices)
      : [];
  return {
    speed: SPEEDS.find((known) => known === speed) ?? USUAL.speed,
    voices: Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    agreed: Array.isArray(agreed)
      ? agreed.filter((key): key is string => typeof key === 'string')
      : [],
  };
}
