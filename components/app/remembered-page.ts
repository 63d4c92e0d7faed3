import type { Position } from '../../utils/library/item.ts';
import { positionFrom } from '../../utils/library/position.ts';
import { webAddress } from '../../utils/web-address.ts';
import type { Place } from './place.ts';

/**
 * Leaves the page's address with the tab's entry in the history, where it outlives the article itself:
 * «open the original» still works when the browser comes back without it. Not in our own address,
 * which the list of visited pages would show; and nothing of a private window.
 */
export function rememberPage({ subject, isPrivate }: Place): void {
  const shown = subject.value;
  if (shown.kind === 'article' && !isPrivate) {
    history.replaceState({ page: shown.article.url }, '');
  }
}

export function rememberedPage(): string | null {
  const { page } = stateNow();
  return typeof page === 'string' ? webAddress(page) : null;
}

/**
 * Leaves beside it how far the article was read: one that is not saved is read on after a reload, too.
 * Of one that is saved the library knows.
 */
export function rememberPlace({ subject, isPrivate }: Place, place: Position | null): void {
  const shown = subject.value;
  if (shown.kind !== 'article' || shown.item || isPrivate) return;
  history.replaceState({ page: shown.article.url, place }, '');
}

export function rememberedPlace(): Position | null {
  return positionFrom(stateNow().place);
}

/** The history's state may be anything. */
function stateNow(): { page?: unknown; place?: unknown } {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null ? state : {};
}
