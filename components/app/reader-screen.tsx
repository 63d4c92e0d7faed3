import { useEffect, useRef } from 'preact/hooks';
import type { Item } from '../../utils/library/item.ts';
import { ExchangeDialogs } from '../exchange/exchange-dialogs.tsx';
import { titleOf } from '../library/item-words.ts';
import { LibraryDialogs } from '../library/library-dialogs.tsx';
import type { UseThumbnail } from '../library/thumbnail.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { LibrarySide } from './library-side.tsx';
import { NothingOpen } from './nothing-open.tsx';
import { showAnyway } from './place.ts';
import { ReaderBar } from './reader-bars.tsx';
import type { ReaderState } from './reader-state.ts';
import { SaveFailed, SaveQuestions } from './save-questions.tsx';
import type { Base } from './shell.tsx';
import type { Subject } from './subject.ts';
import { SubjectView } from './subject-view.tsx';
import { useReadingPlace } from './use-reading-place.ts';

interface ReaderScreenProps {
  base: Base;
  reader: ReaderState;
  /** Goes to a saved article, here or on the page that may show it. */
  onOpen: (item: Item) => void;
  /** The keyboard came to a row, and what it names is to be shown; null where that would leave the page. */
  onFollow: ((item: Item) => void) | null;
  thumbnail: UseThumbnail | null;
  /** Address of the page of an article that is gone, where it is still known. */
  goneFrom?: string | null;
}

/** The full tab: shelves and saved list, and the article with room to read. */
export function ReaderScreen({
  base,
  reader,
  onOpen,
  onFollow,
  thumbnail,
  goneFrom = null,
}: ReaderScreenProps) {
  const { t } = useI18n();
  const subject = reader.place.subject.value;
  const current = 'item' in subject ? subject.item : null;
  const main = useRef<HTMLElement>(null);
  // A private window's headline must not reach the history: Chromium opens our pages in ordinary windows only.
  const title = (!reader.place.isPrivate && nameOf(subject)) || t('extensionName');
  useEffect(() => {
    document.title = title;
  }, [title, t]);
  const shows = reader.shows.value;
  useReadingPlace(subject, reader.desk.library, shows === 'article');
  const open = (item: Item, byKeyboard: boolean): void => {
    // The article beside the list is read on by the keyboard that chose it.
    if (byKeyboard) main.current?.focus({ preventScroll: true });
    reader.shows.value = 'article';
    if (item.id !== current?.id) onOpen(item);
  };
  return (
    <div class="reader" data-shows={shows}>
      <LibrarySide
        base={base}
        reader={reader}
        currentId={current?.id ?? null}
        onOpen={open}
        onFollow={onFollow}
        thumbnail={thumbnail}
      />
      <div class="article-side">
        <ReaderBar base={base} reader={reader} />
        <main ref={main} tabIndex={-1}>
          <SaveFailed saving={reader.saving} />
          {subject.kind === 'none' ? (
            <NothingOpen reader={reader} />
          ) : (
            <SubjectView
              subject={subject}
              compact={false}
              toasts={base.toasts}
              marking={reader.marking}
              saving={reader.saving}
              isPrivate={reader.place.isPrivate}
              onShowAnyway={() => void showAnyway(reader.place)}
              onTryAgain={() => void reader.start()}
              goneFrom={goneFrom}
              onOpenLibrary={null}
            />
          )}
        </main>
      </div>
      <SaveQuestions saving={reader.saving} />
      <LibraryDialogs desk={reader.desk} />
      <ExchangeDialogs desk={reader.desk} exchanging={reader.exchanging} />
    </div>
  );
}

function nameOf(subject: Subject): string | null {
  if (subject.kind !== 'article') return null;
  return subject.item ? titleOf(subject.item) : subject.article.title;
}
