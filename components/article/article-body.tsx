import { useContext, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Article } from '../../utils/article/article.ts';
import { directBlocks } from '../../utils/article/body/direct-blocks.ts';
import { sanitizeArticle } from '../../utils/article/sanitize.ts';
import { applyEdits } from '../../utils/library/edits/apply-edits.ts';
import type { Edit } from '../../utils/library/item.ts';
import { isolateIn } from '../reading/isolate-text.ts';
import { holdLine } from '../reading/position.ts';
import { showIn } from '../reading/shown-text.ts';
import { useShowing } from '../reading/showing-context.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { holdPictures, withoutSources } from './hold-pictures.ts';
import type { ShownPictures } from './kept-pictures.ts';
import { PicturesContext } from './pictures-context.ts';
import {
  collapsePicture,
  collapseUnshown,
  directPre,
  keepUpright,
  keepRoom,
  keyBlocks,
  placeKept,
  roomForVowels,
  wrapTables,
} from './prepare-body.ts';
import { setVerses, setVerseTables } from './set-verses.ts';

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
  // The words, not what looks them up: that is another one whenever digits are.
  const words = { table: t('table'), showPicture: t('showPicture') };
  const body = useRef<HTMLDivElement>(null);
  const pictures = useRef(kept);
  pictures.current = kept;
  const { digits, tashkeel } = useShowing();
  const setting = useContext(PicturesContext);
  const opened = useMemo(() => new Set<string>(), [article]);
  const shownAs = useRef('');
  useLayoutEffect(() => {
    const place = body.current;
    if (!place) return;
    const clean = (html: string): DocumentFragment => {
      const asked = setting === 'show' ? images : 'none';
      const cleaned = sanitizeArticle(html, { document, images: asked, baseUrl: article.url });
      directBlocks(cleaned);
      directPre(cleaned);
      setVerseTables(cleaned);
      return cleaned;
    };
    const content = clean(article.html);
    keyBlocks(content);
    if (edits.length > 0) applyEdits(content, article, edits, clean);
    keepUpright(content);
    setVerses(content);
    wrapTables(content, words.table);
    if (setting === 'none') withoutSources(content);
    if (setting === 'tap') {
      holdPictures(content, {
        opened,
        label: words.showPicture,
        canShow: (address) => images === 'network' || pictures.current.has(address),
        bring(picture) {
          if (images === 'network') picture.src = picture.dataset['src'] ?? picture.src;
        },
      });
    }
    placeKept(content, pictures.current);
    collapseUnshown(content, pictures.current);
    isolateIn(content, article.dir);
    showIn(content, article.dir, { digits, tashkeel });
    roomForVowels(content);
    keepRoom(place, content);
    place.replaceChildren(content);
    shownAs.current = `${digits} ${tashkeel}`;
  }, [article, edits, images, setting, words.table, words.showPicture]);
  // Another setting changes the texts where they stand, pictures and all, and the line that is read too.
  useLayoutEffect(() => {
    const place = body.current;
    if (!place || shownAs.current === `${digits} ${tashkeel}`) return;
    shownAs.current = `${digits} ${tashkeel}`;
    holdLine(place, () => {
      showIn(place, article.dir, { digits, tashkeel });
      roomForVowels(place);
    });
  }, [digits, tashkeel]);
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
