import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { selectedSource } from './copy-source.ts';

/**
 * Copies and drags what is selected of an article, or of the list of them, as it was published: of
 * both, the article alone, which stands beside the list it was opened from. What is selected
 * elsewhere, and what is written in a field, is the browser's.
 */
export function useCopying(shown: RefObject<Element | null>, kind: 'article' | 'list'): void {
  useEffect(() => {
    const gone = new AbortController();
    const give = (event: Event, data: DataTransfer | null): boolean => {
      const place = shown.current;
      const selection = document.getSelection();
      if (!place || !selection || !data || isField(event.target)) return false;
      const copied = selectedSource(place, selection);
      if (!copied) return false;
      data.setData('text/plain', copied.text);
      data.setData('text/html', copied.html);
      // The list listens after the article, and has nothing to add.
      event.stopPropagation();
      return true;
    };
    const options = { signal: gone.signal, capture: kind === 'article' };
    document.addEventListener(
      'copy',
      (event) => {
        if (give(event, event.clipboardData)) event.preventDefault();
      },
      options,
    );
    document.addEventListener(
      'dragstart',
      (event) => {
        // A link or a picture that is dragged is that, selected or not.
        if (event.target instanceof Text) give(event, event.dataTransfer);
      },
      options,
    );
    return () => gone.abort();
  }, [shown, kind]);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
