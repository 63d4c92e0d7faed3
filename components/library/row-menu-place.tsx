import { useRef, useState } from 'preact/hooks';
import type { Item } from '../../utils/library/item.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { placePopover } from '../ui/place-popover.ts';
import { titleOf } from './item-words.ts';
import { RowMenu, type ItemActions } from './row-menu.tsx';

/** One menu for all rows: ten thousand of them make no ten thousand menus. */
export function useRowMenu(actions: ItemActions) {
  const { t } = useI18n();
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  /** A press on the button of an open menu closes it, and must not open it again. */
  const closed = useRef<{ by: HTMLElement | null; at: number }>({ by: null, at: 0 });
  const [item, setItem] = useState<Item | null>(null);

  const open = (of: Item, button: HTMLElement): void => {
    const { by, at } = closed.current;
    if (by === button && performance.now() - at < 250) return;
    opener.current = button;
    setItem(of);
    place.current?.showPopover();
  };
  const menu = (
    <div
      ref={place}
      popover="auto"
      class="popover"
      role="group"
      aria-label={item ? t('rowMenu', titleOf(item)) : t('more')}
      data-testid="row-menu-open"
      onBeforeToggle={({ newState }) => {
        if (newState === 'closed') closed.current = { by: opener.current, at: performance.now() };
      }}
      onToggle={({ newState, currentTarget }) => {
        if (newState !== 'open' || !opener.current) return;
        placePopover(currentTarget, opener.current);
        currentTarget.querySelector<HTMLElement>('button, a')?.focus();
      }}
    >
      {item && <RowMenu item={item} actions={actions} />}
    </div>
  );
  return { open, menu };
}
