import type { Extraction } from '../../utils/article/article.ts';

/** An extraction as a scorer of extractors expects it: the article's own fields, or why there is none. */
export function asWritten(extraction: Extraction): Record<string, unknown> {
  if (extraction.ok) return { ok: true, ...extraction.article };
  const { reason, page } = extraction;
  return { ok: false, reason, title: page.title, lang: page.lang };
}
