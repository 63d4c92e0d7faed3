import type { Item } from '../../utils/library/item.ts';
import { readerAddress } from '../../utils/web-address.ts';

/** A key held down passes over rows: the one it rests on this long, in ms, is shown. */
const REST = 120;

/** What stands beside the list follows the keyboard; the way back does not go through every row passed. */
export function createFollowing(show: () => void): (item: Item) => void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  return ({ id, kind }) => {
    clearTimeout(resting);
    // A kept link has nothing to show but that it is one.
    if (kind === 'link') return;
    resting = setTimeout(() => {
      history.replaceState(null, '', readerAddress(id));
      show();
    }, REST);
  };
}
