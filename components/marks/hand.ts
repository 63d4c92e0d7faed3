import { useEffect, useRef, useState } from 'preact/hooks';
import { wordsOf } from '../../utils/library/edits/wordless-parts.ts';
import { backToText } from './aim.ts';
import { barBottom } from './place-tools.ts';
import { blockElement, shownBody, wordlessElement } from './selected.ts';

interface Hand {
  /** Key of the block, picture or embed it stands on, null where there is none. */
  block: string | null;
  /** Where that stands in the window. */
  box: DOMRect | null;
  /** The block after it, or before the last: where the hand goes when it is hidden. */
  next: () => string | null;
  goTo: (block: string | null) => void;
  /** Brings the keyboard from the tools back to it. */
  focus: () => void;
}

interface HandKeys {
  /** What a picture without words is called. */
  unnamed: string;
  onTools: () => void;
  onHide: () => void;
  onLeave: () => void;
}

/**
 * Goes through the blocks, pictures and embeds of the article one by one, by key and by press. The
 * text may be put in its place anew at any time: the part of the same key is then the one it stands on.
 *
 * @param asking while a dialog is over it: it keeps its place, and has the keyboard again afterwards
 */
export function useHand(on: boolean, asking: boolean, keys: HandKeys): Hand {
  const [block, setBlock] = useState<string | null>(null);
  const [box, setBox] = useState<DOMRect | null>(null);
  const current = useRef(block);
  current.current = block;
  const asked = useRef(keys);
  asked.current = keys;

  useEffect(() => {
    const body = shownBody();
    if (!on || !body) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    const article = body.parentElement ?? body;
    body.classList.add('by-hand');
    setBlock(firstInSight(body));
    body.addEventListener(
      'click',
      (event) => {
        const pressed = event.target instanceof Element && blockAt(event.target);
        // Links lead nowhere meanwhile, and no button does a thing.
        event.preventDefault();
        event.stopPropagation();
        if (pressed instanceof HTMLElement) setBlock(keyOf(pressed));
      },
      { signal, capture: true },
    );
    article.addEventListener(
      'keydown',
      (event) => {
        if (!(event.target instanceof Element) || !event.target.closest('[data-current]')) return;
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (step !== 0) setBlock((from) => beside(body, from, step) ?? from);
        else if (event.key === 'Enter') asked.current.onTools();
        else if (event.key === 'Delete') asked.current.onHide();
        else if (event.key === 'Escape') asked.current.onLeave();
        else return;
        event.preventDefault();
      },
      { signal },
    );
    return () => {
      listening.abort();
      body.classList.remove('by-hand');
      for (const element of standing(body)) {
        backToText(element);
        standDown(element);
      }
      setBlock(null);
    };
  }, [on]);

  useEffect(() => {
    const body = shownBody();
    if (!on || asking || !body) return undefined;
    const stand = (): void => {
      for (const other of standing(body)) standDown(other);
      const element =
        block === null ? null : (blockElement(body, block) ?? wordlessElement(body, block));
      setBox(element?.getBoundingClientRect() ?? null);
      if (!element) return;
      element.setAttribute('data-current', '');
      element.tabIndex = 0;
      if (element.dataset['wordless'] !== undefined)
        element.ariaLabel = wordsOf(element) || asked.current.unnamed;
      // Who has gone into the tools stays there.
      if (!document.activeElement?.closest('.mark-tools, dialog')) {
        element.focus({ preventScroll: true });
      }
      bringInSight(element);
      setBox(element.getBoundingClientRect());
    };
    stand();
    const replaced = new MutationObserver(() => {
      if (!body.querySelector('[data-current]')) stand();
    });
    replaced.observe(body, { childList: true });
    // What comes above it, or is loaded, moves it.
    const moved = new ResizeObserver(() => {
      const [element] = standing(body);
      if (element) setBox(element.getBoundingClientRect());
    });
    moved.observe(body.parentElement ?? body);
    return () => {
      replaced.disconnect();
      moved.disconnect();
    };
  }, [on, block, asking]);

  return {
    block,
    box,
    next() {
      const body = shownBody();
      const from = current.current;
      return body && (beside(body, from, 1) ?? beside(body, from, -1));
    },
    goTo: setBlock,
    focus() {
      const body = shownBody();
      if (body) standing(body)[0]?.focus({ preventScroll: true });
    },
  };
}

/** The block pressed; of a picture its caption, which stands for both. */
function blockAt(pressed: Element): Element | null {
  const caption = (): Element | null =>
    pressed.closest('figure')?.querySelector('figcaption[data-block]') ?? null;
  return pressed.closest(PART) ?? caption();
}

function standing(body: Element): HTMLElement[] {
  return [...body.querySelectorAll<HTMLElement>('[data-current]')];
}

function standDown(block: Element): void {
  block.removeAttribute('data-current');
  block.removeAttribute('tabindex');
  block.removeAttribute('aria-label');
}

const PART = '[data-block], [data-wordless]';

function keyOf({ dataset }: HTMLElement): string | null {
  return dataset['block'] ?? dataset['wordless'] ?? null;
}

/**
 * Blocks, and the pictures and embeds that are to be seen.
 *
 * @param current kept though it has no height: a picture that could not be loaded since
 */
function partsIn(body: Element, current: string | null = null): HTMLElement[] {
  return [...body.querySelectorAll<HTMLElement>(PART)].filter(
    (part) =>
      part.dataset['block'] !== undefined || part.offsetHeight > 0 || keyOf(part) === current,
  );
}

function beside(body: Element, block: string | null, step: 1 | -1): string | null {
  const keys = partsIn(body, block).map(keyOf);
  return keys[keys.indexOf(block) + step] ?? null;
}

/** The first block that is to be seen under the bar. */
function firstInSight(body: Element): string | null {
  const top = barBottom(body.ownerDocument);
  const parts = partsIn(body);
  const found = parts.find((element) => element.getBoundingClientRect().bottom > top);
  const part = found ?? parts.at(-1);
  return part ? keyOf(part) : null;
}

/** With room for the tools above it. */
function bringInSight(element: Element): void {
  const box = element.getBoundingClientRect();
  const page = element.ownerDocument;
  const top = barBottom(page);
  const below = box.bottom > page.documentElement.clientHeight;
  if (box.top < top || (below && box.top > top)) element.scrollIntoView({ block: 'center' });
}
