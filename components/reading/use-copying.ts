import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { selectedSource } from './copy-source.ts';

/**
 * Copies and drags what is selected of an article, or of the list of them, as it was published. What
 * is selected elsewhere, and what is written in a field, is the browser's.
 */
export function useCopying(article: RefObject<Element | null>): void {
  useEffect(() => {
    const gone = new AbortController();
    const give = (event: Event, data: DataTransfer | null): boolean => {
      const shown = article.current;
      const selection = document.getSelection();
      if (!shown || !selection || !data || isField(event.target)) return false;
      const copied = selectedSource(shown, selection);
      if (!copied) return false;
      data.setData('text/plain', copied.text);
      data.setData('text/html', copied.html);
      return true;
    };
    const { signal } = gone;
    document.addEventListener(
      'copy',
      (event) => {
        if (give(event, event.clipboardData)) event.preventDefault();
      },
      { signal },
    );
    document.addEventListener(
      'dragstart',
      (event) => {
        // A link or a picture that is dragged is that, selected or not.
        if (event.target instanceof Text) give(event, event.dataTransfer);
      },
      { signal },
    );
    return () => gone.abort();
  }, [article]);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
