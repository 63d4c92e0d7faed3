import type TurndownService from 'turndown';

/** A mark that leads to a note and a link that leads back, as pages write them: [1], (2), ١, *. */
const MARK = /^\s*[[(]?(?:\p{N}{1,4}|[*†‡]{1,3})[\])]?\s*$/u;
const ARROW = /^\s*[↩↑⤴^]\uFE0E?\s*$/u;
const BACK = /^\s*(?:[↩↑⤴^]\uFE0E?|\p{N}{1,4}|[[(]\p{N}{1,4}[\])])\s*$/u;

/** A mark in the body: an element that no article can bring along. */
export const footnoteRule: TurndownService.Rule = {
  filter: 'data',
  replacement: (_content, node) => `[^${(node as Element).getAttribute('value')}]`,
};

/** A note, and the number of its mark. */
interface Footnote {
  number: number;
  content: DocumentFragment;
}

/**
 * Takes the footnotes out of a body: a link that is nothing but a mark, to a later list entry or
 * paragraph of the body, becomes `[^1]`, and what it leads to its note.
 */
export function takeFootnotes(body: DocumentFragment): Footnote[] {
  const targets = new Map<string, { number: number; element: Element }>();
  for (const link of body.querySelectorAll('a[href^="#"]')) {
    if (!MARK.test(link.textContent)) continue;
    const id = link.getAttribute('href')?.slice(1) ?? '';
    const element = targets.get(id)?.element ?? noteAt(body, id, link);
    if (!element) continue;
    const known = targets.get(id) ?? { number: targets.size + 1, element };
    targets.set(id, known);
    const sup = link.parentElement;
    const whole = sup?.localName === 'sup' && sup.textContent.trim() === link.textContent.trim();
    (whole ? sup : link).replaceWith(markOf(known.number, link));
  }
  return [...targets.values()].map(({ number, element }) => ({
    number,
    content: contentOf(element),
  }));
}

function markOf(number: number, link: Element): Element {
  const mark = link.ownerDocument.createElement('data');
  mark.setAttribute('value', String(number));
  mark.textContent = link.textContent;
  return mark;
}

/** The entry or paragraph with an id, if it comes after the link. */
function noteAt(body: DocumentFragment, id: string, link: Element): Element | null {
  const target = [...body.querySelectorAll('[id]')].find((element) => element.id === id);
  const note = target?.closest('li, p, dd');
  // 4: it follows.
  return note && !note.contains(link) && link.compareDocumentPosition(note) & 4 ? note : null;
}

function contentOf(note: Element): DocumentFragment {
  for (const link of note.querySelectorAll('a')) {
    // One that has lost its way back is told by its arrow alone.
    const way = link.getAttribute('href')?.startsWith('#') ? BACK : ARROW;
    if (way.test(link.textContent)) link.remove();
  }
  const content = note.ownerDocument.createDocumentFragment();
  const list = note.parentElement;
  note.remove();
  if (list && list.childElementCount === 0 && list.textContent.trim() === '') list.remove();
  content.append(...note.childNodes);
  return content;
}
