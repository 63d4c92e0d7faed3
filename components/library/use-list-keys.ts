import { useLayoutEffect, useRef } from 'preact/hooks';

const ROWS = '[data-testid="library-item"]';

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
      const next = rows[rowAfter(event.key, at, rows.length)];
      const id = rows[at]?.dataset['id'];
      if (next) {
        event.preventDefault();
        focusRow(next);
        latest.current.onMove(next.dataset['id'] ?? '', event.shiftKey);
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

/** Where a key leads; -1 where nowhere. */
function rowAfter(key: string, at: number, count: number): number {
  if (key === 'ArrowDown') return at + 1 < count ? at + 1 : -1;
  if (key === 'ArrowUp') return at > 0 ? at - 1 : -1;
  if (at < 0) return -1;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}

/** Gives the focus to a row's link. */
export function focusRow(row: Element | null | undefined): void {
  row?.querySelector<HTMLElement>(':scope > a')?.focus();
}

export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])'))
  );
}

function isLink(target: EventTarget | null): boolean {
  return target instanceof HTMLAnchorElement;
}
