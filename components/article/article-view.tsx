import type { ComponentChildren } from 'preact';
import { useContext, useId, useMemo, useRef } from 'preact/hooks';
import type { Article, IncompleteReason } from '../../utils/article/article.ts';
import type { MessageKey } from '../../utils/i18n.ts';
import { useCopying } from '../reading/use-copying.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { OutLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { turnedArticle } from '../../utils/library/edits/block-edits.ts';
import type { Edit, Picture } from '../../utils/library/item.ts';
import { pictureAddresses } from '../../utils/library/pictures/addresses.ts';
import { ArticleBody } from './article-body.tsx';
import { ArticleHeader } from './article-header.tsx';
import { withKeptKinds, type KeptKinds } from './kept-kinds.ts';
import { useKeptPictures, type ShownPictures } from './kept-pictures.ts';
import { LeadPicture } from './lead-picture.tsx';
import { LoadPictures, type LoadingPictures } from './load-pictures.tsx';
import { PicturesContext } from './pictures-context.ts';
import { plainList } from '../ui/plain.ts';
import { Removals, type PuttingBack } from './removals.tsx';
import { Text } from './text.tsx';
import { SourceLine } from './source-line.tsx';

interface ArticleViewProps {
  article: Article;
  /** What the reader put in the place of headline and byline; null where nothing is. */
  corrected?: { title: string | null; byline: string | null } | null;
  /** What the reader changed of it. */
  edits?: readonly Edit[];
  /** Puts back what was left out; null where that cannot be kept. */
  onPutBack?: PuttingBack | null;
  /** What its site was told to always show; null where nothing is remembered. */
  kinds?: KeptKinds | null;
  /** What stands under the line of what was left out, words of the interface. */
  under?: ComponentChildren;
  /** `network` only for a page just read, or where the reader asks for it: a saved article asks for nothing. */
  images: 'network' | 'none';
  /** Pictures kept of it. */
  pictures?: readonly Picture[];
  /** Shows the article with its pictures from their hosts; null where that is not offered. */
  onLoadPictures?: LoadingPictures | null;
  /** Address of the page itself, if it is one of the web. */
  original: string | null;
  /** A low picture, so that the first lines show without scrolling. */
  compact: boolean;
}

const INCOMPLETE: Record<IncompleteReason, MessageKey> = {
  fold: 'incomplete_fold',
  wall: 'incomplete_wall',
  'next-page': 'incomplete_next_page',
  fetched: 'incomplete_fetched',
};

/** The article as read: a page of a book. */
export function ArticleView(props: ArticleViewProps) {
  const { article, corrected = null, images, original, compact } = props;
  const { pictures = NONE, onLoadPictures = null, onPutBack = null, kinds = null } = props;
  const own = props.edits ?? UNCHANGED;
  const keptKinds = kinds?.kinds ?? NO_KINDS;
  const edits = useMemo(() => withKeptKinds(article, own, keptKinds), [article, own, keptKinds]);
  const turned = turnedArticle(own);
  const { t } = useI18n();
  const titleId = useId();
  const page = useRef<HTMLElement>(null);
  useCopying(page, 'article');
  const setting = useContext(PicturesContext);
  const kept = useKeptPictures(setting === 'none' ? NONE : pictures);
  const missing = images === 'none' && setting !== 'none' ? notKept(article, kept) : 0;
  return (
    <article
      ref={page}
      class={compact ? 'article compact' : 'article'}
      data-testid="article"
      aria-labelledby={titleId}
      dir={turned ?? article.dir}
      {...(article.lang ? { lang: article.lang } : {})}
    >
      <ArticleHeader {...{ article, corrected, turned, titleId }} />
      {original && (
        <Interface>
          <SourceLine address={original} />
        </Interface>
      )}
      {!article.complete && (
        <Notice testid="state-incomplete">
          {t(article.incompleteReason ? INCOMPLETE[article.incompleteReason] : 'incomplete')}{' '}
          {original && <OutLink href={original}>{t('openOriginal')}</OutLink>}
        </Notice>
      )}
      {article.fromSelection && <Notice testid="from-selection">{t('fromSelection')}</Notice>}
      <Interface>
        <Removals {...{ article, edits, onPutBack, kinds }} />
        {props.under}
      </Interface>
      {missing > 0 && onLoadPictures && (
        <Interface>
          <LoadPictures missing={missing} onLoad={onLoadPictures} />
        </Interface>
      )}
      {article.leadImage && (
        <LeadPicture
          key={article.leadImage.src}
          image={article.leadImage}
          images={images}
          kept={kept}
        />
      )}
      <ArticleBody article={article} edits={edits} images={images} kept={kept} />
      <EndNotes notes={plainList(article.endNotes)} />
      {original && (
        <Interface>
          <p class="to-original small">
            <OutLink href={original} data-testid="open-original">
              <Icon name="page" />
              {t('openOriginal')}
            </OutLink>
          </p>
        </Interface>
      )}
    </article>
  );
}

const NONE: readonly Picture[] = [];
const UNCHANGED: readonly Edit[] = [];
const NO_KINDS: KeptKinds['kinds'] = [];

function notKept(article: Article, kept: ShownPictures): number {
  return pictureAddresses(article).filter((address) => !kept.has(address)).length;
}

/** Words of the interface inside the article keep the interface's language and direction. */
function Interface({ children }: { children: ComponentChildren }) {
  const { locale, dir } = useI18n();
  return (
    <div lang={locale} dir={dir} data-interface>
      {children}
    </div>
  );
}

function Notice({ testid, children }: { testid: string; children: ComponentChildren }) {
  return (
    <Interface>
      <p class="notice small" data-testid={testid}>
        {children}
      </p>
    </Interface>
  );
}

function EndNotes({ notes }: { notes: string[] }) {
  const { t } = useI18n();
  if (notes.length === 0) return null;
  return (
    <section class="end-notes small" aria-label={t('endNotes')} data-testid="end-notes">
      {notes.map((note, index) => (
        <Text as="p" key={index}>
          {note}
        </Text>
      ))}
    </section>
  );
}
