import { countWords } from './label-or-text.ts';
import { boxAround, isHeading, linkDensity, type Line } from './lines.ts';
import { leadsToItself } from './teasers.ts';

/** Characters of a line that reads as a sentence. */
export const SENTENCE = 60;
/** Characters and words; shorter links name sections and people. */
export const SHORTEST_HEADLINE = 20;
const FEWEST_WORDS = 4;
export const LONGEST_HEADLINE = 200;
/** Characters beside the link: an hour, a section. */
const MOST_BESIDE = 24;
/** Lines (author, day, section, picture) that stand between a teaser's headline and its first words. */
const BETWEEN = 4;
/** Lines between two headlines of one list: picture, day, summary, «read more». */
const STEP = 6;

/** A line that is all link, an hour or section aside, and long enough for a headline: it announces another page. */
export function isHeadlineLink(line: Line): boolean {
  return (
    !line.hidden &&
    line.text.length >= SHORTEST_HEADLINE &&
    line.text.length <= LONGEST_HEADLINE &&
    linkDensity(line) > 0.65 &&
    line.text.length - line.linked <= MOST_BESIDE &&
    line.linked >= SHORTEST_HEADLINE &&
    hasHeadlineWords(line.text) &&
    !leadsToItself(line) &&
    !line.phrase
  );
}

/** Words enough for a headline, a day's figures not counted: sections, tags, authors and sites have fewer. */
export function hasHeadlineWords(text: string): boolean {
  return countWords(text) >= FEWEST_WORDS;
}

export function isSentence(line: Line): boolean {
  return line.text.length >= SENTENCE && linkDensity(line) < 0.3;
}

/**
 * A paragraph with another page's headline in it: link and first words in one. Where names and terms
 * are linked, as encyclopedias do, each link is shorter.
 */
export function isTeaserInOne(line: Line): boolean {
  return (
    line.text.length >= SENTENCE &&
    !line.hidden &&
    line.linked >= SHORTEST_HEADLINE &&
    line.linked <= LONGEST_HEADLINE &&
    linkDensity(line) < 0.7 &&
    line.element.findAll('a').some(({ textContent }) => hasHeadlineWords(textContent))
  );
}

/**
 * Of an article's sentences those that are first words of other pages: each stands below a
 * headline that is a link, with nothing but short lines between. `page`: every line, in order;
 * `isOwned`: the page has a headline of its own, so that a paragraph may go on after a link. One
 * alone is the page's own where the link is its headline, or names the reporter below it.
 */
export function summariesIn(
  article: readonly Line[],
  page: readonly Line[],
  isOwned: boolean,
): Set<Line> {
  const teased = article.filter(
    (line) => isSentence(line) && isSummary(line, page) && !(isOwned && goesOn(line, page)),
  );
  const isOwn = teased.length === 1 && isOwnInfo(headlineOf(teased[0]!, page)!, page);
  return new Set(isOwn ? [] : teased);
}

function isSummary(line: Line, page: readonly Line[]): boolean {
  const link = headlineOf(line, page);
  return link !== null && !isLabelled(link, page);
}

/** Characters of a link that names reporter, section or app. */
const LONGEST_INFO = 40;

/** Whether a link is the page's own headline, or names reporter or section below it. */
function isOwnInfo(link: Line, page: readonly Line[]): boolean {
  const above = page.slice(0, link.index + 1);
  const own = link.text.length < LONGEST_INFO ? above.findLast(isHeading) : link;
  return own?.name === 'h1';
}

/** The headline link above a line, with nothing but short lines between. */
export function headlineOf(line: Line, page: readonly Line[]): Line | null {
  for (let back = 1; back <= BETWEEN; back++) {
    const before = page[line.index - back];
    if (!before) return null;
    if (isHeadlineLink(before)) return before;
    if (before.text.length >= SENTENCE || isHeading(before)) return null;
  }
  return null;
}

/**
 * Paragraph, link in a paragraph, paragraph: nothing marks the link as the second one's headline, as
 * a box around those two alone does.
 */
function goesOn(line: Line, page: readonly Line[]): boolean {
  const link = page[line.index - 1];
  const before = page[line.index - 2];
  return (
    link !== undefined &&
    before !== undefined &&
    isHeadlineLink(link) &&
    isSentence(before) &&
    link.name === line.name &&
    before.name === line.name &&
    boxAround(link, line)?.contains(before.element) === true
  );
}

/** «Read also:» before it: a link set into somebody's text. A label that is a link itself ends a teaser. */
function isLabelled(link: Line, page: readonly Line[]): boolean {
  const before = page[link.index - 1];
  return before !== undefined && linkDensity(before) < 0.5 && before.phrase?.kind === 'read-also';
}

/** A row of headlines of other pages: how many, and the places of its first and last line. */
export interface TeaserList {
  count: number;
  from: number;
  to: number;
}

/** The longest list that is the page's own matter: not one under a label such as «related» or «most read». */
export function longestList(page: readonly Line[]): TeaserList | null {
  let longest: TeaserList | null = null;
  let list: TeaserList | null = null;
  let isOwn = true;
  for (const line of page) {
    if (!isHeadlineLink(line)) continue;
    const from: number = Math.max(list ? list.to + 1 : 0, line.index - STEP);
    const labelled = page.slice(from, line.index).some(isLabel);
    if (!list || labelled || line.index - list.to > STEP) {
      list = { count: 0, from: line.index, to: line.index };
      isOwn = !labelled;
    }
    list.count++;
    list.to = line.index;
    if (isOwn && list.count > (longest?.count ?? 0)) longest = list;
  }
  return longest;
}

/** A first-level heading names the page itself, be it «latest news». */
function isLabel(line: Line): boolean {
  const { name, text } = line;
  if (name === 'h1' || text === '' || text.length > SENTENCE) return false;
  return line.phrase?.kind === 'related';
}
