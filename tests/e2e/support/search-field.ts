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
export async function found(library: View, query: string): Promise<Found> {
  await library.evaluate(typeQuery, query);
  return until(`an answer to «${query}»`, () => library.evaluate(readAnswer, query));
}

/** Rows are given theirs as they come to be seen. */
export function allPassages(reader: View, rows: number): Promise<string[]> {
  return until('a passage in each row', () =>
    reader.evaluate((wanted) => {
      const items = [...document.querySelectorAll('[data-testid=library-item]')];
      const without = items.find((item) => !item.querySelector('[data-testid=passage]'));
      without?.scrollIntoView();
      const shown = [...document.querySelectorAll('[data-testid=passage]')];
      return shown.length === wanted ? shown.map((one) => one.textContent ?? '') : null;
    }, rows),
  );
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

/** What of the rows is not their own, and what they say. */
export function lookAtResults(): { problems: string[]; texts: string[] } {
  const problems: string[] = [];
  const words =
    '[data-testid=library-item] .name, [data-testid=library-item] [data-testid=passage]';
  const texts = [...document.querySelectorAll(words)].map((element) => element.textContent ?? '');
  for (const element of document.querySelectorAll(words)) {
    // The words stand in one span, with marks in it.
    for (const inner of element.querySelectorAll('*')) {
      const isPlace = inner.localName === 'span' && inner.parentElement === element;
      if (!(isPlace || inner.localName === 'mark') || inner.hasAttributes())
        problems.push(inner.outerHTML);
    }
  }
  const never =
    'iframe,frame,object,embed,form,base,applet,math,template,video,audio,portal,style,foreignObject,image,use,img[src^=http]';
  for (const element of document.body.querySelectorAll(never)) problems.push(element.localName);
  for (const element of document.querySelectorAll('*')) {
    for (const attribute of element.getAttributeNames()) {
      if (attribute.startsWith('on')) problems.push(`${element.localName} ${attribute}`);
    }
  }
  const ran = (globalThis as typeof globalThis & { payloadRan?: number }).payloadRan;
  if (ran !== undefined) problems.push(`payload ${ran} ran`);
  return { problems, texts };
}
