import type { Article } from '../../article/article.ts';
import type { BlockText } from './find-passage.ts';

/** The blocks of an article with their texts; null where its two lists of them do not fit each other. */
export function blockTexts({ blocks, text }: Pick<Article, 'blocks' | 'text'>): BlockText[] | null {
  const lines = text === '' ? [] : text.split('\n');
  if (lines.length !== blocks.length) return null;
  return blocks.map((key, index) => ({ key, text: lines[index] ?? '' }));
}
