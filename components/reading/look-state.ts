import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { createI18n, type I18n } from '../../utils/i18n.ts';
import { regionOf, resolveLocale } from '../../utils/locale.ts';
import { applyLook, readMirror, writeMirror, type Look } from '../../utils/look.ts';
import { loadSettings, saveSettings, watchSettings } from '../../utils/settings.ts';

export interface LookState {
  look: ReadonlySignal<Look>;
  i18n: ReadonlySignal<I18n>;
  /** Shows at once what a control is being moved to. */
  preview<Name extends keyof Look>(name: Name, value: Look[Name]): void;
  /** Shows it and keeps it, on this device alone where the browser's synced store refuses. Never rejects. */
  choose<Name extends keyof Look>(name: Name, value: Look[Name]): Promise<void>;
  /**
   * Chooses a whole look. What it does not change is not written: a value only a newer version
   * understands counts as the default here, and stays.
   */
  chooseAll(look: Look): Promise<void>;
}

/** The look of a page: from the mirror at once, then from the settings, then as they change. */
export function createLookState(page: Document, until: AbortSignal): LookState {
  const look = signal(readMirror());
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const prefersDark = signal(dark.matches);
  const locale = computed(() => resolveLocale(look.value.language, navigator.languages));
  // One by one, so that no other setting makes the words anew, and all that is shown with them.
  const digits = computed(() => look.value.digits);
  const months = computed(() => look.value.months);
  const hijri = computed(() => look.value.hijri);
  const i18n = computed(() =>
    createI18n(locale.value, regionOf(locale.value, navigator.languages), {
      digits: digits.value,
      months: months.value,
      hijri: hijri.value,
    }),
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
  /** Counts what makes an answer of the store old before it comes: another question, or a choice here. */
  let turn = 0;
  let writing = 0;
  const follow = (): void => {
    // What is being written is followed when it is.
    if (writing > 0) return;
    const asked = (turn += 1);
    loadSettings().then(
      (settings) => {
        if (asked === turn) adopt(settings);
      },
      // Without the settings the look stands as it is; the next change asks again.
      (error: unknown) => console.warn(error),
    );
  };
  watchSettings(follow, until);
  follow();

  const keep = async (changed: Partial<Look>): Promise<void> => {
    writing += 1;
    try {
      await saveSettings(changed);
    } catch (error) {
      // Neither store takes it: the mirror keeps it, until a store says otherwise.
      console.warn(error);
      return;
    } finally {
      writing -= 1;
    }
    follow();
  };

  return {
    look,
    i18n,
    preview(name, value) {
      turn += 1;
      look.value = { ...look.value, [name]: value };
    },
    async choose(name, value) {
      turn += 1;
      adopt({ ...look.value, [name]: value });
      await keep({ [name]: value });
    },
    async chooseAll(chosen) {
      turn += 1;
      const before: Record<string, unknown> = { ...look.value };
      adopt(chosen);
      const changed = Object.entries(chosen).filter(([name, value]) => value !== before[name]);
      await keep(Object.fromEntries(changed));
    },
  };
}
