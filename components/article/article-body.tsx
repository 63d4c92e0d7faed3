import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Article } from '../../utils/article/article.ts';
import { sanitizeArticle } from '../../utils/article/sanitize.ts';
import { useI18n } from '../ui/i18n-context.ts';
import {
  collapsePicture,
  collapseUnshown,
  directBlocks,
  keyBlocks,
  wrapTables,
} from './prepare-body.ts';

/** The text itself. It enters through the one door, whole, before the next frame. */
export function ArticleBody({ article, images }: { article: Article; images: 'network' | 'none' }) {
  const { t } = useI18n();
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = body.current;
    if (!place) return;
    const content = sanitizeArticle(article.html, { document, images, baseUrl: article.url });
    keyBlocks(content);
    directBlocks(content);
    wrapTables(content, t('table'));
    collapseUnshown(content);
    place.replaceChildren(content);
  }, [article, images, t]);
  return (
    <div
      ref={body}
      class="article-body"
      data-testid="article-body"
      onErrorCapture={(event) => {
        if (event.target instanceof HTMLImageElement) collapsePicture(event.target);
      }}
    />
  );
}
