import { createI18n, type I18n } from '../i18n.ts';
import { resolveLocale } from '../locale.ts';
import { loadSettings } from '../settings.ts';

/** The words of the reader's interface language, where no page is open to hold them. */
export async function interfaceWords(): Promise<I18n> {
  const { language } = await loadSettings();
  return createI18n(resolveLocale(language, navigator.languages));
}
