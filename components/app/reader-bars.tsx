import { deleteWithUndo } from '../library/delete-with-undo.ts';
import { IconButton } from '../ui/button.tsx';
import { Bar } from './bar.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { MoreMenu } from './more-menu.tsx';
import type { ReaderState } from './reader-state.ts';
import { SaveButton, SavedSign } from './save-button.tsx';
import type { Base } from './shell.tsx';
import { originalOf, withoutItem } from './subject.ts';
import { TypePanel } from '../reading/type-panel.tsx';

interface ReaderBarProps {
  base: Base;
  reader: ReaderState;
}

/** Over the list: the name, and how many there are. */
export function ListBar({ base, reader }: ReaderBarProps) {
  const { t, plural } = useI18n();
  const total = reader.library.total.value;
  return (
    <div class="bar">
      <div class="start">
        <span class="brand">
          <span class="dot" aria-hidden="true" />
          {t('extensionShortName')}
        </span>
      </div>
      <div class="end">
        {total > 0 && <span class="count">{plural('libraryCount', total)}</span>}
        <span class="only-narrow">
          <MoreMenu state={base.state} original={null} onOpenPanel={null} onDelete={null} />
        </span>
      </div>
    </div>
  );
}

/** Over the article. */
export function ReaderBar({ base, reader }: ReaderBarProps) {
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
            label={t('library')}
            icon="library"
            extraClass="only-narrow"
            data-testid="open-library"
            onClick={() => (reader.shows.value = 'list')}
          />
          {isArticle && shown.from === 'page' && (
            <SaveButton subject={shown} saving={reader.saving} />
          )}
          {isArticle && shown.from === 'library' && <SavedSign />}
        </>
      }
      end={
        <>
          <TypePanel state={base.state} />
          <MoreMenu
            state={base.state}
            original={originalOf(shown)}
            onOpenPanel={null}
            onDelete={saved ? () => void deleteShown(base, reader) : null}
          />
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
  await deleteWithUndo(item, {
    library: reader.library,
    toasts: base.toasts,
    i18n: base.state.i18n.value,
    takeFocus: true,
    tabId: null,
    onDeleted: () => (subject.value = withoutItem(subject.value, shown)),
  });
}
