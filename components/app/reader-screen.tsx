import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Item } from '../../utils/library/item.ts';
import { LibraryView } from '../library/library-view.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { showAnyway } from './place.ts';
import { ListBar, ReaderBar } from './reader-bars.tsx';
import type { ReaderState } from './reader-state.ts';
import { SaveFailed, SaveQuestions } from './save-questions.tsx';
import type { Base } from './shell.tsx';
import { isOfOne } from './subject.ts';
import { SubjectView } from './subject-view.tsx';
import { UnfinishedSaves } from './unfinished.tsx';

interface ReaderScreenProps {
  base: Base;
  reader: ReaderState;
  /** Goes to a saved article, here or on the page that may show it. */
  onOpen: (item: Item) => void;
  /** Address of the page of an article that is gone, where it is still known. */
  goneFrom?: string | null;
}

/** The full tab: the saved list, and the article with room to read. */
export function ReaderScreen({ base, reader, onOpen, goneFrom = null }: ReaderScreenProps) {
  const { t } = useI18n();
  const subject = reader.place.subject.value;
  const current = subject.kind === 'article' || subject.kind === 'link' ? subject.item : null;
  const main = useRef<HTMLElement>(null);
  // A private window's headline must not reach the history: Chromium opens our pages in ordinary windows only.
  const named = subject.kind === 'article' && !reader.place.isPrivate;
  const title = named ? subject.article.title : t('extensionName');
  useEffect(() => {
    document.title = title;
  }, [title, t]);
  // Another thing is read from its beginning; the same one, saved or deleted meanwhile, stays where it is.
  const shown = useRef(subject);
  useEffect(() => {
    if (!isOfOne(subject, shown.current)) window.scrollTo(0, 0);
    shown.current = subject;
  }, [subject]);
  const shows = useMemo(() => reader.shows, [reader]).value;
  return (
    <div class="reader" data-shows={shows}>
      <section class="list-side" aria-label={t('library')}>
        <ListBar base={base} reader={reader} />
        <div class="list-pane">
          <UnfinishedSaves />
          <LibraryView
            library={reader.library}
            toasts={base.toasts}
            currentId={current?.id ?? null}
            onOpen={onOpen}
            level={2}
          />
        </div>
      </section>
      <div class="article-side">
        <ReaderBar base={base} reader={reader} />
        <main ref={main} tabIndex={-1}>
          <SaveFailed saving={reader.saving} />
          <SubjectView
            subject={subject}
            compact={false}
            onShowAnyway={() => void showAnyway(reader.place)}
            onTryAgain={() => void reader.start()}
            goneFrom={goneFrom}
            onOpenLibrary={null}
            empty={{ title: 'chooseArticle', hint: null }}
          />
        </main>
      </div>
      <SaveQuestions saving={reader.saving} />
    </div>
  );
}
