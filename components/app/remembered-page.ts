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
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('page' in state)) return null;
  return typeof state.page === 'string' ? webAddress(state.page) : null;
}
