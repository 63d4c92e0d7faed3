import { useCallback } from 'preact/hooks';

const ROW = '[data-testid="library-item"] > a';

/** ↑ and ↓ go from row to row of the list; Enter opens, as on every link. */
export function useArrowKeys(): (list: HTMLElement | null) => (() => void) | undefined {
  return useCallback((list) => {
    if (!list) return undefined;
    const move = (event: KeyboardEvent): void => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      const rows = [...list.querySelectorAll<HTMLElement>(ROW)];
      const at = rows.findIndex((row) => row.parentElement?.contains(document.activeElement));
      const next = rows[at + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    list.addEventListener('keydown', move);
    return () => list.removeEventListener('keydown', move);
  }, []);
}
