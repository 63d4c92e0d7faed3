import type { Locale } from '../../utils/locale.ts';

/** Language, script and region of a tag, without what has no name: variants and private use. */
const NAMED = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?![^-])/i;

/** What a language is called in another; its tag where that is not known. */
export function languageName(tag: string, locale: Locale): string {
  const [named] = NAMED.exec(tag.replaceAll('_', '-')) ?? [];
  // A voice may call its language anything.
  if (!named) return tag;
  return new Intl.DisplayNames(locale, { type: 'language' }).of(named) ?? tag;
}
