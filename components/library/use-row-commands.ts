import type { Item } from '../../utils/library/item.ts';
import { webAddress } from '../../utils/web-address.ts';
import { useCommand, type Run } from '../keys/commands.ts';
import { followOut } from '../ui/button.tsx';
import type { ItemActions } from './row-menu.tsx';

/**
 * Keys do to the row that has the focus what they do to an open article elsewhere. In the trash, and
 * while several are being chosen, they are left to the buttons there.
 */
export function useRowCommands(
  list: { current: HTMLElement | null },
  byId: (id: string) => Item | undefined,
  actions: ItemActions,
  on: boolean,
): void {
  const onRow =
    (act: (item: Item) => void): Run =>
    (target) => {
      const row = target?.closest<HTMLElement>('[data-testid="library-item"]');
      const item = byId(row?.dataset['id'] ?? '');
      if (on && item?.deletedAt === null) act(item);
    };
  useCommand('archive', onRow(actions.archive), list);
  useCommand('favourite', onRow(actions.favourite), list);
  useCommand('tags', onRow(actions.tag), list);
  useCommand('delete', onRow(actions.remove), list);
  useCommand('original', onRow(openOriginal), list);
}

function openOriginal({ url }: Item): void {
  const address = webAddress(url);
  if (address !== null) followOut(address);
}
