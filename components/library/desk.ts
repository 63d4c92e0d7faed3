import { signal, type Signal } from '@preact/signals';
import type { Item } from '../../utils/library/item.ts';
import type { Toasts } from '../ui/toasts.tsx';
import type { KeptOrder } from './kept-order.ts';
import { createLibrary, type Library } from './library-state.ts';
import { createSelection, type Selection } from './selection.ts';

/** What a dialog is asking about. */
export type Asking =
  | { kind: 'tags'; items: Item[]; ids: string[] }
  | { kind: 'rename'; tag: string }
  | { kind: 'correct'; item: Item }
  | { kind: 'purge'; ids: string[] | 'all'; count: number };

/** All that the parts of a library page share: the list, what is chosen in it, what is being asked. */
export interface Desk {
  library: Library;
  chosen: Selection;
  asking: Signal<Asking | null>;
  toasts: Toasts;
}

export function createDesk(toasts: Toasts, kept: KeptOrder, until: AbortSignal): Desk {
  return {
    library: createLibrary(kept, until),
    chosen: createSelection(),
    asking: signal<Asking | null>(null),
    toasts,
  };
}
