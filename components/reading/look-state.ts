import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { createI18n, type I18n } from '../../utils/i18n.ts';
import { regionOf, resolveLocale } from '../../utils/locale.ts';
import { applyLook, readMirror, writeMirror, type Look } from '../../utils/look.ts';
import { loadSettings, saveSetting, watchSettings } from '../../utils/settings.ts';

export interface LookState {
  look: ReadonlySignal<Look>;
  i18n: ReadonlySignal<I18n>;
  /** Shows at once what a control is being moved to. */
  preview<Name extends keyof Look>(name: Name, value: Look[Name]): void;
  /** Shows it and keeps it, on this device alone where the browser's synced store refuses. Never rejects. */
  choose<Name extends keyof Look>(name: Name, value: Look[Name]): Promise<void>;
}

/** Language, theme and text size of a page: from the mirror at once, then from the settings, then as they change. */
export function createLookState(page: Document, until: AbortSignal): LookState {
  const look = signal(readMirror());
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const prefersDark = signal(dark.matches);
  const locale = computed(() => resolveLocale(look.value.language, navigator.languages));
  const i18n = computed(() =>
    createI18n(locale.value, regionOf(locale.value, navigator.languages)),
  );

  dark.addEventListener('change', () => (prefersDark.value = dark.matches), { signal: until });
  until.addEventListener(
    'abort',
    effect(() => {
      applyLook(page.documentElement, look.value, {
        languages: navigator.languages,
        prefersDark: prefersDark.value,
      });
    }),
  );

  const adopt = (settings: Look): void => {
    look.value = settings;
    writeMirror(settings);
  };
  watchSettings(adopt, until);
  // Without the settings the mirror's look stands.
  loadSettings().then(adopt, (error: unknown) => console.warn(error));

  return {
    look,
    i18n,
    preview(name, value) {
      look.value = { ...look.value, [name]: value };
    },
    async choose(name, value) {
      adopt({ ...look.value, [name]: value });
      try {
        await saveSetting(name, value);
      } catch (error) {
        // Kept on this device by the mirror all the same.
        console.warn(error);
      }
    },
  };
}
