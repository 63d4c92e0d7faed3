import { useEffect, useRef } from 'preact/hooks';
import type { Item } from '../../utils/library/item.ts';
import { ExchangeDialogs } from '../exchange/exchange-dialogs.tsx';
import { ReachableContext, useCommand } from '../keys/commands.ts';
import { ListeningBar } from '../listening/listening-bar.tsx';
import { useListening } from '../listening/use-listening.ts';
import { titleOf } from '../library/item-words.ts';
import { focusSearch } from '../library/search-field.tsx';
import { focusRow } from '../library/use-list-keys.ts';
import { LibraryDialogs } from '../library/library-dialogs.tsx';
import type { UseThumbnail } from '../library/thumbnail.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { useMedia } from '../ui/use-media.ts';
import { LibrarySide, TWO_PANES } from './library-side.tsx';
import { NothingOpen } from './nothing-open.tsx';
import { showAnyway } from './place.ts';
import { ReaderBar } from './reader-bars.tsx';
import type { ReaderState } from './reader-state.ts';
import { SaveFailed, SaveQuestions } from './save-questions.tsx';
import type { Base } from './shell.tsx';
import type { Subject } from './subject.ts';
import { SubjectView } from './subject-view.tsx';
import { usePrintOnOpening } from './print-page.ts';
import { useNeighbours } from './use-neighbours.ts';
import { useArrival } from './use-arrival.ts';
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
  const arrival = useArrival(subject);
  useReadingPlace(subject, reader.desk.library, shows === 'article', arrival.place);
  const listening = useListening({
    article: subject.kind === 'article' ? subject.article : null,
    shown: shows === 'article',
    atOnce: arrival.listen,
    until: base.until,
  });
  const open = (item: Item, byKeyboard: boolean): void => {
    // The article beside the list is read on by the keyboard that chose it.
    if (byKeyboard) main.current?.focus({ preventScroll: true });
    reader.shows.value = 'article';
    if (item.id !== current?.id) onOpen(item);
  };
  const beside = useMedia(TWO_PANES);
  useNeighbours(reader.desk.library, current?.id ?? null, (item) => open(item, true), true);
  useListCommands(reader, beside);
  usePrintOnOpening(subject);
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
      <ReachableContext.Provider value={beside || shows === 'article'}>
        <div class="article-side">
          <ReaderBar base={base} reader={reader} listening={listening} />
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
          <ListeningBar page={listening} />
        </div>
      </ReachableContext.Provider>
      <SaveQuestions saving={reader.saving} />
      <LibraryDialogs desk={reader.desk} />
      <ExchangeDialogs desk={reader.desk} exchanging={reader.exchanging} />
    </div>
  );
}

/** Ways to the list: over the article where the window is narrow, beside it elsewhere. */
function useListCommands({ shows }: ReaderState, beside: boolean): void {
  const goThere = (focus: () => void): void => {
    shows.value = 'list';
    // In a narrow window the list is not there to take the focus before it is drawn.
    if (beside) focus();
    else requestAnimationFrame(focus);
  };
  useCommand('search', () => goThere(focusSearch));
  useCommand('back', beside || shows.value === 'article' ? () => goThere(focusCurrentRow) : null);
}

function focusCurrentRow(): void {
  const rows = '[data-testid="library-item"]';
  focusRow(document.querySelector(`${rows}[data-current="true"]`) ?? document.querySelector(rows));
}

function nameOf(subject: Subject): string | null {
  if (subject.kind !== 'article') return null;
  return subject.item ? titleOf(subject.item) : subject.article.title;
}
