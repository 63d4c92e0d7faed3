import type { Entry, Stamp, StoredText } from '../../library/item.ts';

/**
 * The entry without the names of the devices that changed it: in its stamps they become numbers, in
 * the order of the names, from 0 on in each entry. A backup cannot be told by whose device wrote it,
 * nor two of one device as such.
 *
 * - The order of the entry's own stamps stays, so all that was decided by them stays decided.
 * - The nth of several names, as a hexadecimal number, is at least n: no stamp becomes later than it
 *   was, so merging the copy back into the entry it was made from changes nothing.
 * - Done twice it changes nothing: an imported entry is exported again byte for byte.
 */
export function withoutDevices(entry: Entry): Entry {
  const { item, text, edits } = entry;
  const stamps = [
    ...Object.values(item.stamps),
    ...item.tags.map((tag) => tag.stamp),
    ...edits.map((edit) => edit.stamp),
    text?.chosenAt ?? '',
    text?.previous?.chosenAt ?? '',
  ].filter((stamp) => stamp !== '');
  const names = [...new Set(stamps.map(deviceOf))].toSorted();
  const anonymous = (stamp: Stamp): Stamp => {
    const number = names.indexOf(deviceOf(stamp)).toString(16).padStart(8, '0');
    return `${stamp.slice(0, -8)}${number}`;
  };
  return {
    ...entry,
    item: {
      ...item,
      stamps: Object.fromEntries(
        Object.entries(item.stamps).map(([field, stamp]) => [field, anonymous(stamp)]),
      ),
      tags: item.tags.map((tag) => ({ ...tag, stamp: anonymous(tag.stamp) })),
    },
    text: text && anonymousText(text, anonymous),
    edits: edits.map((edit) => ({ ...edit, stamp: anonymous(edit.stamp) })),
  };
}

function anonymousText(text: StoredText, anonymous: (stamp: Stamp) => Stamp): StoredText {
  const chosen = (stamp: Stamp | null): Stamp | null => (stamp === null ? null : anonymous(stamp));
  return {
    ...text,
    chosenAt: chosen(text.chosenAt),
    previous: text.previous && { ...text.previous, chosenAt: chosen(text.previous.chosenAt) },
  };
}

/** A stamp ends in the 8 hex digits of its device. */
function deviceOf(stamp: Stamp): string {
  return stamp.slice(-8);
}
