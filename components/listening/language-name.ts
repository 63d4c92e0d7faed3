import type { Locale } from '../../utils/locale.ts';

/** What a language is called in another; its tag where that is not known. */
export function languageName(tag: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag.replaceAll('_', '-')) ?? tag;
  } catch {
    // A voice may call its language anything.
    return tag;
  }
}
