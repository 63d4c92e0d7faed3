import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Item, Position } from '../../utils/library/item.ts';
import { positionFrom } from '../../utils/library/position.ts';
import { timeOf } from '../../utils/library/stamp.ts';
import { sendMessage } from '../../utils/messages.ts';
import { keepPosition } from '../reading/keep-position.ts';
import { positionIn, scrollTo } from '../reading/position.ts';
import type { Library } from '../library/library-state.ts';
import type { Subject } from './subject.ts';

/**
 * Where each article was left in this very page, and when (ms since the epoch): a row read before the
 * library heard of it does not say so, one that another window wrote later says more.
 */
const left = new Map<string, { position: Position; at: number }>();

/**
 * Keeps how far a saved article is read, and goes there when it is opened. An article of the page
 * that is not saved is read from its top, or from where it was before a reload; what is no article
 * from its top.
 *
 * @param shown whether the article is what the window shows
 * @param arrival where the first article is opened instead, if this is not taken back by then
 */
export function useReadingPlace(
  subject: Subject,
  library: Library,
  shown: boolean,
  arrival: Position | null = null,
): void {
  const item = subject.kind === 'article' ? subject.item : null;
  const id = shown ? (item?.id ?? null) : null;
  const article = subject.kind === 'article' ? subject.article : null;
  const opened = useRef<unknown>(null);
  const arriving = useRef(arrival);
  arriving.current &&= arrival;
  const arrive = (): Position | null => {
    const place = arriving.current;
    arriving.current = null;
    return place;
  };
  useLayoutEffect(() => {
    if (id === null || !item) return undefined;
    const kept = keepPosition({
      page: document,
      body: bodyElement,
      top: barBottom,
      onPosition: (position) => keep(id, position, library),
    });
    // An article of the page is told to be saved a moment after it is shown: who has scrolled by then stays.
    const came = opened.current === article;
    opened.current = article;
    const known = arrive() ?? lastPlace(item);
    if (!came || (document.scrollingElement?.scrollTop ?? 0) === 0) kept.restore(known);
    return () => kept.stop();
    // The row changes with every flag; the place is gone to once for each opening.
  }, [id, article, library]);
  useLayoutEffect(() => {
    if (!shown || (article && id !== null)) return;
    if (opened.current !== (article ?? subject.kind)) goTo(article && arrive());
    opened.current = article ?? subject.kind;
  }, [shown, article, id, subject.kind]);
}

function bodyElement(): Element | null {
  return document.querySelector('[data-testid="article-body"]');
}

/** Px from the window's top. */
function barBottom(): number {
  return document.querySelector('header.bar')?.getBoundingClientRect().bottom ?? 0;
}

/** Where the article shown is now, as another page may be told of it; null at its top. */
export function placeShown(): Position | null {
  const body = bodyElement();
  const atTop = (document.scrollingElement?.scrollTop ?? 0) === 0;
  return body && !atTop ? positionIn(body, barBottom()) : null;
}

/** To a place of the article; to the top of the page without one. */
function goTo(place: Position | null): void {
  const body = bodyElement();
  const by = place && body ? scrollTo(body, place, barBottom()) : null;
  if (by === null) document.scrollingElement?.scrollTo(0, 0);
  else document.scrollingElement?.scrollBy(0, by);
}

function keep(id: string, position: Position, library: Library): void {
  left.set(id, { position, at: Date.now() });
  library.read(id, position);
  // A place that could not be kept is told again with the next scrolling.
  sendMessage('setPosition', { id, position }).catch(console.warn);
}

/** The place kept last, of those known of in this page and in the article's row. */
function lastPlace(item: Item): Position | null {
  const here = left.get(item.id);
  return here && here.at >= timeOf(item.stamps.position ?? '')
    ? here.position
    : positionFrom(item.position);
}
