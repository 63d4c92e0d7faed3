import type { MessageKey } from '../../utils/i18n.ts';
import { Text } from '../article/text.tsx';
import { IconButton } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { closePopover } from '../ui/popover.tsx';
import type { Desk } from './desk.ts';
import type { Library } from './library-state.ts';
import { isSameShelf, isSearching, NO_FILTERS, type Shelf } from './list-view.ts';

type Plain = Exclude<Shelf['kind'], 'tag'>;

export const SHELF_NAMES: Record<Plain, MessageKey> = {
  list: 'readingList',
  archive: 'archive',
  favourites: 'favourites',
  trash: 'trash',
  links: 'keptLinks',
  partial: 'partialTexts',
};

/** Shelves that stand there whether or not anything lies on them. */
const ALWAYS: readonly Plain[] = ['list', 'archive', 'favourites', 'trash'];
const ORDER: readonly Plain[] = ['list', 'archive', 'favourites', 'links', 'partial', 'trash'];

/** Shelves in order, each with how many lie on it (null until known). */
export function shelvesOf(library: Library): { kind: Plain; count: number | null }[] {
  const facts = library.facts.value;
  const current = library.view.value.shelf.kind;
  const counts = {
    list: facts?.shelves.list,
    archive: facts?.shelves.archive,
    trash: facts?.shelves.trash,
    favourites: facts?.favourites,
    links: facts?.links,
    partial: facts?.partial,
  };
  return ORDER.map((kind) => ({ kind, count: counts[kind] ?? null })).filter(
    ({ kind, count }) => ALWAYS.includes(kind) || kind === current || (count ?? 0) > 0,
  );
}

export function chooseShelf(desk: Desk, shelf: Shelf): void {
  desk.chosen.leave();
  desk.library.show({ shelf, search: '', filters: NO_FILTERS });
}

/** Shelves and tags, with how many there are of each. */
export function ShelfNav({ desk }: { desk: Desk }) {
  const { t } = useI18n();
  const { library, asking } = desk;
  const tags = library.facts.value?.tags ?? [];
  return (
    <>
      <ul class="shelves">
        {shelvesOf(library).map(({ kind, count }) => (
          <li key={kind}>
            <ShelfButton desk={desk} shelf={{ kind }} count={count} name={`shelf-${kind}`}>
              {t(SHELF_NAMES[kind])}
            </ShelfButton>
          </li>
        ))}
      </ul>
      {tags.length > 0 && (
        <>
          <h2 class="shelves-title">{t('tags')}</h2>
          <ul class="shelves tags" data-testid="tag-list">
            {tags.map(({ name, count }) => (
              <li key={name}>
                <ShelfButton
                  desk={desk}
                  shelf={{ kind: 'tag', tag: name }}
                  count={count}
                  name="shelf-tag"
                >
                  <Text>{name}</Text>
                </ShelfButton>
                <IconButton
                  label={t('renameTag', name)}
                  icon="edit"
                  data-testid="rename-tag"
                  onClick={() => (asking.value = { kind: 'rename', tag: name })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface ShelfButtonProps {
  desk: Desk;
  shelf: Shelf;
  count: number | null;
  name: string;
  children: preact.ComponentChildren;
}

function ShelfButton({ desk, shelf, count, name, children }: ShelfButtonProps) {
  const { plural, number } = useI18n();
  const view = desk.library.view.value;
  const current = !isSearching(view) && isSameShelf(view.shelf, shelf);
  return (
    <button
      type="button"
      class="shelf"
      data-testid={name}
      aria-current={current ? 'true' : undefined}
      onClick={(event) => {
        chooseShelf(desk, shelf);
        closePopover(event.currentTarget);
      }}
    >
      <span class="shelf-name">{children}</span>
      {count !== null && count > 0 && (
        <span class="count">
          <span aria-hidden="true">{number(count)}</span>
          <span class="visually-hidden">{plural('libraryCount', count)}</span>
        </span>
      )}
    </button>
  );
}
