import type { Article } from '../../utils/article/article.ts';
import { listBlocks } from '../../utils/article/body/blocks.ts';
import { sanitizeArticle } from '../../utils/article/sanitize.ts';
import { blockTexts } from '../../utils/library/edits/block-texts.ts';
import type { BlockText } from '../../utils/library/edits/find-passage.ts';

/** The blocks of the article shown, from what is stored beside its text, else from the text itself. */
export function textBlocks(article: Article): readonly BlockText[] {
  const stored = blockTexts(article);
  if (stored) return stored;
  const { html, url } = article;
  return listBlocks(sanitizeArticle(html, { document, images: 'none', baseUrl: url }));
}
