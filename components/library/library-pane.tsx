import { useEffect } from 'preact/hooks';
import { useI18n } from '../ui/i18n-context.ts';
import { FilterChips } from './filter-chips.tsx';
import { LibraryView, type LibraryViewProps } from './library-view.tsx';
import { ListTools, TrashNote } from './list-tools.tsx';
import { SearchField } from './search-field.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { isWriting } from './use-list-keys.ts';

type LibraryPaneProps = LibraryViewProps & {
  withShelves: boolean;
  onExport?: ((ids: string[]) => void) | undefined;
};

/** Search, what narrows and orders the list, and the list. */
export function LibraryPane({ withShelves, onExport, ...view }: LibraryPaneProps) {
  const { t } = useI18n();
  const { desk, choosing } = view;
  const { library, chosen, toasts } = desk;
  const trouble = library.failed.value;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const undoes = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey);
      const offer = toasts.offer.value;
      if (!undoes || event.shiftKey || isWriting(event.target) || offer?.action?.name !== 'undo')
        return;
      event.preventDefault();
      toasts.offer.value = null;
      offer.action.run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [toasts]);
  // Another list is read from its top.
  const answered = library.answered.value;
  useEffect(() => {
    const list = document.querySelector('[data-testid="library-list"]');
    list?.closest('[data-scrolls]')?.scrollTo(0, 0);
  }, [answered]);
  return (
    <>
      {!trouble && (
        <div class="list-head">
          <SearchField library={library} />
          <FilterChips library={library} />
          {chosen.on.value ? (
            <SelectionBar desk={desk} onExport={onExport} />
          ) : (
            <ListTools desk={desk} choosing={choosing} withShelves={withShelves} />
          )}
          <TrashNote desk={desk} />
        </div>
      )}
      <LibraryView {...view} />
      <span class="visually-hidden" id="list-keys">
        {t('listKeys')}
      </span>
    </>
  );
}
