/** What the library can be exported as. */
export const EXPORT_FORMATS = ['backup', 'html', 'markdown', 'epub', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
