import { useMemo, useState } from 'preact/hooks';
import type { Article } from '../../utils/article/article.ts';
import { NoRoom } from '../../utils/handoff.ts';
import type { MessageKey } from '../../utils/i18n.ts';
import { ArticleView } from '../article/article-view.tsx';
import { LineGuide } from '../focus/line-guide.tsx';
import { useKeptKinds } from '../article/use-kept-kinds.ts';
import type { PuttingBack } from '../article/removals.tsx';
import { ArticleMarks } from '../marks/article-marks.tsx';
import { createChange } from '../marks/change.ts';
import type { Marking } from '../marks/marking.ts';
import { MarksLine } from '../marks/marks-line.tsx';
import { sendMessage } from '../../utils/messages.ts';
import { useI18n } from '../ui/i18n-context.ts';
import type { Toasts } from '../ui/toasts.tsx';
import { openWithPictures } from './other-pages.ts';
import type { Saving } from './saving.ts';
import { StateView, type StateViewProps } from './state-view.tsx';
import { originalOf, type ArticleSubject } from './subject.ts';
import { TrashedState } from './trashed-state.tsx';
import { WorkingState } from './working-state.tsx';

interface Around {
  compact: boolean;
  toasts: Toasts;
  marking: Marking;
  /** Saves what is shown of a page, for what can only be kept with it. */
  saving: Saving;
  /** In a private window nothing is remembered of the site. */
  isPrivate: boolean;
}

type SubjectViewProps = StateViewProps & Around;

/** Every state has its face. */
export function SubjectView({
  compact,
  toasts,
  marking,
  saving,
  isPrivate,
  ...props
}: SubjectViewProps) {
  const { subject } = props;
  if (subject.kind === 'working') return <WorkingState />;
  if (subject.kind === 'trashed') return <TrashedState item={subject.item} toasts={toasts} />;
  if (subject.kind !== 'article') return <StateView {...props} />;
  return (
    <>
      <ArticleState
        key={subject.article.url}
        {...{ subject, compact, toasts, marking, saving, isPrivate }}
      />
      <LineGuide />
    </>
  );
}

type ArticleStateProps = Around & { subject: ArticleSubject };

function ArticleState(props: ArticleStateProps) {
  const { subject, compact, toasts, marking, saving, isPrivate } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const [asks, setAsks] = useState(false);
  const failed = (): void => toasts.show({ text: t('changeFailed') });
  const kinds = useKeptKinds(subject.article.url, isPrivate, failed);
  const edits = useMemo(() => subject.edits ?? [], [subject.edits]);
  const change = createChange({
    saved: async () => subject.item ?? (subject.from === 'page' ? saving.savedItem() : null),
    toasts,
    i18n,
  });
  return (
    <>
      <ArticleView
        article={subject.article}
        corrected={subject.item?.corrected ?? null}
        images={subject.from === 'page' || asks ? 'network' : 'none'}
        {...(subject.edits ? { edits: subject.edits } : {})}
        onPutBack={puttingBack(subject, saving, failed)}
        kinds={kinds}
        under={<MarksLine edits={edits} onOpen={() => (marking.asking.value = { kind: 'list' })} />}
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
      <ArticleMarks article={subject.article} {...{ edits, change, marking }} />
    </>
  );
}

/** Kept with what is saved: a page just read is saved with it. null for what has no place for it. */
function puttingBack(
  { item, edits, from }: ArticleSubject,
  saving: Saving,
  onFailed: () => void,
): PuttingBack | null {
  if (item ? !edits : from !== 'page') return null;
  const put = async (removal: string, back: boolean): Promise<void> => {
    const saved = item ?? (await saving.savedItem());
    if (saved) await sendMessage('putBack', { id: saved.id, removal, back });
  };
  return (removal, back) => {
    put(removal, back).catch((error: unknown) => {
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
