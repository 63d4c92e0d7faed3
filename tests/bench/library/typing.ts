import { setTimeout } from 'node:timers/promises';
import type { View } from '../../browser/types.ts';

/** A word common in news, one that is rarer, and the beginning of a third. */
const TYPED = 'قال الوزير في ال';
/** Milliseconds from one letter to the next, of somebody who types fast. */
const PACE = 120;

/**
 * Types into the search field of an open library page, letter by letter, and answers the longest
 * task its thread had meanwhile, in ms: 0 where none was above 50, as browsers tell of longer ones only.
 */
export async function longestTaskWhileTyping(view: View): Promise<number> {
  await view.evaluate(watchTasks);
  for (let end = 1; end <= TYPED.length; end += 1) {
    await view.evaluate(type, TYPED.slice(0, end));
    await setTimeout(PACE);
  }
  await setTimeout(1000);
  return view.evaluate(longestTask);
}

// These run in the page.

function watchTasks(): void {
  const tasks: number[] = [];
  Object.assign(globalThis, { tasks });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask' });
}

function type(typed: string): void {
  const field = document.querySelector<HTMLInputElement>('[data-testid=search]');
  if (!field) throw new Error('No search field.');
  field.value = typed;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function longestTask(): number {
  const { tasks } = globalThis as unknown as { tasks: number[] };
  return Math.max(0, ...tasks);
}
