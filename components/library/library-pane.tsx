import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { writtenKey } from '../../utils/keys.ts';
import { layoutNow } from '../keys/layout.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { isWriting } from '../ui/is-writing.ts';
import { FilterChips } from './filter-chips.tsx';
import { LibraryView, type LibraryViewProps } from './library-view.tsx';
import { ListTools, TrashNote } from './list-tools.tsx';
import { SearchField } from './search-field.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { WorkingBar } from './working-bar.tsx';

type LibraryPaneProps = LibraryViewProps & {
  withShelves: boolean;
  onExport?: ((ids: string[]) => void) | undefined;
};

/** Rows that the keyboard comes to must not lie under what stands over the list. */
function keepClear(head: HTMLElement | null): (() => void) | undefined {
  if (!head) return undefined;
  const measured = new ResizeObserver(() => {
    const { position, insetBlockStart } = getComputedStyle(head);
    const covered =
      position === 'sticky' ? head.offsetHeight + Number.parseFloat(insetBlockStart) : 0;
    head.parentElement?.style.setProperty('--list-head', `${covered || 0}px`);
  });
  measured.observe(head);
  return () => measured.disconnect();
}

/** Search, what narrows and orders the list, and the list. */
export function LibraryPane({ withShelves, onExport, ...view }: LibraryPaneProps) {
  const { t } = useI18n();
  const { desk, choosing } = view;
  const { library, chosen, toasts } = desk;
  const trouble = library.failed.value;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const undoes = (event.ctrlKey || event.metaKey) && writtenKey(event, layoutNow()) === 'z';
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
  const head = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => keepClear(head.current), [trouble]);
  // Another list is read from its top.
  const answered = library.answered.value;
  useEffect(() => {
    const list = document.querySelector('[data-testid="library-list"]');
    list?.closest('[data-scrolls]')?.scrollTo(0, 0);
  }, [answered]);
  return (
    <>
      {!trouble && (
        <div class="list-head" ref={head}>
          <SearchField library={library} />
          <FilterChips library={library} />
          {chosen.on.value ? (
            <SelectionBar desk={desk} onExport={onExport} />
          ) : (
            <ListTools desk={desk} choosing={choosing} withShelves={withShelves} />
          )}
          <WorkingBar library={library} />
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
