import { keyOf, textOf } from './lines.ts';

/** The page with the smallest element that holds all the lines printed a second time below itself. */
export function printedTwice(markup: string, lines: readonly string[]): string | null {
  const { page, sources, container } = locate(markup, lines);
  if (sources.length < lines.length || container === page.body || !container) return null;
  const box = page.createElement('div');
  box.append(copyOf(container));
  container.after(box);
  return markupOf(page);
}

/** What is no paragraph: it has its place in a list, a table or a figure, or heads what follows. */
const IN_PLACE = 'li,td,th,figcaption,h1,h2,h3,h4,h5,h6';

/** The page with every paragraph once more after the last: its own element where it has one, else one of its words. */
export function paragraphsAgain(markup: string, lines: readonly string[]): string | null {
  const { page, sources, container } = locate(markup, lines);
  const last = sources.at(-1);
  if (sources.length < lines.length || !last) return null;
  const isOwn = (source: Element, at: number) => keyOf(textOf(source)) === keyOf(lines[at] ?? '');
  const copies = sources.flatMap((source, at) => {
    if (isOwn(source, at)) return source.matches(IN_PLACE) ? [] : [copyOf(source)];
    const paragraph = page.createElement('p');
    paragraph.textContent = lines[at] ?? '';
    return [paragraph];
  });
  if (isOwn(last, sources.length - 1)) last.after(...copies);
  else container?.append(...copies);
  return markupOf(page);
}

interface Located {
  page: Document;
  /** For each line found, in order, the innermost element that holds it. */
  sources: Element[];
  container: Element | null;
}

function locate(markup: string, lines: readonly string[]): Located {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  const candidates = [...page.body.querySelectorAll('*')].map((element) => ({
    element,
    key: keyOf(textOf(element)),
  }));
  const sources: Element[] = [];
  let after = 0;
  for (const line of lines) {
    const key = keyOf(line);
    const holds = (at: number) => candidates[at]?.key.includes(key) ?? false;
    let found = candidates.findIndex((_, at) => at >= after && holds(at));
    if (found < 0) found = candidates.findIndex((_, at) => holds(at));
    // Each next candidate that the last one contains lies deeper.
    for (let at = found + 1; found >= 0 && at < candidates.length; at++) {
      if (!candidates[found]?.element.contains(candidates[at]?.element ?? null)) break;
      if (holds(at)) found = at;
    }
    const source = candidates[found]?.element;
    if (!source) continue;
    sources.push(source);
    after = found;
  }
  let container = sources[0] ?? null;
  while (container && !sources.every((source) => container?.contains(source))) {
    container = container.parentElement;
  }
  return { page, sources, container };
}

function copyOf(element: Element): Element {
  return element.cloneNode(true) as Element;
}

function markupOf(page: Document): string {
  return `<!doctype html>${page.documentElement.outerHTML}`;
}
