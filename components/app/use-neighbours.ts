import { useRef } from 'preact/hooks';
import type { Item } from '../../utils/library/item.ts';
import { useCommand } from '../keys/commands.ts';
import type { Library } from '../library/library-state.ts';

/**
 * Lets keys open the article before or after the one shown, in the order of the list. One that has left
 * the list meanwhile (archived, deleted) is followed by what came into its place.
 *
 * @param on whether there is a list to go through
 */
export function useNeighbours(
  library: Library,
  currentId: string | null,
  open: (item: Item) => void,
  on: boolean,
): void {
  const rows = library.rows.value;
  const ids = rows?.map(({ item }) => item.id) ?? [];
  const found = currentId === null ? -1 : ids.indexOf(currentId);
  const place = useRef({ id: currentId, index: -1 });
  if (place.current.id !== currentId) place.current = { id: currentId, index: -1 };
  if (found >= 0) place.current.index = found;

  const go = async (by: 1 | -1): Promise<void> => {
    const { index } = place.current;
    // What came into the place of one that is gone is the next itself.
    const from = found < 0 && by > 0 && index >= 0 ? index - 1 : index;
    let next = neighbour(library, from, by);
    if (!next && by > 0 && (library.rows.value?.length ?? 0) < library.total.value) {
      await library.more();
      next = neighbour(library, from, by);
    }
    if (!next) return;
    open(next);
    const row = document.querySelector(`[data-testid="library-item"][data-id="${next.id}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  };
  useCommand('next', on ? () => void go(1) : null);
  useCommand('previous', on ? () => void go(-1) : null);
}

/** A kept link has nothing to show here. */
function neighbour({ rows }: Library, from: number, by: 1 | -1): Item | null {
  const shown = rows.value ?? [];
  for (let at = from + by; at >= 0 && at < shown.length; at += by) {
    const item = shown[at]?.item;
    if (item?.kind === 'article') return item;
  }
  return null;
}
