import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Item, Position } from '../../utils/library/item.ts';
import { sendMessage } from '../../utils/messages.ts';
import { keepPosition } from '../reading/keep-position.ts';
import type { Library } from '../library/library-state.ts';
import type { Subject } from './subject.ts';

/** Where each article was left in this very page: newer than what its row said when it was read. */
const left = new Map<string, Position>();

/**
 * Keeps how far a saved article is read, and goes there when it is opened. An article of the page
 * that is not saved is read from its top, and so is what is no article.
 *
 * @param shown whether the article is what the window shows
 */
export function useReadingPlace(subject: Subject, library: Library, shown: boolean): void {
  const item = subject.kind === 'article' ? subject.item : null;
  const id = shown ? (item?.id ?? null) : null;
  const article = subject.kind === 'article' ? subject.article : null;
  const opened = useRef<unknown>(null);
  useLayoutEffect(() => {
    if (id === null || !item) return undefined;
    const kept = keepPosition({
      page: document,
      body: () => document.querySelector('[data-testid="article-body"]'),
      top: () => document.querySelector('header.bar')?.getBoundingClientRect().bottom ?? 0,
      onPosition: (position) => keep(id, position, library),
    });
    // An article of the page is told to be saved a moment after it is shown: who has scrolled by then stays.
    const came = opened.current === article;
    opened.current = article;
    const known = left.get(id) ?? positionOf(item);
    if (!came || (document.scrollingElement?.scrollTop ?? 0) === 0) kept.restore(known);
    return () => kept.stop();
    // The row changes with every flag; the place is gone to once for each opening.
  }, [id, article, library]);
  useLayoutEffect(() => {
    if (!shown || (article && id !== null)) return;
    if (opened.current !== (article ?? subject.kind)) document.scrollingElement?.scrollTo(0, 0);
    opened.current = article ?? subject.kind;
  }, [shown, article, id, subject.kind]);
}

function keep(id: string, position: Position, library: Library): void {
  left.set(id, position);
  library.read(id, position);
  // A place that could not be kept is told again with the next scrolling.
  sendMessage('setPosition', { id, position }).catch(console.warn);
}

/** What a record calls a position may be anything. */
function positionOf({ position }: Item): Position | null {
  const found: Partial<Position> | null = position;
  return typeof found?.block === 'string' &&
    typeof found.offset === 'number' &&
    typeof found.share === 'number'
    ? { block: found.block, offset: found.offset, share: found.share }
    : null;
}
