import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** How far from what is to be seen rows are still drawn, in px. */
const NEAR = 1200;

/** Asks a chunk to be drawn wherever it stands. */
const WANTED = 'wanted';

/**
 * Some rows that follow one another. Far from what is to be seen they are a space of their height:
 * who has scrolled through ten thousand has no ten thousand of them in the page.
 */
export function RowChunk({ children }: { children: () => ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  const height = useRef(0);
  const [near, setNear] = useState(true);
  useLayoutEffect(() => {
    const box = place.current;
    if (!box || typeof IntersectionObserver === 'undefined') return undefined;
    const seen = new IntersectionObserver(
      (entries) => {
        const isNear = entries.at(-1)?.isIntersecting ?? true;
        // A row with the focus is never taken away from under it.
        if (!isNear && box.contains(document.activeElement)) return;
        if (!isNear) height.current = box.offsetHeight || height.current;
        setNear(isNear);
      },
      { root: box.closest('[data-scrolls]'), rootMargin: `${NEAR}px 0px` },
    );
    const draw = (): void => setNear(true);
    seen.observe(box);
    box.addEventListener(WANTED, draw);
    return () => {
      seen.disconnect();
      box.removeEventListener(WANTED, draw);
    };
  }, []);
  return (
    <div
      class="chunk"
      ref={place}
      style={near ? { blockSize: 'auto' } : { blockSize: `${height.current}px` }}
    >
      {near && children()}
    </div>
  );
}

/** Draws the first or the last rows of a list, and then calls back. */
export function drawEnd(list: Element, end: 'first' | 'last', drawn: () => void): void {
  const chunks = [...list.querySelectorAll('.chunk')];
  const chunk = end === 'first' ? chunks[0] : chunks.at(-1);
  chunk?.scrollIntoView({ block: end === 'first' ? 'start' : 'end' });
  chunk?.dispatchEvent(new Event(WANTED));
  // Drawn in a turn of its own.
  setTimeout(drawn);
}
