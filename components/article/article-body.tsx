import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Article } from '../../utils/article/article.ts';
import { directBlocks } from '../../utils/article/direct-blocks.ts';
import { sanitizeArticle } from '../../utils/article/sanitize.ts';
import { applyEdits } from '../../utils/library/apply-edits.ts';
import type { Edit } from '../../utils/library/item.ts';
import { useI18n } from '../ui/i18n-context.ts';
import type { ShownPictures } from './kept-pictures.ts';
import {
  collapsePicture,
  collapseUnshown,
  directPre,
  keepUpright,
  keyBlocks,
  placeKept,
  roomForVowels,
  wrapTables,
} from './prepare-body.ts';
import { setVerses } from './set-verses.ts';

interface ArticleBodyProps {
  article: Article;
  /** What the reader changed of it. */
  edits: readonly Edit[];
  images: 'network' | 'none';
  /** Kept copies, shown where nothing may be asked for. */
  kept: ShownPictures;
}

/** The text itself. It enters through the one door, whole, before the next frame. */
export function ArticleBody({ article, edits, images, kept }: ArticleBodyProps) {
  const { t } = useI18n();
  const body = useRef<HTMLDivElement>(null);
  const pictures = useRef(kept);
  pictures.current = kept;
  useLayoutEffect(() => {
    const place = body.current;
    if (!place) return;
    const clean = (html: string): DocumentFragment => {
      const cleaned = sanitizeArticle(html, { document, images, baseUrl: article.url });
      directBlocks(cleaned);
      return cleaned;
    };
    const content = clean(article.html);
    keyBlocks(content);
    if (edits.length > 0) applyEdits(content, article, edits, clean);
    directPre(content);
    keepUpright(content);
    roomForVowels(content);
    setVerses(content);
    wrapTables(content, t('table'));
    placeKept(content, pictures.current);
    collapseUnshown(content, pictures.current);
    place.replaceChildren(content);
  }, [article, edits, images, t]);
  // Their bytes are read when the text is already there: it stays as it stands.
  useLayoutEffect(() => {
    if (body.current) placeKept(body.current, kept);
  }, [kept]);
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
