import * as dom from '../page/dom.ts';

/**
 * Disclosures (as the ARIA Authoring Practices call them): a heading, button or label that shows and
 * hides the text below it, alone or as an accordion of several. What they hold is part of the article.
 */

/** Whether a hidden element is there for whoever opens it: in a closed `details`, or below a question or one of several headings alike. */
export function isInsideDisclosure(element: Element): boolean {
  const parent = dom.parentElement(element);
  if (parent !== null && dom.localName(parent) === 'details') return true;
  const above = beside(element, dom.previousSibling);
  if (!above || dom.localName(element) === 'p' || !holdsAnswer(element)) return false;
  if (!asksShortly(above) || !(isQuestion(above) || isOneOfMany(above))) return false;
  return (
    dom.getAttribute(above, 'aria-expanded') !== null ||
    /^(?:h[2-6]|button|label|dt)$/.test(dom.localName(above)) ||
    dom.querySelector(above, 'h2,h3,h4,h5,h6,button') !== null
  );
}

/** Whether what older builders call a list of tabs holds their panels, too: questions with their answers. */
export function isAccordion(element: Element, role: string | null): boolean {
  return role === 'tablist' && dom.querySelector(element, '[role=tabpanel]') !== null;
}

/** Characters of a question that opens its answer, and of the shortest answer. */
const SHORTEST_QUESTION = 8;
const LONGEST_QUESTION = 200;
const SHORTEST_ANSWER = 20;

function asksShortly(element: Element): boolean {
  const { length } = (dom.textContent(element) ?? '').trim();
  return length >= SHORTEST_QUESTION && length <= LONGEST_QUESTION;
}

/** What is no heading by its name and one to whoever reads: a button or label above what it opens, a legend of no form. */
export function headsDisclosure(element: Element, name: string): boolean {
  if (name === 'legend') {
    const box = dom.parentElement(element);
    return box !== null && dom.querySelector(box, 'input,select,textarea') === null;
  }
  return (name === 'button' || name === 'label') && opensAnswer(element);
}

/** A question, or one of several such, above its answer. */
function opensAnswer(element: Element): boolean {
  const below = beside(element, dom.nextSibling);
  if (!below || !asksShortly(element) || !holdsAnswer(below)) return false;
  if (isQuestion(element)) return true;
  const around = dom.parentElement(element);
  const others = around ? dom.querySelectorAll(around, dom.localName(element)) : [];
  const opening = others.filter((other) => {
    const box = beside(other, dom.nextSibling);
    return box !== null && holdsAnswer(box);
  });
  return opening.length >= SEVERAL;
}

function isQuestion(element: Element): boolean {
  return /[؟?]\s*$/.test(dom.textContent(element) ?? '');
}

/** Whether as many stand beside it, or beside its box. */
function isOneOfMany(element: Element): boolean {
  const box = dom.parentElement(element);
  const around = (box && dom.parentElement(box)) ?? box;
  return around !== null && dom.countTags(around, dom.localName(element)) >= SEVERAL;
}

/** Buttons with a box below each. */
const SEVERAL = 3;

/** Text, and nothing to follow or to fill in. */
function holdsAnswer(box: Element): boolean {
  if (!/^(?:div|section|p|dd|ul|ol)$/.test(dom.localName(box))) return false;
  if ((dom.textContent(box) ?? '').trim().length < SHORTEST_ANSWER) return false;
  return dom.querySelector(box, 'a,input,textarea,select,button,form') === null;
}

/** The element next to another. */
function beside(element: Element, step: (node: Node) => Node | null): Element | null {
  let node = step(element);
  while (node && dom.nodeType(node) !== 1) node = step(node);
  return node as Element | null;
}
