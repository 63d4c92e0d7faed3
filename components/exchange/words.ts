import type { ExportFormat } from '../../utils/exchange/out/formats.ts';
import type { ImportRefusal } from '../../utils/exchange/in/import-file.ts';
import type { Fault, Skip } from '../../utils/exchange/in/refusal.ts';
import type { MessageKey } from '../../utils/i18n.ts';
import type { Locale } from '../../utils/locale.ts';
import type { SaveFailure } from '../../utils/library/errors.ts';

/** Name of a format, and what it is for. */
export const FORMATS: Record<ExportFormat, [name: MessageKey, use: MessageKey]> = {
  backup: ['export_backup', 'export_backup_use'],
  html: ['export_html', 'export_html_use'],
  markdown: ['export_markdown', 'export_markdown_use'],
  epub: ['export_epub', 'export_epub_use'],
  csv: ['export_csv', 'export_csv_use'],
  json: ['export_json', 'export_json_use'],
};

export const REFUSALS: Record<ImportRefusal, MessageKey> = {
  empty: 'import_refused_empty',
  'not-recognised': 'import_refused_not_recognised',
  truncated: 'import_refused_truncated',
  damaged: 'import_refused_damaged',
  encoding: 'import_refused_encoding',
  'too-large': 'import_refused_too_large',
  bomb: 'import_refused_bomb',
  unreadable: 'import_refused_unreadable',
  newer: 'import_refused_newer',
  encrypted: 'import_refused_encrypted',
};

const FAULTS: Record<Fault, MessageKey> = {
  address: 'import_faulty_address',
  type: 'import_faulty_type',
  malformed: 'import_faulty_malformed',
  encoding: 'import_faulty_encoding',
  'too-large': 'import_faulty_too_large',
  'too-deep': 'import_faulty_too_deep',
};

const SKIPS: Record<Skip, MessageKey> = {
  feed: 'import_skipped_feed',
  'no-page': 'import_skipped_no_page',
  deleted: 'import_skipped_deleted',
};

const REASONS: Record<string, MessageKey | undefined> = { ...FAULTS, ...SKIPS };

/** Why a row is left out. */
export function reasonKey(reason: string): MessageKey {
  return REASONS[reason] ?? 'import_faulty_malformed';
}

export const IMPORT_FAILURES: Record<SaveFailure, MessageKey> = {
  'no-space': 'import_failed_no_space',
  database: 'import_failed_database',
  invalid: 'import_failed_invalid',
  newer: 'import_failed_newer',
};

export const EXPORT_FAILURES: Record<SaveFailure, MessageKey> = {
  'no-space': 'export_failed_no_space',
  database: 'export_failed_database',
  invalid: 'export_failed_database',
  newer: 'export_failed_newer',
};

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size as people say it, in steps of a thousand as systems show files: «12.4 ميغابايت». */
export function sizeIn(locale: Locale, bytes: number): string {
  const step = bytes < 1e6 ? 0 : bytes < 1e9 ? 1 : 2;
  return new Intl.NumberFormat(`${locale}-u-nu-latn`, {
    style: 'unit',
    unit: UNITS[step] ?? 'kilobyte',
    unitDisplay: locale === 'ar' ? 'long' : 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** (step + 1));
}
