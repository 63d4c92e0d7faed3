import { isFree } from '../keys/use-keys.ts';
import { bandAround, lineNear, linesIn, type Line } from './lines.ts';

/** Share of the window's height under which the next line is brought up to the reader, not gone down to. */
const LOWEST = 0.65;
/** Where the guide stands before the pointer has moved. */
const FIRST = 0.35;

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

interface Following {
  page: Document;
  /**
   * Lies over what is dimmed: the text alone, so that what stands around it can be read and pressed.
   * Told by `--begin` and `--rest` where the text begins and what is left below it, by `--from` and
   * `--to` which part of it is clear.
   */
  cover: HTMLElement;
  /** The article's body as shown now, null while there is none. */
  body: () => Element | null;
  /** Bottom of the bar over the text, px from the window's top. */
  top: () => number;
}

/** Keeps the clear lines at the pointer, or moves them by the up and down keys. Answers how to stop. */
export function followLines({ page, cover, body, top }: Following): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const view = page.defaultView;
  const scroller = page.scrollingElement;
  if (!view || !scroller) return () => undefined;
  /** Where in the window the reader is, px. */
  let height = view.innerHeight * FIRST;
  let frame = 0;

  const linesNow = (): Line[] => {
    const shown = body();
    return shown ? linesIn(shown, top(), view.innerHeight) : [];
  };
  const draw = (): void => {
    frame = 0;
    const lines = linesNow();
    const band = bandAround(lines, lineNear(lines, height));
    const text = body()?.getBoundingClientRect();
    cover.hidden = band === null;
    if (!band || !text) return;
    const { top: above, bottom: below } = cover.getBoundingClientRect();
    const lengths = {
      begin: text.top - above,
      from: Math.max(text.top, band.top) - above,
      to: band.bottom - above,
      rest: below - text.bottom,
    };
    for (const [name, length] of Object.entries(lengths))
      cover.style.setProperty(`--${name}`, `${Math.max(0, length).toFixed(1)}px`);
  };
  const drawSoon = (): void => {
    frame ||= view.requestAnimationFrame(draw);
  };
  const step = (by: number): void => {
    const lines = linesNow();
    const at = lineNear(lines, height);
    const [line, next] = [lines[at], lines[at + by]];
    const before = scroller.scrollTop;
    if (!next) scroller.scrollTop += by * (view.innerHeight / 4);
    else if (line && (next.bottom > view.innerHeight * LOWEST || next.top < top() + 8)) {
      scroller.scrollTop += next.top - line.top;
    }
    const reached = next ?? line;
    if (reached) height = (reached.top + reached.bottom) / 2 - (scroller.scrollTop - before);
    drawSoon();
  };

  page.addEventListener(
    'pointermove',
    ({ clientY }) => {
      height = clientY;
      drawSoon();
    },
    { passive: true, signal },
  );
  page.addEventListener('scroll', drawSoon, { passive: true, signal });
  // What has the keyboard's focus is seen: a link of the text, a picture that waits.
  page.addEventListener(
    'focusin',
    ({ target }) => {
      if (!(target instanceof Element) || !body()?.contains(target)) return;
      const { top: begin, bottom: end } = target.getBoundingClientRect();
      height = (begin + end) / 2;
      drawSoon();
    },
    { signal },
  );
  page.addEventListener(
    'keydown',
    (event) => {
      const by = STEPS[event.key];
      if (by === undefined || hasModifier(event) || !isFree(event)) return;
      event.preventDefault();
      step(by);
    },
    { signal },
  );
  const sized = new ResizeObserver(drawSoon);
  // Not the cover: while it is hidden it has no size.
  sized.observe(cover.parentElement ?? cover);
  drawSoon();
  return () => {
    view.cancelAnimationFrame(frame);
    sized.disconnect();
    listening.abort();
  };
}

function hasModifier({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey;
}
