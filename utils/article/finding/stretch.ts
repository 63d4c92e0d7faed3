import { foldWords } from '../../arabic/fold.ts';
import { matchPhrase, type PhraseKind } from '../../arabic/phrases.ts';
import { boxAround, isHeading, lengthOf, linkDensity, type Line } from '../lines/lines.ts';
import { builtAlike, shapeOf, signature } from '../lines/shape.ts';
import type { TreeElement } from '../snapshot/tree.ts';

/** Labels that open what a page prints below its article. */
const BELOW = new Set<PhraseKind>(['related', 'comments', 'tags', 'footer']);
/** Characters; a longer line is no label. */
const LONGEST_LABEL = 60;
/** Characters; shorter headings say nothing of the page's title. */
const SHORTEST_HEADLINE = 12;
/** Characters; outside headings a line must say more of the title to be the headline. */
const LONG_HEADLINE = 20;
/** Characters of a line that reads as running text. */
const SENTENCE = 80;
/** Characters; a longer text is no notice or description of the site. */
export const SHORT_ARTICLE = 600;

/** Where the article can stand among the page's lines, and what was found of it there. */
export interface Stretch {
  core: Line[];
  from: number;
  to: number;
}

/**
 * Where the article can stand among the page's lines: from the page's own headline on, and up to
 * the next article's or the first label of comments, tags or other articles after which no box of
 * the text goes on. `core`: the lines of running text found; returns those of them that lie in it.
 * `teased`: first words of other pages, which end it like such a label.
 */
export function withinStretch(
  page: readonly Line[],
  core: readonly Line[],
  title: string,
  teased: ReadonlySet<Line> = new Set(),
): Stretch {
  const headline = headlineAmong(page, core, title);
  const from = headline?.index ?? 0;
  const next = headline ? nextArticle(page, headline) : page.length;
  const started = core.filter(({ index }) => index >= from && index < next);
  const to = Math.min(next, endOf(page, started, teased));
  return { core: started.filter(({ index }) => index < to), from, to };
}

/**
 * On a page that goes on with the next article: where its headline stands. It is a heading like the
 * page's own, with its text in a box of the same shape or placed alike, and that box holds nothing
 * of the page's own headline, as the box of a sub-heading and its paragraphs does.
 */
function nextArticle(page: readonly Line[], own: Line): number {
  if (!isHeading(own)) return page.length;
  const ownBox = boxWithText(page, own);
  const article = isInfoBelow(page, own) && own.element.closest('article');
  let between = false;
  for (const line of page.slice(own.index + 1)) {
    if (isRunning(line)) between = true;
    if (!between || line.hidden || line.name !== own.name || line.words === own.words) continue;
    // Of its own parts none prints what the article does between headline and text: reporter, day.
    const isInside = article && article === line.element.closest('article');
    if (isInside && !isInfoBelow(page, line)) continue;
    const box = boxWithText(page, line);
    if (!box || box.contains(own.element)) continue;
    const isPlacedAlike = line.name === 'h1' && placeOf(line) === placeOf(own);
    if (isPlacedAlike || (box.className && ownBox && signature(box) === signature(ownBox)))
      return line.index;
  }
  return page.length;
}

/** The smallest box that holds a heading and the first running text below it. */
function boxWithText(page: readonly Line[], heading: Line): TreeElement | null {
  const text = textBelow(page, heading);
  return text ? boxAround(heading, text) : null;
}

/** Whether short lines stand between a heading and its text. */
function isInfoBelow(page: readonly Line[], heading: Line): boolean {
  const text = textBelow(page, heading);
  return page.slice(heading.index + 1, text?.index).some((line) => line.text && !line.hidden);
}

function placeOf({ element }: Line): string {
  return element.parentElement ? signature(element.parentElement) : '';
}

/** The line that prints the headline above most of the text. */
function headlineAmong(
  page: readonly Line[],
  core: readonly Line[],
  title: string,
): Line | undefined {
  const words = foldWords(title);
  const all = lengthOf(core);
  const isAbove = (line: Line): boolean =>
    lengthOf(core.filter(({ index }) => index > line.index)) >= all * 0.4;
  const named = page.filter(
    (line) =>
      line.words.length >= SHORTEST_HEADLINE &&
      !line.hidden &&
      words.includes(line.words) &&
      // Little text may be a notice above the headline; of much text a good part stands below it.
      (all < SHORT_ARTICLE || isAbove(line)),
  );
  const headings = named.filter(isHeading);
  const [firstLevel, another] = page.filter(
    (line) => line.name === 'h1' && line.text && !line.hidden,
  );
  const printed =
    headings.length > 0
      ? headings
      : named.filter((line) => line.words.length >= LONG_HEADLINE && linkDensity(line) < 0.5);
  // Where none prints it, the one first-level heading: many sites give search engines another title.
  // A site has one of its own below a short text, too («about us»).
  const isLong = firstLevel && firstLevel.words.length >= LONG_HEADLINE;
  if (printed.length === 0 && isLong && !another && isAbove(firstLevel)) return firstLevel;
  // The fullest of them, as little a link and as high a heading as there is: teasers, breadcrumbs
  // and lists below print it too. Of two alike the one with text right below: tickers print it above.
  const longest = Math.max(...printed.map((line) => line.words.length));
  const [headline] = printed
    .filter((line) => line.words.length === longest)
    .toSorted(
      (one, other) => rank(one) - rank(other) || distance(page, one) - distance(page, other),
    );
  return headline;
}

