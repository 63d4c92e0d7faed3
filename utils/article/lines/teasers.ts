import { foldWords } from '../../arabic/fold.ts';
import { markMonths } from '../../arabic/months.ts';
import * as dom from '../page/dom.ts';
import { holdsWord } from './label-or-text.ts';
import { isHeading, linkDensity, textBesideLinks, type Line } from './lines.ts';
import type { Measure } from './measures.ts';
import type { TreeElement } from '../snapshot/tree.ts';

/** Boxes alike beside each other that make a list of other articles. */
const FEWEST = 3;
/** Characters; a teaser is shorter. */
const LONGEST = 600;
const MOST_LINES = 8;
/** Characters; shorter links are labels. */
const SHORTEST_HEADLINE = 15;

/**
 * Lines of boxes that announce other articles: three or more of one shape under one parent, each
 * short and with a headline that is all link, be there full sentences below it.
 */
export function findTeasers(
  lines: readonly Line[],
  measures: ReadonlyMap<TreeElement, Measure>,
  title: string,
): Set<Line> {
  const own = foldWords(title);
  const groups = new Map<TreeElement, Record<string, Line[][]>>();
  for (const [box, { from, to, characters, links }] of measures) {
    if (links === 0 || characters > LONGEST || to - from > MOST_LINES || !isNamed(box)) continue;
    const parent = box.parentElement;
    const inside = lines.slice(from, to);
    if (!parent || !isTeaser(inside) || isOwn(inside, own)) continue;
    const shape = `${box.localName}.${box.className.replace(/\d+/g, '')}`;
    const shapes = groups.get(parent) ?? {};
    (shapes[shape] ??= []).push(inside);
    groups.set(parent, shapes);
  }
  const lists = [...groups.values()].flatMap((shapes) => Object.values(shapes));
  return new Set(lists.filter((alike) => alike.length >= FEWEST).flat(2));
}

/** Rows and boxes without a name are alike in every layout made of tables. */
function isNamed(box: TreeElement): boolean {
  return box.className !== '' || box.localName === 'li' || box.localName === 'article';
}

/** Whether lines print the page's own headline: its article may stand in a box like those of others. `title`: folded. */
export function isOwn(lines: readonly Line[], title: string): boolean {
  return lines.some(({ words }) => words.length >= 12 && title.includes(words));
}

/** Its headline comes first or is a heading, and is all link, to another page; a heading may have a kicker beside its link. */
export function isTeaser(lines: readonly Line[]): boolean {
  const first = lines.find(({ text }) => text);
  return lines.some(
    (line) =>
      line.linked >= SHORTEST_HEADLINE &&
      (line === first || isHeading(line)) &&
      isAllLink(line) &&
      !leadsToItself(line),
  );
}

/** Characters beside a headline's link: a day, an hour, a counter. */
const LONGEST_DAY = 24;

function isAllLink(line: Line): boolean {
  const density = linkDensity(line);
  if (density > (isHeading(line) ? 0.5 : 0.95)) return true;
  if (line.text.length - line.linked > LONGEST_DAY) return false;
  return !holdsWord(markMonths(foldWords(textBesideLinks(line.element))));
}

/** Updates of a live page, each with an address on the page itself. */
export function leadsToItself({ element }: Line): boolean {
  return element
    .findAll('a')
    .some(({ source }) => source && dom.getAttribute(source, 'href')?.startsWith('#'));
}
