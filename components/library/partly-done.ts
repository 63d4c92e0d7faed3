import type { I18n } from '../../utils/i18n.ts';
import type { Selection } from './selection.ts';

/*
 * Work on many goes part by part, and may fail or be cancelled on the way: what is done stays done,
 * and the reader hears of the others.
 */

/** @param done what is said of those that were changed */
export function withRest({ plural }: I18n, done: string, rest: number): string {
  return rest > 0 ? `${done} ${plural('leftUnchanged', rest)}` : done;
}

/** What is left to do stays chosen. */
export function leaveDone(chosen: Selection, rest: readonly string[]): void {
  if (chosen.on.value && rest.length > 0) chosen.choose(rest);
  else chosen.leave();
}
