import { useEffect, useRef, useState } from 'preact/hooks';
import type { BlockText } from '../../utils/library/edits/find-passage.ts';
import type { Anchor } from '../../utils/library/item.ts';
import { selectedRange, shownBody, stretchesIn } from './selected.ts';

/** What the tools beside the text are about: what is selected, or a highlight that was pressed. */
export type Aim =
  | { kind: 'text'; stretches: Anchor[]; box: DOMRect }
  | { kind: 'mark'; name: string; box: DOMRect };

/** A selection that rests this long, in ms, is one: the keyboard makes it letter by letter. */
const RESTED = 150;

/**
 * Follows selection and presses in the article.
 *
 * @param tools the tools while they are shown: what happens in them changes nothing
 * @param off while something else has the text
 */
export function useAim(
  blocks: readonly BlockText[],
  tools: { current: HTMLElement | null },
  off: boolean,
): { aim: Aim | null; drop: () => void; now: () => Aim | null } {
  const [aim, setAim] = useState<Aim | null>(null);
  const shown = useRef(aim);
  shown.current = aim;
  useEffect(() => {
    setAim(null);
    if (off) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    let held = false;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const isInTools = (target: EventTarget | null): boolean =>
      target instanceof Node && Boolean(tools.current?.contains(target));
    const look = (): void => {
      if (held || isInTools(document.activeElement)) return;
      const found = selectionAim(blocks);
      if (found || shown.current?.kind === 'text') setAim(found);
    };
    const lookSoon = (wait: number): void => {
      clearTimeout(resting);
      resting = setTimeout(look, wait);
    };
    document.addEventListener('selectionchange', () => lookSoon(RESTED), { signal });
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        if (isInTools(target)) return;
        held = true;
        if (shown.current?.kind === 'mark') setAim(null);
      },
      { signal },
    );
    for (const type of ['pointerup', 'pointercancel'] as const) {
      document.addEventListener(
        type,
        () => {
          held = false;
          lookSoon(0);
        },
        { signal },
      );
    }
    document.addEventListener(
      'click',
      ({ target }) => {
        const pressed = pressedMark(target);
        if (pressed) setAim(pressed);
      },
      { signal },
    );
    document.addEventListener('keydown', (event) => onKey(event), { signal });
    const onKey = (event: KeyboardEvent): void => {
      const { current } = tools;
      if (!shown.current || !current || event.defaultPrevented) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        backToText(current);
        setAim(null);
      } else if (event.key === 'Tab' && !event.shiftKey && !isInTools(document.activeElement)) {
        // They stand beside the text, wherever they are in the page.
        event.preventDefault();
        focusFirst(current);
      }
    };
    return () => {
      clearTimeout(resting);
      listening.abort();
    };
  }, [blocks, tools, off]);
  return {
    aim,
    drop() {
      if (tools.current) backToText(tools.current);
      document.getSelection()?.removeAllRanges();
      setAim(null);
    },
    now: () => selectionAim(blocks) ?? shown.current,
  };
}

export function focusFirst(tools: HTMLElement | null): void {
  tools?.querySelector('button')?.focus();
}

/** The keyboard goes back to the text when what it stands in goes. */
export function backToText(gone: Element): void {
  if (!gone.contains(document.activeElement)) return;
  document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
}

function selectionAim(blocks: readonly BlockText[]): Aim | null {
  const body = shownBody();
  const range = body && selectedRange(body);
  if (!range) return null;
  const stretches = stretchesIn(range, body, blocks);
  if (stretches.length === 0) return null;
  return { kind: 'text', stretches, box: range.getBoundingClientRect() };
}

/** A press on a link in a highlight follows the link; one that ends a selection is about that. */
function pressedMark(target: EventTarget | null): Aim | null {
  if (!(target instanceof Element) || target.closest('a[href]')) return null;
  const mark = target.closest<HTMLElement>('.article-body mark[data-mark]');
  const name = mark?.dataset['mark'];
  if (!mark || !name || document.getSelection()?.isCollapsed === false) return null;
  return { kind: 'mark', name, box: mark.getBoundingClientRect() };
}
