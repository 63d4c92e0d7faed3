import { useLayoutEffect, useRef } from 'preact/hooks';
import { isWriting } from '../ui/is-writing.ts';
import { drawEnd } from './row-chunk.tsx';

const ROWS = '[data-testid="library-item"]';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

export interface ListKeys {
  /** The keyboard has come to a row; `range` with Shift held. */
  onMove: (id: string, range: boolean) => void;
  onDelete: (id: string) => void;
  /** Space, where rows are being chosen; null elsewhere. */
  onToggle: ((id: string) => void) | null;
}

/** ↑ ↓ Home End go from row to row, Delete deletes; Enter opens, as on every link. */
export function useListKeys(list: { current: HTMLElement | null }, keys: ListKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    const place = list.current;
    if (!place) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || isWriting(event.target)) return;
      const rows = [...place.querySelectorAll<HTMLElement>(ROWS)];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const next = rows[at + (STEPS[event.key] ?? Number.NaN)];
      const id = rows[at]?.dataset['id'];
      const moveTo = (row: HTMLElement | undefined): void => {
        focusRow(row);
        latest.current.onMove(row?.dataset['id'] ?? '', event.shiftKey);
      };
      if (next) {
        event.preventDefault();
        moveTo(next);
      } else if (at >= 0 && (event.key === 'Home' || event.key === 'End')) {
        event.preventDefault();
        const end = event.key === 'Home' ? 'first' : 'last';
        drawEnd(place, end, () => {
          const drawn = [...place.querySelectorAll<HTMLElement>(ROWS)];
          moveTo(end === 'first' ? drawn[0] : drawn.at(-1));
        });
      } else if (event.key === 'Delete' && id !== undefined) {
        event.preventDefault();
        latest.current.onDelete(id);
      } else if (event.key === ' ' && id !== undefined && isLink(event.target)) {
        if (!latest.current.onToggle) return;
        event.preventDefault();
        latest.current.onToggle(id);
      }
    };
    place.addEventListener('keydown', press);
    return () => place.removeEventListener('keydown', press);
  }, [list]);
}

/** Gives the focus to a row's link. */
export function focusRow(row: Element | null | undefined): void {
  row?.querySelector<HTMLElement>(':scope > a')?.focus();
}

function isLink(target: EventTarget | null): boolean {
  return target instanceof HTMLAnchorElement;
}
