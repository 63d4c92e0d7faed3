import { createI18n, type I18n } from '../i18n.ts';
import { regionOf, resolveLocale } from '../locale.ts';
import { loadSettings } from '../settings.ts';

/** The words of the reader's interface language, where no page is open to hold them. */
export async function interfaceWords(): Promise<I18n> {
  const settings = await loadSettings();
  const locale = resolveLocale(settings.language, navigator.languages);
  return createI18n(locale, regionOf(locale, navigator.languages), settings);
}
