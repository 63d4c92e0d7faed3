import { signal, type ReadonlySignal } from '@preact/signals';

/** Named in `listening.css`. */
const NAME = 'listening';
/** Scrolling that pauses this long has settled, in ms, where the browser does not say so itself. */
const SETTLED = 150;
/** How far under the bar what is read comes to stand, as a share of the room there. */
const UPPER = 0.2;

/** Shows what is being read and keeps it in view, for as long as the reader does not scroll away from it. */
export interface Following {
  /** The reader went elsewhere in the text: it is followed again once it is in sight, or on demand. */
  away: ReadonlySignal<boolean>;
  /** The next stretch; null for none. */
  show(range: Range | null): void;
  /** The same stretch, in a text put in its place anew: nothing scrolls. */
  renew(range: Range | null): void;
  /** Back to what is read. */
  goBack(): void;
}

interface Window {
  page: Document;
  /** Bottom of the bar over the text, px from the window's top. */
  top: () => number;
  /** Top of the bar under the text. */
  bottom: () => number;
  until: AbortSignal;
}

export function createFollowing({ page, top, bottom, until }: Window): Following {
  const away = signal(false);
  const scroller = page.scrollingElement;
  let shown: Range | null = null;
  /** The window is being scrolled, by the reader or from here. */
  let moving = false;
  let settling: ReturnType<typeof setTimeout> | undefined;

  const settle = (): void => {
    clearTimeout(settling);
    if (!moving) return;
    moving = false;
    const box = shown && boxOf(shown);
    away.value = box !== null && (box.bottom <= top() || box.top >= bottom());
  };
  const bring = (): void => {
    const box = shown && boxOf(shown);
    if (!box || !scroller || (box.top >= top() && box.bottom <= bottom())) return;
    scroller.scrollTop += box.top - top() - (bottom() - top()) * UPPER;
  };
  const renew = (range: Range | null): void => {
    shown = range;
    highlight(page, range);
  };

  page.addEventListener(
    'scroll',
    () => {
      moving = true;
      clearTimeout(settling);
      settling = setTimeout(settle, SETTLED);
    },
    { passive: true, signal: until },
  );
  page.addEventListener('scrollend', settle, { signal: until });
  until.addEventListener('abort', () => {
    clearTimeout(settling);
    renew(null);
  });

  return {
    away,
    renew,
    show(range) {
      renew(range);
      if (!range) away.value = false;
      else if (!away.value && !moving) bring();
    },
    goBack() {
      away.value = false;
      bring();
    },
  };
}

/** The letters keep their shapes: nothing is put around them. Browsers without it show nothing. */
function highlight(page: Document, range: Range | null): void {
  const view = page.defaultView;
  if (!view || !('highlights' in view.CSS)) return;
  if (range) view.CSS.highlights.set(NAME, new view.Highlight(range));
  else view.CSS.highlights.delete(NAME);
}

/** Null for what has no box: it is not shown. */
function boxOf(range: Range): DOMRect | null {
  const box = range.getBoundingClientRect();
  return box.height > 0 ? box : null;
}
