import { useEffect, useState } from 'preact/hooks';
import { Button, IconButton } from '../ui/button.tsx';
import type { IconName } from '../ui/icon.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import type { Desk } from './desk.ts';
import { archiveItems, removeItems, restoreItems, setFlags, shownItems } from './item-actions.ts';
import { isSearching } from './list-view.ts';

interface SelectionBarProps {
  desk: Desk;
  /** Writes the chosen ones to a file; absent where nothing can. */
  onExport?: ((ids: string[]) => void) | undefined;
}

/** What can be done with several rows at once. Escape leaves. */
export function SelectionBar({ desk, onExport }: SelectionBarProps) {
  const { t, plural } = useI18n();
  const { chosen } = desk;
  const count = chosen.ids.value.size;
  useEffect(() => leaveOnEscape(desk), [desk]);
  useEffect(() => () => queueMicrotask(focusList), []);
  return (
    <div
      class="selection-bar"
      role="group"
      aria-label={t('chosenActions')}
      data-testid="selection-bar"
    >
      <div class="selection-line">
        <p role="status" data-testid="chosen-count">
          {plural('chosenItems', count)}
        </p>
        <IconButton
          label={t('leaveChoosing')}
          icon="close"
          data-testid="leave-choosing"
          onClick={() => chosen.leave()}
        />
      </div>
      <ChooseAll desk={desk} />
      <Actions desk={desk} onExport={onExport} />
    </div>
  );
}

/** All that is shown at one press, all of the shelf at another, and how many those are. */
function ChooseAll({ desk }: { desk: Desk }) {
  const { t, plural } = useI18n();
  const { library, chosen } = desk;
  const [asking, setAsking] = useState(false);
  const shown = library.rows.value ?? [];
  const total = library.total.value;
  const count = chosen.ids.value.size;
  const allShown = shown.every(({ item }) => chosen.ids.value.has(item.id));
  const chooseAll = async (): Promise<void> => {
    setAsking(true);
    try {
      chosen.choose(await library.allIds());
    } catch (error) {
      console.error(error);
      desk.toasts.show({ text: t('changeFailed') });
    } finally {
      setAsking(false);
    }
  };
  return (
    <div class="selection-line">
      {!allShown && (
        <Button
          look="quiet"
          data-testid="choose-shown"
          onClick={() => chosen.choose(shown.map(({ item }) => item.id))}
        >
          {plural('chooseShown', shown.length)}
        </Button>
      )}
      {allShown && count < total && (
        <Button
          look="quiet"
          data-testid="choose-all"
          aria-busy={asking}
          onClick={() => void chooseAll()}
        >
          {plural('chooseAll', total)}
        </Button>
      )}
    </div>
  );
}

function Actions({ desk, onExport }: SelectionBarProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const { library, chosen, asking } = desk;
  const ids = [...chosen.ids.value];
  const view = library.view.value;
  const action = (label: string, icon: IconName, name: string, run: () => void) => (
    <Button icon={icon} data-testid={name} disabled={ids.length === 0} onClick={run}>
      {label}
    </Button>
  );
  if (view.shelf.kind === 'trash' && !isSearching(view)) {
    return (
      <div class="selection-actions">
        {action(
          t('restore'),
          'restore',
          'restore-chosen',
          () => void restoreItems(desk, i18n, ids),
        )}
        {action(t('purge'), 'delete', 'purge-chosen', () => {
          asking.value = { kind: 'purge', ids, count: ids.length };
        })}
      </div>
    );
  }
  const items = shownItems(desk, chosen.ids.value);
  const archived = items.length > 0 && items.every((item) => item.archived);
  const favourite = items.length > 0 && items.every((item) => item.favourite);
  return (
    <div class="selection-actions">
      {action(t(archived ? 'toReadingList' : 'toArchive'), 'archive', 'archive-chosen', () =>
        archiveItems(desk, i18n, ids, !archived),
      )}
      {action(
        t(favourite ? 'outOfFavourites' : 'favourites'),
        'star',
        'favourite-chosen',
        () => void setFlags(desk, i18n, ids, { favourite: !favourite }),
      )}
      {action(t('tags'), 'tag', 'tag-chosen', () => {
        asking.value = { kind: 'tags', items, ids };
      })}
      {onExport && action(t('export'), 'export', 'export-chosen', () => onExport(ids))}
      {action(t('delete'), 'delete', 'delete-chosen', () => removeItems(desk, i18n, ids))}
    </div>
  );
}

/** The bar goes with what had the focus in it. */
function focusList(): void {
  if (document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('[data-testid="library-list"]')?.focus();
}

function leaveOnEscape({ chosen }: Desk): () => void {
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // A menu or a question above it is closed first.
    if (document.querySelector(':modal, :popover-open')) return;
    chosen.leave();
  };
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
}
