import { useEffect, useRef } from 'preact/hooks';
import { LibraryDialogs } from '../library/library-dialogs.tsx';
import { LibraryPane } from '../library/library-pane.tsx';
import { focusSearch } from '../library/search-field.tsx';
import { useThumbnail } from '../library/thumbnails.ts';
import { focusRow } from '../library/use-list-keys.ts';
import { useCommand } from '../keys/commands.ts';
import { CompactBar } from './compact-bar.tsx';
import type { CompactState } from './compact-state.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { showAnyway } from './place.ts';
import { LinkQuestionDialog, SaveFailed, SaveQuestions } from './save-questions.tsx';
import type { Base } from './shell.tsx';
import { SubjectView } from './subject-view.tsx';
import { RestoredNotice } from '../library/restored-notice.tsx';
import { UnfinishedSaves } from './unfinished.tsx';
import { useReadingPlace } from './use-reading-place.ts';
import { useNeighbours } from './use-neighbours.ts';
import { useScrollMemory } from './use-scroll-memory.ts';

interface CompactScreenProps {
  base: Base;
  compact: CompactState;
  onLeft: () => void;
  onTryAgain: () => void;
  inPanel: boolean;
  /** The panel's article is not of the page beside it. */
  elsewhere: boolean;
}

/** Popup and side panel: bar, then the article, the saved list, or a saved article. */
export function CompactScreen(props: CompactScreenProps) {
  const { base, compact, inPanel } = props;
  const { t } = useI18n();
  const view = compact.view.value;
  const main = useRef<HTMLElement>(null);
  useScrollMemory(view);
  useReadingPlace(
    view === 'item' ? compact.opened.value : compact.place.subject.value,
    compact.desk.library,
    view !== 'list',
  );
  const seeking = useRef(false);
  useFocusOnChange(view, main, seeking);
  useCompactCommands(compact, seeking);
  return (
    <div class="app">
      <CompactBar base={base} compact={compact} inPanel={inPanel} onLeft={props.onLeft} />
      <main ref={main} tabIndex={-1} data-view={view}>
        <UnfinishedSaves />
        <RestoredNotice />
        {view === 'page' && <SaveFailed saving={compact.saving} />}
        {view === 'page' && props.elsewhere && (
          <div class="banner" role="status" data-testid="other-page">
            <p>{t('otherPage')}</p>
          </div>
        )}
        <CurrentView {...props} />
      </main>
      <SaveQuestions saving={compact.saving} />
      <LinkQuestionDialog question={compact.link} />
      <LibraryDialogs desk={compact.desk} />
    </div>
  );
}

function CurrentView({ base, compact, onTryAgain }: CompactScreenProps) {
  const view = compact.view.value;
  const openLibrary = (): void => void (compact.view.value = 'list');
  if (view === 'list') {
    return (
      <LibraryPane
        desk={compact.desk}
        currentId={null}
        onOpen={(item) => void compact.openItem(item)}
        onFollow={null}
        thumbnail={useThumbnail}
        choosing={false}
        withShelves
        level={1}
      />
    );
  }
  return (
    <SubjectView
      subject={view === 'item' ? compact.opened.value : compact.place.subject.value}
      compact
      toasts={base.toasts}
      onShowAnyway={() => void showAnyway(compact.place)}
      onTryAgain={view === 'item' ? () => void compact.readAgain() : onTryAgain}
      onOpenLibrary={openLibrary}
    />
  );
}

function useCompactCommands(compact: CompactState, seeking: { current: boolean }): void {
  const { view, opened, desk } = compact;
  const shown = opened.value;
  const currentId = 'item' in shown ? (shown.item?.id ?? null) : null;
  const inList = view.value === 'list';
  useNeighbours(
    desk.library,
    currentId,
    (item) => void compact.openItem(item),
    view.value === 'item',
  );
  useCommand('next', inList ? () => stepInList(1) : null);
  useCommand('previous', inList ? () => stepInList(-1) : null);
  useCommand('search', () => {
    if (inList) focusSearch();
    seeking.current = !inList;
    view.value = 'list';
  });
}

function stepInList(by: number): void {
  const rows = [...document.querySelectorAll('[data-testid="library-item"]')];
  focusRow(rows[rows.findIndex((row) => row.contains(document.activeElement)) + by]);
}

/**
 * After a change of view the focus starts at its top, so that the keyboard and a screen reader follow;
 * at the search field, where that is what was wanted.
 */
function useFocusOnChange(
  view: string,
  main: { current: HTMLElement | null },
  seeking: { current: boolean },
): void {
  const before = useRef(view);
  useEffect(() => {
    if (before.current !== view && !document.activeElement?.closest('.toast')) {
      if (seeking.current) focusSearch();
      else main.current?.focus({ preventScroll: true });
    }
    seeking.current = false;
    before.current = view;
  }, [view, main, seeking]);
}
