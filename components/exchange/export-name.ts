import type { ExportFormat } from '../../utils/exchange/out/formats.ts';

export const EXPORT_TYPES: Record<ExportFormat, string> = {
  backup: 'application/zip',
  html: 'text/html',
  markdown: 'application/zip',
  epub: 'application/epub+zip',
  csv: 'text/csv',
  json: 'application/json',
};

const NAMES: Record<ExportFormat, [stem: string, ending: string]> = {
  backup: ['warraq-backup', 'zip'],
  html: ['warraq', 'html'],
  markdown: ['warraq-markdown', 'zip'],
  epub: ['warraq', 'epub'],
  csv: ['warraq', 'csv'],
  json: ['warraq', 'json'],
};

/** In letters every system takes, with the day where the reader is: `warraq-backup-2026-11-26.zip`. */
export function exportName(format: ExportFormat, now: Date): string {
  const [stem, ending] = NAMES[format];
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${stem}-${day}.${ending}`;
}
