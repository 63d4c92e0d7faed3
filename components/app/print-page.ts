import { useEffect } from 'preact/hooks';
import type { Subject } from './subject.ts';

/** At the end of the address of a tab opened to be printed. */
export const PRINT_HASH = '#print';

/** What is not there by then, ms, is not printed. */
const LONG_ENOUGH = 8000;
/** How often is looked whether the kept pictures have been read, ms. */
const LOOK_AGAIN = 50;

/** A popup cannot print, for it closes with its focus: the tab it opens prints once it shows its article. */
export function usePrintOnOpening(subject: Subject): void {
  const isShown = subject.kind === 'article';
  useEffect(() => {
    if (!isShown || location.hash !== PRINT_HASH) return;
    // Once: a reload is no wish to print again.
    history.replaceState(history.state, '', location.pathname + location.search);
    const all = Promise.all([document.fonts.ready, picturesThere(document)]);
    void Promise.race([all, pause(LONG_ENOUGH)]).then(() => print());
  }, [isShown]);
}

/** Once those to be seen have what they show: kept ones get it late, others where they are scrolled to. */
export async function picturesThere(page: ParentNode): Promise<void> {
  const pictures = (): HTMLImageElement[] =>
    [...page.querySelectorAll<HTMLImageElement>('.article img')].filter((picture) =>
      picture.checkVisibility(),
    );
  const until = performance.now() + LONG_ENOUGH;
  while (pictures().some((picture) => !picture.hasAttribute('src')) && performance.now() < until)
    await pause(LOOK_AGAIN);
  await Promise.all(
    pictures().map((picture) => {
      picture.loading = 'eager';
      // One that fails leaves its words.
      return picture.decode().catch(() => undefined);
    }),
  );
}

function pause(time: number): Promise<void> {
  return new Promise((over) => setTimeout(over, time));
}
