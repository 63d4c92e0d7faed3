import { signal, type Signal } from '@preact/signals';
import type { Item } from '../../utils/library/item.ts';
import { onMessage, sendMessage } from '../../utils/messages.ts';

/** Rows asked for at once: the first screen is there before a long list is read. */
const FIRST = 30;
const MORE = 60;

export interface Library {
  /** null until the first answer. */
  items: Signal<Item[] | null>;
  /** All that is saved, shown or not. */
  total: Signal<number>;
  failed: Signal<boolean>;
  load(): Promise<void>;
  more(): Promise<void>;
  /** True when done; the row is gone at once and comes back if it fails. */
  remove(id: string): Promise<boolean>;
  restore(id: string): Promise<boolean>;
}

export function createLibrary(until: AbortSignal): Library {
  const items = signal<Item[] | null>(null);
  const total = signal(0);
  const failed = signal(false);
  let asked = 0;

  async function read(limit: number, before: number | null): Promise<Item[] | null> {
    const turn = ++asked;
    try {
      const page = await sendMessage('listItems', { limit, before });
      if (turn !== asked) return null;
      total.value = page.total;
      failed.value = false;
      return page.items;
    } catch (error) {
      // Shown as a state of its own: a library that does not open is not an empty one.
      console.error(error);
      failed.value = items.value === null;
      return null;
    }
  }

  const library: Library = {
    items,
    total,
    failed,
    async load() {
      const first = await read(Math.max(FIRST, items.value?.length ?? 0), null);
      if (first) items.value = first;
    },
    async more() {
      const shown = items.value ?? [];
      const last = shown.at(-1);
      if (!last || shown.length >= total.value) return;
      const next = await read(MORE, last.savedAt);
      if (!next) return;
      const known = new Set(shown.map(({ id }) => id));
      items.value = [...shown, ...next.filter(({ id }) => !known.has(id))];
    },
    async remove(id) {
      items.value = items.value?.filter((item) => item.id !== id) ?? null;
      const done = await settled(sendMessage('deleteItem', { id }));
      await library.load();
      return done;
    },
    async restore(id) {
      const done = await settled(sendMessage('restoreItem', { id }));
      await library.load();
      return done;
    },
  };

  until.addEventListener(
    'abort',
    onMessage('libraryChanged', () => library.load()),
  );
  return library;
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
