import { matchPhrase } from '../arabic/phrases.ts';
import { isHeading, linkDensity, type Line } from './lines.ts';

/** Characters of a line that reads as a sentence. */
const SENTENCE = 60;
/** Characters and words; shorter links name sections and people. */
export const SHORTEST_HEADLINE = 20;
const FEWEST_WORDS = 4;
export const LONGEST_HEADLINE = 200;
/** Lines (author, day, section, picture) that stand between a teaser's headline and its first words. */
const BETWEEN = 4;
/** Lines between two headlines of one list: picture, day, summary, «read more». */
const STEP = 6;

/** A line that is all link and long enough for a headline: it announces another page. */
export function isHeadlineLink(line: Line): boolean {
  return (
    !line.hidden &&
    line.text.length >= SHORTEST_HEADLINE &&
    line.text.length <= LONGEST_HEADLINE &&
    linkDensity(line) > 0.9 &&
    hasHeadlineWords(line.text) &&
    !matchPhrase(line.text)
  );
}

/** Words enough for a headline, a day's figures not counted: sections, tags, authors and sites have fewer. */
export function hasHeadlineWords(text: string): boolean {
  return text.split(' ').filter((word) => /\p{L}{2}/u.test(word)).length >= FEWEST_WORDS;
}

export function isSentence(line: Line): boolean {
  return line.text.length >= SENTENCE && linkDensity(line) < 0.3;
}

/**
 * Of an article's sentences those that are first words of other pages: each stands below a
 * headline that is a link, with nothing but short lines between. `page`: every line, in order.
 */
export function summariesIn(article: readonly Line[], page: readonly Line[]): Set<Line> {
  return new Set(article.filter((line) => isSentence(line) && isSummary(line, page)));
}

function isSummary(line: Line, page: readonly Line[]): boolean {
  for (let back = 1; back <= BETWEEN; back++) {
    const before = page[line.index - back];
    if (!before) return false;
    if (isHeadlineLink(before)) return !isLabelled(before, page);
    if (before.text.length >= SENTENCE || isHeading(before)) return false;
  }
  return false;
}

/** «Read also:» before or in the same line: a link set into somebody's text. */
function isLabelled(link: Line, page: readonly Line[]): boolean {
  const before = page[link.index - 1];
  return before !== undefined && matchPhrase(before.text)?.kind === 'read-also';
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

function isLabel({ text }: Line): boolean {
  return text !== '' && text.length <= SENTENCE && matchPhrase(text)?.kind === 'related';
}
