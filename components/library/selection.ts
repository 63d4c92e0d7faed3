import { signal, type Signal } from '@preact/signals';

/** Several chosen at once. */
export interface Selection {
  /** Whether rows are being chosen. */
  on: Signal<boolean>;
  ids: Signal<ReadonlySet<string>>;
  /** Begins choosing, with these. */
  start(ids: readonly string[]): void;
  /** Chooses one or lets go of it; with `range`, all from the last one chosen to it. */
  toggle(id: string, range: boolean, order: readonly string[]): void;
  choose(ids: readonly string[]): void;
  leave(): void;
}

export function createSelection(): Selection {
  const on = signal(false);
  const ids = signal<ReadonlySet<string>>(new Set());
  /** Where a range begins. */
  let last: string | null = null;
  return {
    on,
    ids,
    start(first) {
      on.value = true;
      ids.value = new Set(first);
      last = first.at(-1) ?? null;
    },
    toggle(id, range, order) {
      const next = new Set(ids.value);
      const [from, to] = [last === null ? -1 : order.indexOf(last), order.indexOf(id)];
      if (range && from >= 0 && to >= 0) {
        for (const one of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one);
      } else if (!next.delete(id)) next.add(id);
      ids.value = next;
      last = id;
    },
    choose(all) {
      ids.value = new Set(all);
    },
    leave() {
      on.value = false;
      ids.value = new Set();
      last = null;
    },
  };
}
