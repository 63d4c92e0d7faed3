import type { NoArticleReason } from '../../utils/article/article.ts';
import type { UnreadableReason } from '../../utils/background/press.ts';
import type { I18n, MessageKey } from '../../utils/i18n.ts';
import { Button, OutLink } from '../ui/button.tsx';
import type { DrawingName } from '../ui/drawing.tsx';
import { StateCard } from '../ui/state-card.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { originalOf, type Subject } from './subject.ts';

export interface StateViewProps {
  subject: Subject;
  onShowAnyway: () => void;
  onTryAgain: () => void;
  /** Address of the page of an article that is gone, where it is still known. */
  goneFrom?: string | null;
  /** null where the library stands beside. */
  onOpenLibrary: (() => void) | null;
}

/** What is shown where there is no article to show, with every way on. */
export function StateView(props: StateViewProps) {
  const i18n = useI18n();
  const { subject, onOpenLibrary } = props;
  const face = faceOf(props, i18n);
  const goneFrom = subject.kind === 'gone' ? props.goneFrom : null;
  const original = subject.kind === 'link' ? originalOf(subject) : goneFrom;
  return (
    <StateCard
      {...face}
      actions={
        <>
          {subject.kind === 'no-article' && subject.anyway && (
            <Button look="filled" data-testid="show-anyway" onClick={props.onShowAnyway}>
              {i18n.t('showAnyway')}
            </Button>
          )}
          {face.name === 'error' && (
            <Button look="filled" data-testid="try-again" onClick={props.onTryAgain}>
              {i18n.t('tryAgain')}
            </Button>
          )}
          {original && (
            <OutLink href={original} extraClass="button filled" data-testid="open-original">
              {i18n.t('openOriginal')}
            </OutLink>
          )}
          {onOpenLibrary && (
            <Button data-testid="state-open-library" onClick={onOpenLibrary}>
              {i18n.t('openLibrary')}
            </Button>
          )}
        </>
      }
    />
  );
}

interface Face {
  name: string;
  drawing: DrawingName;
  title: string;
  hint: string | null;
  reason?: string;
}

function faceOf({ subject }: StateViewProps, { t }: I18n): Face {
  if (subject.kind === 'no-article') {
    const { reason } = subject;
    const hint = t(NO_ARTICLE[reason]);
    return { name: 'no-article', drawing: 'list', title: t('noArticle'), hint, reason };
  }
  if (subject.kind === 'unreadable') {
    if (subject.reason === 'failed') {
      return { name: 'error', drawing: 'torn', title: t('failed'), hint: t('failedHint') };
    }
    const title = t(RESTRICTED[subject.reason]);
    return { name: 'restricted', drawing: 'closed', title, hint: t('restrictedHint') };
  }
  if (subject.kind === 'link') {
    return { name: 'link', drawing: 'sheet', title: t('keptLink'), hint: t('keptLinkHint') };
  }
  if (subject.kind === 'gone') {
    return { name: 'gone', drawing: 'torn', title: t('gone'), hint: t('goneHint') };
  }
  return { name: 'none', drawing: 'sheet', title: t('pressNeeded'), hint: t('restrictedHint') };
}

const NO_ARTICLE: Record<NoArticleReason, MessageKey> = {
  'home-page': 'noArticle_home_page',
  list: 'noArticle_list',
  search: 'noArticle_search',
  gallery: 'noArticle_gallery',
  login: 'noArticle_login',
  'error-page': 'noArticle_error_page',
  'too-little-text': 'noArticle_too_little_text',
  empty: 'noArticle_empty',
  'too-large': 'noArticle_too_large',
};

const RESTRICTED: Record<Exclude<UnreadableReason, 'failed'>, MessageKey> = {
  pdf: 'restricted_pdf',
  'browser-page': 'restricted_browser_page',
  restricted: 'restricted_restricted',
};
