import { letterCounts, textDirection } from '../../arabic/direction.ts';
import { countWords, readingMinutes } from '../../arabic/words.ts';
import type { Article } from '../../article/article.ts';
import { listBlocks, type Block } from '../../article/body/blocks.ts';
import { sanitizeArticle } from '../../article/sanitize.ts';
import { LONGEST_EXCERPT, LONGEST_TITLE, shorten } from '../../article/body/shorten.ts';
import { validateArticle } from '../../library/validate/validate.ts';
import type { Imported } from './imported.ts';

/** Where a text came from, and what to parse it with. */
export interface ImportedFrom {
  /** Short name of the other tool, for `extractorVersion`: `import-wallabag`. */
  tool: string;
  /** Of a page: a service worker has none. */
  document: Document;
}

export interface ImportedText {
  article: Article;
  blocks: Block[];
}

/**
 * The article of a row that came with its text, or null where there is nothing to read in it. The
 * text is kept as the sanitiser leaves it, so that its blocks have the keys a view will find.
 *
 * Not `complete`, whatever the other tool thought: our own reading of the page, once pressed, is
 * the better one. For the same reason the version is no number, which orders it below every one.
 *
 * @param savedAt milliseconds since the epoch
 */
export function importedArticle(
  row: Imported,
  savedAt: number,
  { tool, document }: ImportedFrom,
): ImportedText | null {
  if (row.html === null) return null;
  // The box makes paragraphs of what stands loose in the text.
  const body = sanitizeArticle(`<div>${row.html}</div>`, {
    document,
    images: 'network',
    baseUrl: row.url,
  });
  const blocks = listBlocks(body);
  const text = blocks.map((block) => block.text).join('\n');
  if (text === '') return null;
  const title = row.title ?? shorten(text, LONGEST_TITLE);
  const { rtl, all } = letterCounts(text);
  const article = validateArticle({
    schema: 1,
    url: row.url.replace(/#.*$/u, ''),
    canonicalUrl: null,
    title,
    kicker: null,
    deck: null,
    byline: row.byline,
    authors: row.byline === null ? [] : [{ name: row.byline, role: 'author' }],
    siteName: row.siteName,
    publishedTime: row.publishedTime,
    modifiedTime: null,
    lang: row.lang,
    dir: textDirection(text) ?? textDirection(title) ?? 'rtl',
    excerpt: row.excerpt ?? shorten(text, LONGEST_EXCERPT),
    html: markupOf(body),
    text,
    leadImage: null,
    endNotes: [],
    complete: false,
    incompleteReason: null,
    fromSelection: false,
    wordCount: countWords(text),
    readingMinutes: readingMinutes(text, rtl * 2 >= all),
    blocks: blocks.map(({ key }) => key),
    removals: [],
    extractedAt: new Date(savedAt).toISOString(),
    extractorVersion: `import-${tool}`,
  });
  return article && { article, blocks };
}

function markupOf(body: DocumentFragment): string {
  const box = body.ownerDocument.createElement('div');
  box.append(body);
  return box.innerHTML;
}
