import { signal, type Signal } from '@preact/signals';
import type { Item } from '../../utils/library/item.ts';
import { libraryTrouble, type LibraryTrouble } from '../../utils/library/errors.ts';
import { sendMessage, type ListQuery } from '../../utils/messages.ts';
import { onLibraryChanged } from './library-changes.ts';

/** Rows asked for at once: the first screen is there before a long list is read. */
const FIRST = 30;
const MORE = 60;

const NEWEST = {
  shelf: 'list',
  order: 'saved',
  ascending: false,
  tag: null,
  site: null,
  only: [],
} satisfies Partial<ListQuery>;

export interface Library {
  /** null until the first answer. */
  items: Signal<Item[] | null>;
  /** All that is saved, shown or not. */
  total: Signal<number>;
  /** Why there is nothing to show, or null. */
  failed: Signal<LibraryTrouble | null>;
  load(): Promise<void>;
  more(): Promise<void>;
  /** True when done; the row is gone at once and comes back if it fails. `tabId`: see `deleteItem`. */
  remove(id: string, tabId: number | null): Promise<boolean>;
  restore(id: string, tabId: number | null): Promise<boolean>;
}

export function createLibrary(until: AbortSignal): Library {
  const items = signal<Item[] | null>(null);
  const total = signal(0);
  const failed = signal<LibraryTrouble | null>(null);
  let asked = 0;

  async function read(offset: number, limit: number): Promise<Item[] | null> {
    const turn = ++asked;
    try {
      const page = await sendMessage('listItems', { ...NEWEST, offset, limit });
      if (turn !== asked) return null;
      total.value = page.total;
      failed.value = null;
      return page.items;
    } catch (error) {
      // Shown as a state of its own: a library that does not open is not an empty one.
      console.error(error);
      failed.value = items.value === null ? libraryTrouble(error) : null;
      return null;
    }
  }

  const library: Library = {
    items,
    total,
    failed,
    async load() {
      const first = await read(0, Math.max(FIRST, items.value?.length ?? 0));
      if (first) items.value = first;
    },
    async more() {
      const shown = items.value ?? [];
      if (shown.length >= total.value) return;
      const next = await read(shown.length, MORE);
      if (!next) return;
      const known = new Set(shown.map(({ id }) => id));
      items.value = [...shown, ...next.filter(({ id }) => !known.has(id))];
    },
    async remove(id, tabId) {
      const gone = items.value?.find((item) => item.id === id);
      items.value = items.value?.filter((item) => item.id !== id) ?? null;
      const done = await settled(sendMessage('deleteItem', { id, tabId }));
      if (!done && gone) items.value = withRow(items.value ?? [], gone);
      await library.load();
      return done;
    },
    async restore(id, tabId) {
      const done = await settled(sendMessage('restoreItem', { id, tabId }));
      await library.load();
      return done;
    },
  };

  onLibraryChanged(() => void library.load(), until);
  return library;
}

/** The row back in its place; a list read meanwhile may have it already. */
function withRow(items: Item[], row: Item): Item[] {
  const others = items.filter(({ id }) => id !== row.id);
  return [...others, row].toSorted((a, b) => b.savedAt - a.savedAt);
}

async function settled(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    // The caller tells the reader; the list is read again and shows what is so.
    console.error(error);
    return false;
  }
}
