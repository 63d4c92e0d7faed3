import type { I18n } from '../../i18n.ts';
import type { ExportWords } from './exported.ts';

/** What the interface says in an export. */
export function exportWords({ locale, dir, t, date }: I18n): ExportWords {
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
