import { foldWords } from '../../arabic/fold.ts';
import { linkDensity, type Line } from '../lines/lines.ts';
import type { Measure } from '../lines/measures.ts';
import { isOwn } from '../lines/teasers.ts';
import type { TreeElement } from '../snapshot/tree.ts';

/** Characters of all that a box says around its field for an address; a form that has one is short by itself. */
const LONGEST = 320;
/** Characters; a longer line beside a form is running text unless it speaks of what is sent. */
const LABEL = 80;
const SENT =
  /(?:^| )\S{0,4}(?:بريد|[ال]لنشر[ها]|نشرتن|رسائل|رساله)|[يت]صلك|(?:^| )و?اشتر[كا]|(?:^| )سجل دخول|تصويت|email|newsletter|subscri|inscri|courriel/;

/**
 * Lines of boxes that ask the reader for an email address (newsletters, alerts, comments) or for a
 * vote: the form's own, and what stands with it in a box that holds little else. Whatever words it
 * uses, a text that a reader came for has no such field among its sentences. `title`: the page's,
 * as stated: what prints it is the page itself.
 */
export function findSignUps(
  lines: readonly Line[],
  measures: ReadonlyMap<TreeElement, Measure>,
  title: string,
): Set<Line> {
  const headline = foldWords(title);
  const ofPage = ({ from, to }: Measure): boolean => isOwn(lines.slice(from, to), headline);
  const found = new Set<Line>();
  for (const [box, measure] of measures) {
    const asks = box.getAttribute('data-asks');
    const longest = asks === 'form' ? Infinity : LONGEST;
    if (asks === null || !isSignUp(box, measure, longest) || ofPage(measure)) continue;
    let around = measure;
    if (asks !== 'form' && !lines.slice(around.from, around.to).every(isLabel)) continue;
    for (let outer = box.parentElement; outer; outer = outer.parentElement) {
      const wider = measures.get(outer);
      if (!wider || !isSignUp(outer, wider, LONGEST) || ofPage(wider)) break;
      const beside = [...lines.slice(wider.from, around.from), ...lines.slice(around.to, wider.to)];
      if (!beside.every(isLabel)) break;
      around = wider;
    }
    for (const line of lines.slice(around.from, around.to)) found.add(line);
  }
  return found;
}

function isSignUp(box: TreeElement, { characters }: Measure, longest: number): boolean {
  return characters <= longest && !box.holds('h1');
}

function isLabel(line: Line): boolean {
  return line.text.length < LABEL || linkDensity(line) > 0.5 || SENT.test(line.words);
}
