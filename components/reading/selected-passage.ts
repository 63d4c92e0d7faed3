import type { Article } from '../../utils/article/article.ts';
import { listBlocks } from '../../utils/article/blocks.ts';
import { sanitizeArticle } from '../../utils/article/sanitize.ts';
import { placesOf } from './block-text.ts';

/**
 * What is selected of an article's text, as published: whatever display has changed of it, its places are
 * looked up in the source. One line a block. null where nothing of the text is selected.
 */
export function selectedPassage(body: Element, article: Article): string | null {
  const selection = body.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(body)) return null;
  const sources = sourceTexts(article, body.ownerDocument);
  const lines: string[] = [];
  for (const block of body.querySelectorAll<HTMLElement>('[data-block]')) {
    const source = sources.get(block.dataset['block'] ?? '');
    if (source !== undefined && range.intersectsNode(block)) {
      const line = passageIn(block, source, range);
      if (line) lines.push(line);
    }
  }
  return lines.length > 0 ? lines.join('\n') : null;
}

function passageIn(block: Element, source: string, range: Range): string {
  const places = placesOf(block);
  const isIn = ({ node, offset }: { node: Text; offset: number }): boolean =>
    range.comparePoint(node, offset) >= 0 && range.comparePoint(node, offset + 1) <= 0;
  const from = places.findIndex(isIn);
  if (from < 0) return '';
  const to = places.findLastIndex(isIn);
  // Up to where the next shown one stands: marks of the last letter that are not shown belong to it.
  return source.slice(places[from]?.at, places[to + 1]?.at ?? source.length).trim();
}

function sourceTexts(article: Article, document: Document): Map<string, string> {
  const content = sanitizeArticle(article.html, { document, images: 'none', baseUrl: article.url });
  return new Map(listBlocks(content).map(({ key, text }) => [key, text]));
}
