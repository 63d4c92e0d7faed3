import { useEffect } from 'preact/hooks';
import type { Subject } from './subject.ts';

/** At the end of the address of a tab opened to be printed. */
export const PRINT_HASH = '#print';

/** A popup cannot print, for it closes with its focus: the tab it opens prints once it shows its article. */
export function usePrintOnOpening(subject: Subject): void {
  const isShown = subject.kind === 'article';
  useEffect(() => {
    if (!isShown || location.hash !== PRINT_HASH) return;
    // Once: a reload is no wish to print again.
    history.replaceState(history.state, '', location.pathname + location.search);
    void document.fonts.ready.then(() => print());
  }, [isShown]);
}
