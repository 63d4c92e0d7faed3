import { useLayoutEffect, useRef } from 'preact/hooks';

/** Each view of a page keeps its place: coming back to one finds it where it was left. */
export function useScrollMemory(view: string): void {
  const places = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const page = document.scrollingElement;
    if (!page) return undefined;
    // A page just opened is at its top; to scroll it there would lay it out before it is whole.
    if (places.current.size > 0) page.scrollTop = places.current.get(view) ?? 0;
    const remember = (): void => void places.current.set(view, page.scrollTop);
    document.addEventListener('scroll', remember, { passive: true });
    return () => document.removeEventListener('scroll', remember);
  }, [view]);
}
