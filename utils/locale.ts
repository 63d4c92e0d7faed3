export const LOCALES = ['ar', 'en', 'fr'] as const;
export type Locale = (typeof LOCALES)[number];
export type LanguageSetting = 'auto' | Locale;

/** The interface language: the setting, else the browser's first language we speak, else Arabic. */
export function resolveLocale(
  setting: LanguageSetting,
  browserLanguages: readonly string[],
): Locale {
  if (setting !== 'auto') return setting;
  for (const language of browserLanguages) {
    const base = language.toLowerCase().split('-', 1)[0];
    const known = LOCALES.find((locale) => locale === base);
    if (known) return known;
  }
  return 'ar';
}

/** The browser's tag of that language with its country, if it names one: months differ by country. */
export function regionOf(locale: Locale, browserLanguages: readonly string[]): string {
  return browserLanguages.find((language) => language.startsWith(`${locale}-`)) ?? locale;
}

export function directionOf(locale: Locale): 'rtl' | 'ltr' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}
