import * as dom from '../page/dom.ts';
import type { TreeElement } from './tree.ts';

/** Characters; a form that says more holds other things than its fields, be it the whole page. */
const LONGEST_FORM = 1_500;

/** Whether a form is there to ask for the reader's email address. */
export function asksForAddress(form: Element): boolean {
  const { length } = (dom.textContent(form) ?? '').replace(/\s+/g, ' ');
  return length <= LONGEST_FORM && dom.querySelectorAll(form, 'input').some(isForAddress);
}

function isForAddress(field: Element): boolean {
  return ['type', 'name', 'placeholder', 'aria-label'].some((name) =>
    /mail|بريد/i.test(dom.getAttribute(field, name) ?? ''),
  );
}

/** A field for an address or an answer to choose: what stands around it asks the reader. */
export function noteQuestion(field: Element, target: TreeElement): void {
  if (dom.getAttribute(field, 'type') === 'radio' || isForAddress(field)) asksBeside(target);
}

/** A label around an answer to choose, or one of several in a box: scripts draw the fields of a poll. */
export function noteAnswer(label: Element, target: TreeElement): void {
  const isOneOfSeveral = target.hasAttribute('data-label');
  target.setAttribute('data-label', '');
  if (isOneOfSeveral || dom.querySelector(label, 'input[type="radio"]')) asksBeside(target);
}

function asksBeside(target: TreeElement): void {
  if (!target.hasAttribute('data-asks')) target.setAttribute('data-asks', 'beside');
}
