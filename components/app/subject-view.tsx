import { useState } from 'preact/hooks';
import type { Article } from '../../utils/article/article.ts';
import { NoRoom } from '../../utils/handoff.ts';
import type { MessageKey } from '../../utils/i18n.ts';
import { ArticleView } from '../article/article-view.tsx';
import { openWithPictures } from './other-pages.ts';
import { StateView, type StateViewProps } from './state-view.tsx';
import { originalOf, type ArticleSubject } from './subject.ts';
import { TrashedState } from './trashed-state.tsx';
import { WorkingState } from './working-state.tsx';

type SubjectViewProps = StateViewProps & { compact: boolean };

/** Every state has its face. */
export function SubjectView({ compact, ...props }: SubjectViewProps) {
  const { subject } = props;
  if (subject.kind === 'working') return <WorkingState />;
  if (subject.kind === 'trashed') return <TrashedState item={subject.item} />;
  if (subject.kind !== 'article') return <StateView {...props} />;
  return <ArticleState key={subject.article.url} subject={subject} compact={compact} />;
}

function ArticleState({ subject, compact }: { subject: ArticleSubject; compact: boolean }) {
  const [asks, setAsks] = useState(false);
  return (
    <ArticleView
      article={subject.article}
      corrected={subject.item?.corrected ?? null}
      images={subject.from === 'page' || asks ? 'network' : 'none'}
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
