import { directionOf, LOCALES, resolveLocale, type LanguageSetting } from './locale.ts';

export const THEMES = ['system', 'light', 'sepia', 'grey', 'dark', 'black'] as const;
export type Theme = (typeof THEMES)[number];

/** Sizes of an article's text, in px at the browser's usual text size. */
export const TEXT_SIZES = [15, 16, 18, 20, 22, 24, 28, 32] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** What decides the first pixel: also kept in `localStorage`, which alone can be read before it. */
export interface Look {
  language: LanguageSetting;
  theme: Theme;
  textSize: TextSize;
}

export const DEFAULT_LOOK: Look = { language: 'auto', theme: 'system', textSize: 20 };

const MIRROR = 'warraq:look';

/** Field by field: a value this version does not know leaves that field at its default. */
export function asLook(value: unknown): Look {
  const { language, theme, textSize } = (
    typeof value === 'object' && value !== null ? value : {}
  ) as Record<string, unknown>;
  return {
    language: ['auto' as const, ...LOCALES].find((known) => known === language) ?? 'auto',
    theme: THEMES.find((known) => known === theme) ?? DEFAULT_LOOK.theme,
    textSize: TEXT_SIZES.find((known) => known === textSize) ?? DEFAULT_LOOK.textSize,
  };
}

export function readMirror(): Look {
  try {
    return asLook(JSON.parse(localStorage.getItem(MIRROR) ?? 'null'));
  } catch {
    // Storage switched off, or not ours: the settings themselves follow a moment later.
    return DEFAULT_LOOK;
  }
}

export function writeMirror(look: Look): void {
  try {
    localStorage.setItem(MIRROR, JSON.stringify(look));
  } catch {
    // The mirror only spares a flash at the next opening; the settings are kept elsewhere.
  }
}

/** Sets theme, text size, language and direction of a page on its root element. */
export function applyLook(root: HTMLElement, look: Look, browser: Browser): void {
  const locale = resolveLocale(look.language, browser.languages);
  root.lang = locale;
  root.dir = directionOf(locale);
  root.dataset['theme'] = look.theme === 'system' ? systemTheme(browser.prefersDark) : look.theme;
  root.style.setProperty('--text-size', `${look.textSize / 16}rem`);
}

export interface Browser {
  languages: readonly string[];
  prefersDark: boolean;
}

function systemTheme(prefersDark: boolean): Theme {
  return prefersDark ? 'dark' : 'light';
}
