import { TRASH_DAYS } from '../../utils/library/item.ts';
import { IconButton, Button } from '../ui/button.tsx';
import { Text } from '../article/text.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import type { Desk } from './desk.ts';
import { FilterMenu } from './filter-menu.tsx';
import { isSearching, type Shelf } from './list-view.ts';
import { SHELF_NAMES } from './shelf-nav.tsx';
import { ShelfSelect } from './shelf-select.tsx';
import { SortMenu } from './sort-menu.tsx';

interface ListToolsProps {
  desk: Desk;
  choosing: boolean;
  /** Shelves are chosen here, where they do not stand beside the list. */
  withShelves: boolean;
}

/** What the list shows and how many; order, filters, and choosing several. */
export function ListTools({ desk, choosing, withShelves }: ListToolsProps) {
  const { t, plural } = useI18n();
  const { library, chosen } = desk;
  const answered = library.answered.value;
  const searching = isSearching(answered);
  const total = library.total.value;
  return (
    <div class="list-tools" data-testid="list-tools" data-answers={answered.search}>
      <div class="list-title">
        {withShelves && !searching ? (
          <ShelfSelect desk={desk} />
        ) : (
          <h2 data-testid="list-title">
            {searching ? t('searchResults') : <ShelfName shelf={answered.shelf} />}
          </h2>
        )}
        <span
          class={withShelves && !searching ? 'visually-hidden' : 'count'}
          role="status"
          data-testid="list-count"
        >
          {library.rows.value !== null && library.isCounted.value && plural('libraryCount', total)}
        </span>
      </div>
      {searching && library.waiting.value > 0 && (
        <p class="waiting" data-testid="search-waiting">
          {plural('searchWaiting', library.waiting.value)}
        </p>
      )}
      <div class="list-buttons">
        <FilterMenu library={library} />
        {!searching && <SortMenu library={library} />}
        {choosing && total > 0 && (
          <IconButton
            label={t('choose')}
            icon="select"
            data-testid="choose"
            onClick={() => chosen.start([])}
          />
        )}
      </div>
    </div>
  );
}

function ShelfName({ shelf }: { shelf: Shelf }) {
  const { t } = useI18n();
  return shelf.kind === 'tag' ? <Text>{shelf.tag}</Text> : <>{t(SHELF_NAMES[shelf.kind])}</>;
}

/** What lies in the trash goes by itself, or at once. */
export function TrashNote({ desk }: { desk: Desk }) {
  const { t } = useI18n();
  const { library, asking } = desk;
  const view = library.answered.value;
  if (view.shelf.kind !== 'trash' || isSearching(view)) return null;
  const count = library.facts.value?.shelves.trash ?? 0;
  return (
    <div class="banner" data-testid="trash-note">
      <p>{t('trashNote', TRASH_DAYS)}</p>
      {count > 0 && (
        <Button
          look="quiet"
          data-testid="empty-trash"
          onClick={() => (asking.value = { kind: 'purge', ids: 'all', count })}
        >
          {t('emptyTrash')}
        </Button>
      )}
    </div>
  );
}
