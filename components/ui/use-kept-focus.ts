import { useLayoutEffect, useRef } from 'preact/hooks';

interface Rows {
  /** Selector of a list's rows, each with its `data-id`. */
  rows: string;
  focus: (row: HTMLElement) => void;
}

/**
 * Where the row that had the focus goes, by whatever hand, the one that comes into its place takes
 * it; in an empty list the list itself.
 */
export function useKeptFocus(
  list: { current: HTMLElement | null },
  { rows: selector, focus }: Rows,
): void {
  const rowsOf = (place: HTMLElement): HTMLElement[] => [
    ...place.querySelectorAll<HTMLElement>(selector),
  ];
  const had = useRef<{ id: string; index: number } | null>(null);
  useLayoutEffect(() => {
    const place = list.current;
    if (!place) return undefined;
    const remember = (): void => {
      const rows = rowsOf(place);
      const index = rows.findIndex((row) => row.contains(document.activeElement));
      const id = rows[index]?.dataset['id'];
      had.current = id === undefined ? null : { id, index };
    };
    const forget = ({ relatedTarget }: FocusEvent): void => {
      // A row that goes takes its focus with it, to nobody: then it is not forgotten.
      if (relatedTarget !== null) had.current = null;
    };
    place.addEventListener('focusin', remember);
    place.addEventListener('focusout', forget);
    return () => {
      place.removeEventListener('focusin', remember);
      place.removeEventListener('focusout', forget);
    };
  }, [list]);
  useLayoutEffect(() => {
    const place = list.current;
    const { current } = had;
    if (!place || !current || !isNowhere()) return;
    const rows = rowsOf(place);
    if (rows.some((row) => row.dataset['id'] === current.id)) return;
    const next = rows[Math.min(current.index, rows.length - 1)];
    if (next) focus(next);
    else place.focus();
  });
}

function isNowhere(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || !activeElement.isConnected;
}
