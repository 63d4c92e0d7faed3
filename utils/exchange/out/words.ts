import { createI18n, type I18n } from '../../i18n.ts';
import { regionOf } from '../../locale.ts';
import type { ExportWords } from './exported.ts';

/** What the interface says in an export or a copy: in its language, whatever digits and dates are shown. */
export function exportWords({ locale }: Pick<I18n, 'locale'>): ExportWords {
  const { dir, t, date } = createI18n(locale, regionOf(locale, navigator.languages));
  return {
    lang: locale,
    dir,
    title: t('export_title'),
    contents: t('export_contents'),
    source: t('export_source'),
    notes: t('export_notes'),
    incomplete: t('export_incomplete'),
    date: (iso) => date(iso, 'day'),
  };
}
