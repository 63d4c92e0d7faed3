import { useState } from 'preact/hooks';
import type { Article } from '../../utils/article/article.ts';
import { NoRoom } from '../../utils/handoff.ts';
import type { MessageKey } from '../../utils/i18n.ts';
import { ArticleView } from '../article/article-view.tsx';
import { LineGuide } from '../focus/line-guide.tsx';
import type { PuttingBack } from '../article/removals.tsx';
import { sendMessage } from '../../utils/messages.ts';
import { useI18n } from '../ui/i18n-context.ts';
import type { Toasts } from '../ui/toasts.tsx';
import { openWithPictures } from './other-pages.ts';
import { StateView, type StateViewProps } from './state-view.tsx';
import { originalOf, type ArticleSubject } from './subject.ts';
import { TrashedState } from './trashed-state.tsx';
import { WorkingState } from './working-state.tsx';

type SubjectViewProps = StateViewProps & { compact: boolean; toasts: Toasts };

/** Every state has its face. */
export function SubjectView({ compact, toasts, ...props }: SubjectViewProps) {
  const { subject } = props;
  if (subject.kind === 'working') return <WorkingState />;
  if (subject.kind === 'trashed') return <TrashedState item={subject.item} />;
  if (subject.kind !== 'article') return <StateView {...props} />;
  return (
    <>
      <ArticleState key={subject.article.url} subject={subject} compact={compact} toasts={toasts} />
      <LineGuide />
    </>
  );
}

interface ArticleStateProps {
  subject: ArticleSubject;
  compact: boolean;
  toasts: Toasts;
}

function ArticleState({ subject, compact, toasts }: ArticleStateProps) {
  const { t } = useI18n();
  const [asks, setAsks] = useState(false);
  return (
    <ArticleView
      article={subject.article}
      corrected={subject.item?.corrected ?? null}
      images={subject.from === 'page' || asks ? 'network' : 'none'}
      {...(subject.edits ? { edits: subject.edits } : {})}
      onPutBack={puttingBack(subject, () => toasts.show({ text: t('changeFailed') }))}
      {...(subject.pictures ? { pictures: subject.pictures } : {})}
      original={originalOf(subject)}
      compact={compact}
      onLoadPictures={async () => {
        // The full tab's policy lets none through, so the article goes to the page whose policy does.
        if (!compact) return leadThere(subject.article);
        setAsks(true);
        return null;
      }}
    />
  );
}

/** Kept with what is saved, and shown once it is: what is not saved, or not known to be, has no place for it. */
function puttingBack({ item, edits }: ArticleSubject, onFailed: () => void): PuttingBack | null {
  if (!item || !edits) return null;
  return (removal, back) => {
    sendMessage('putBack', { id: item.id, removal, back }).catch((error: unknown) => {
      console.error(error);
      onFailed();
    });
  };
}

/** Answers what to tell the reader where it fails. */
async function leadThere(article: Article): Promise<MessageKey | null> {
  try {
    await openWithPictures(article);
    return null;
  } catch (error) {
    console.error(error);
    return error instanceof NoRoom ? 'noRoomForTab' : 'openFailed';
  }
}
