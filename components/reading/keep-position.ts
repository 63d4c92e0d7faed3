import type { Position } from '../../utils/library/item.ts';
import { positionIn, scrollTo } from './position.ts';

/** Who has an article open this long, in ms, reads it, be it that it needs no scrolling. */
const DWELL = 4000;
/** Scrolling that pauses this long has settled, in ms, where the browser does not say so itself. */
const SETTLED = 150;

export interface Kept {
  /** Goes to where reading stopped; to the top where nothing is known. */
  restore(position: Position | null): void;
  /** Tells the place once more, if it is not told yet, and stops. */
  stop(): void;
}

interface Reading {
  page: Document;
  /** The article's body as shown now, null while there is none. */
  body: () => Element | null;
  /** Bottom of the bar over the text, px from the window's top. */
  top: () => number;
  onPosition: (position: Position) => void;
}

/** Follows how far the text in the window is read, and keeps the place when its type changes size. */
export function keepPosition({ page, body, top, onPosition }: Reading): Kept {
  const listening = new AbortController();
  const { signal } = listening;
  const scroller = page.scrollingElement;
  let place: Position | null = null;
  let told: Position | null = null;
  /** The reader has scrolled by hand since the place was last looked up. */
  let moving = false;
  /** Where the text was last scrolled to from here, px: that is told of too, and is no reading. */
  let own: number | null = null;
  let settling: ReturnType<typeof setTimeout> | undefined;

  const look = (): void => {
    const shown = body();
    if (!shown?.isConnected || shown.getBoundingClientRect().height === 0) return;
    place = positionIn(shown, top()) ?? place;
    moving = false;
  };
  const tell = (): void => {
    if (!place || isSame(place, told)) return;
    told = place;
    onPosition(place);
  };
  const settle = (): void => {
    clearTimeout(settling);
    if (signal.aborted || !moving) return;
    look();
    tell();
  };
  const flush = (): void => {
    if (!moving) return;
    look();
    tell();
  };
  const scrollBy = (by: number): void => {
    if (!scroller) return;
    scroller.scrollTop += by;
    own = scroller.scrollTop;
  };
  const goTo = (position: Position): void => {
    const shown = body();
    const by = shown && scrollTo(shown, position, top());
    if (by) scrollBy(by);
  };

  page.addEventListener(
    'scroll',
    () => {
      if (own !== null && scroller && Math.abs(scroller.scrollTop - own) < 1) return;
      own = null;
      moving = true;
      clearTimeout(settling);
      settling = setTimeout(settle, SETTLED);
    },
    { passive: true, signal },
  );
  page.addEventListener('scrollend', settle, { signal });
  page.addEventListener('visibilitychange', flush, { signal });
  page.defaultView?.addEventListener('pagehide', flush, { signal });
  const dwelt = setTimeout(() => {
    if (page.visibilityState !== 'visible') return;
    look();
    tell();
  }, DWELL);
  // Type, faces and pictures that come late move the text; the line that was read stays where it was.
  // Before the first line nothing is read, and what stands over the text is what is looked at.
  const sized = new ResizeObserver(() => {
    if (!moving && place && place.share > 0 && place.share < 1) goTo(place);
  });

  return {
    restore(position) {
      place = position;
      told = position;
      if (position) goTo(position);
      else scrollBy(-(scroller?.scrollTop ?? 0));
      const shown = body();
      if (shown) sized.observe(shown);
    },
    stop() {
      flush();
      clearTimeout(settling);
      clearTimeout(dwelt);
      sized.disconnect();
      listening.abort();
    },
  };
}

function isSame(a: Position, b: Position | null): boolean {
  return b !== null && a.block === b.block && a.offset === b.offset && a.share === b.share;
}
