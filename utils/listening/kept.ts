import { storage } from 'wxt/utils/storage';
import { asListeningSettings, type ListeningSettings } from './settings.ts';

/** A device's voices are its own, and so is what was agreed to: none of it is ever synced. */
const items = {
  speed: storage.defineItem<unknown>('local:listeningSpeed', { version: 1 }),
  voices: storage.defineItem<unknown>('local:listeningVoices', { version: 1 }),
  agreed: storage.defineItem<unknown>('local:listeningAgreed', { version: 1 }),
};

export interface KeptListening {
  load(): Promise<ListeningSettings>;
  save<Name extends keyof ListeningSettings>(
    name: Name,
    value: ListeningSettings[Name],
  ): Promise<void>;
}

export const keptListening: KeptListening = {
  async load() {
    const [speed, voices, agreed] = await Promise.all([
      items.speed.getValue(),
      items.voices.getValue(),
      items.agreed.getValue(),
    ]);
    return asListeningSettings({ speed, voices, agreed });
  },
  async save(name, value) {
    await items[name].setValue(value);
  },
};
