import type { View } from '../../browser/types.ts';
import { until } from '../../browser/until.ts';

/** What a query finds, as the list shows it. */
export interface Found {
  /** Headlines. */
  names: string[];
  /** Passages, of the rows that have one. */
  passages: string[];
}

/** All that a query finds, once the list answers it and nothing waits to be indexed. */
export function found(library: View, query: string): Promise<Found> {
  return library
    .evaluate(typeQuery, query)
    .then(() => until(`an answer to «${query}»`, () => library.evaluate(readAnswer, query)));
}

// These run in the page.

function typeQuery(typed: string): void {
  const field = document.querySelector<HTMLInputElement>('[data-testid=search]');
  if (!field) throw new Error('No search field.');
  field.value = typed;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** null while the list answers something else, or there is more to show. */
function readAnswer(typed: string): { names: string[]; passages: string[] } | null {
  const tools = document.querySelector<HTMLElement>('[data-testid=list-tools]');
  const isWaiting = document.querySelector('[data-testid=search-waiting]') !== null;
  if (tools?.dataset['answers'] !== typed || isWaiting) return null;
  const more = document.querySelector<HTMLElement>('[data-testid=show-more]');
  more?.click();
  if (more) return null;
  const textsOf = (part: string): string[] =>
    Array.from(document.querySelectorAll(`[data-testid=library-item] ${part}`), (element) =>
      element.textContent.trim(),
    );
  return { names: textsOf('.name'), passages: textsOf('[data-testid=passage]') };
}