/** Lines between a headline and the first running text below it. */
function distance(page: readonly Line[], headline: Line): number {
  return (textBelow(page, headline)?.index ?? page.length) - headline.index;
}

function textBelow(page: readonly Line[], headline: Line): Line | undefined {
  for (let index = headline.index + 1; index < page.length; index++)
    if (isRunning(page[index]!)) return page[index];
  return undefined;
}

function isRunning(line: Line): boolean {
  return line.text.length >= SENTENCE && linkDensity(line) < 0.2;
}

function rank(line: Line): number {
  return (linkDensity(line) > 0.5 ? 10 : 0) + (isHeading(line) ? Number(line.name.slice(1)) : 0);
}

function endOf(page: readonly Line[], core: readonly Line[], teased: ReadonlySet<Line>): number {
  const [first] = core;
  const last = core.at(-1);
  if (!first || !last) return page.length;
  const before = new Set<TreeElement>();
  let next = 0;
  for (const line of page.slice(first.index, last.index)) {
    for (; next < core.length && core[next]!.index <= line.index; next++) {
      const box = core[next]!.element.parentElement;
      if (box) before.add(box);
    }
    const isTeased = teased.has(line);
    if (!isTeased && (!isLabel(line) || headsText(line, page))) continue;
    const later = core.slice(next);
    if (later.some((one) => goesOn(one, before))) continue;
    const above = core.slice(0, next);
    if (isTeased ? !continues(later, above) : !outweighs(later, above, isLink(line)))
      return line.index;
  }
  return page.length;
}

/** Whether half as much as stands above a teaser stands below it, in several lines built alike. */
function continues(later: readonly Line[], before: readonly Line[]): boolean {
  const shapes = new Set(before.map(shapeOf));
  const alike = later.filter((line) => shapes.has(shapeOf(line)));
  return alike.length >= 2 && lengthOf(alike) * 2 >= lengthOf(before);
}

/** How much longer than what stands above a label its text below must be. */
const WEIGHT = 2;

/**
 * Whether one box below a label holds paragraphs that outweigh all that stands above it: between the
 * lead and the text pages set a link to the comments, tags or a list of other articles. Of comments
 * and other articles each has a box of its own. `isPointer`: the label is a link or holds some.
 */
function outweighs(later: readonly Line[], before: readonly Line[], isPointer: boolean): boolean {
  const boxes = Map.groupBy(later, (line) => {
    const around = line.element.parentElement;
    // A box around one paragraph and nothing else is none, but may be a comment's below its title.
    const isWrapped = isPointer && around?.childElementCount === 1 && isRunning(line);
    return isWrapped ? around.parentElement : around;
  });
  const least = lengthOf(before) * WEIGHT;
  return [...boxes.values()].some((lines) => lines.length >= 2 && lengthOf(lines) >= least);
}

/** A label of what a page prints below its article. */
function isLabel({ text, hidden }: Line): boolean {
  if (text.length > LONGEST_LABEL || !text || hidden) return false;
  const match = matchPhrase(text, BELOW);
  return match !== null && match.place !== 'anywhere';
}

/** «الأكثر مشاهدة في رمضان»: a heading, unlinked, with running text right below it in its box. */
function headsText(line: Line, page: readonly Line[]): boolean {
  const next = page[line.index + 1];
  return (
    isHeading(line) &&
    line.linked === 0 &&
    line.phrase?.kind === 'related' &&
    next !== undefined &&
    next.element.parentNode === line.element.parentNode &&
    isRunning(next)
  );
}

/** What only leads elsewhere has nothing of its own below it. */
function isLink(line: Line): boolean {
  return linkDensity(line) >= 0.4;
}

/**
 * Whether a line stands in a box in which text stood before, or in the next of several alike; boxes
 * without a name are alike where each holds one line and nothing else.
 */
function goesOn(line: Line, before: ReadonlySet<TreeElement>): boolean {
  const box = line.element.parentElement;
  if (!box) return false;
  if (before.has(box)) return true;
  const alike = builtAlike(box);
  if (box.className) return alike.some((one) => before.has(one));
  return isWrapper(box) && alike.filter((one) => isWrapper(one) && before.has(one)).length > 1;
}

const isWrapper = (box: TreeElement): boolean => box.childElementCount === 1;
