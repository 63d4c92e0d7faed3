import type { ComponentChildren } from 'preact';
import { changeWithUndo } from '../library/change-with-undo.ts';
import { IconButton } from '../ui/button.tsx';
import { Bar } from './bar.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { ItemMenuLines, ItemToggles } from './item-bar.tsx';
import { MarksMenuLines } from '../marks/marks-menu-lines.tsx';
import { MoreMenu } from './more-menu.tsx';
import type { ReaderState } from './reader-state.ts';
import { SaveButton, SavedSign } from './save-button.tsx';
import type { Base } from './shell.tsx';
import { originalOf, withoutItem } from './subject.ts';
import { TimeLeft } from '../focus/time-left.tsx';
import { GuideLine } from '../focus/line-guide.tsx';
import { TakeLines } from './take-lines.tsx';
import { ListenButton } from '../listening/listen-button.tsx';
import type { PageListening } from '../listening/use-listening.ts';
import { TypePanel } from '../reading/type-panel.tsx';

interface ReaderBarProps {
  base: Base;
  reader: ReaderState;
  listening: PageListening;
}

interface ListBarProps {
  base: Base;
  /** What stands before the name: the way to the shelves, where they do not stand beside. */
  start: ComponentChildren;
  /** Lines of the menu that concern the library as a whole. */
  children?: ComponentChildren;
}

/** Over shelves or list: the name, and what concerns the library as a whole. */
export function ListBar({ base, start, children }: ListBarProps) {
  const { t } = useI18n();
  return (
    <div class="bar">
      <div class="start">
        {start}
        <span class="brand">
          <span class="dot" aria-hidden="true" />
          {t('extensionShortName')}
        </span>
      </div>
      <div class="end">
        <MoreMenu state={base.state} original={null} onOpenPanel={null} onDelete={null}>
          {children}
        </MoreMenu>
      </div>
    </div>
  );
}

/** Over the article. */
export function ReaderBar({ base, reader, listening }: ReaderBarProps) {
  const { t } = useI18n();
  const shown = reader.place.subject.value;
  const isArticle = shown.kind === 'article';
  const saved = isArticle || shown.kind === 'link' ? shown.item : null;
  return (
    <Bar
      progress={isArticle}
      start={
        <>
          <IconButton
            label={t('backToLibrary')}
            icon="back"
            extraClass="only-narrow"
            data-testid="open-library"
            onClick={() => (reader.shows.value = 'list')}
          />
          {isArticle && shown.from === 'page' && (
            <SaveButton subject={shown} saving={reader.saving} />
          )}
          {isArticle && shown.from === 'library' && <SavedSign />}
          {saved && <ItemToggles desk={reader.desk} item={saved} />}
          {isArticle && <TimeLeft article={shown.article} />}
        </>
      }
      end={
        <>
          {isArticle && <ListenButton page={listening} />}
          <TypePanel state={base.state} />
          <MoreMenu
            state={base.state}
            original={originalOf(shown)}
            onOpenPanel={null}
            onDelete={saved ? () => void deleteShown(base, reader) : null}
          >
            {isArticle && <MarksMenuLines marking={reader.marking} />}
            {saved && <ItemMenuLines desk={reader.desk} item={saved} />}
            {isArticle && (
              <>
                <GuideLine />
                <TakeLines
                  subject={shown}
                  isPrivate={reader.place.isPrivate}
                  toasts={base.toasts}
                  onPrint={() => print()}
                />
              </>
            )}
          </MoreMenu>
        </>
      }
    />
  );
}

async function deleteShown(base: Base, reader: ReaderState): Promise<void> {
  const { subject } = reader.place;
  const shown = subject.value;
  const item = shown.kind === 'article' || shown.kind === 'link' ? shown.item : null;
  if (!item) return;
  await changeWithUndo('delete', [item.id], {
    library: reader.desk.library,
    toasts: base.toasts,
    i18n: base.state.i18n.value,
    takeFocus: true,
    tabId: null,
    onDone: () => (subject.value = withoutItem(subject.value, shown)),
  });
}
