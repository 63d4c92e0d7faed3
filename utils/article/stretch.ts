import { foldWords } from '../arabic/fold.ts';
import { matchPhrase, type PhraseKind } from '../arabic/phrases.ts';
import { isHeading, linkDensity, type Line } from './lines.ts';
import type { TreeElement } from './tree.ts';

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

/** What the page says its title is, in all places: one text to look for headlines in. */
export function statedTitle(document: Document): string {
  const selector = 'meta[property="og:title" i],meta[name="twitter:title" i]';
  const stated = Array.from(Document.prototype.querySelectorAll.call(document, selector), (meta) =>
    Element.prototype.getAttribute.call(meta, 'content'),
  );
  return [document.title, ...stated].join(' / ');
}

/**
 * Where the article can stand among the page's lines: from the page's own headline on, and up to
 * the first label of comments, tags or other articles after which no box of the text goes on.
 * `core`: the lines of running text found; returns those of them that lie in it.
 */
export function withinStretch(
  page: readonly Line[],
  core: readonly Line[],
  title: string,
): { core: Line[]; from: number; to: number } {
  const from = startOf(page, core, title);
  const started = core.filter(({ index }) => index >= from);
  const to = endOf(page, started);
  return { core: started.filter(({ index }) => index < to), from, to };
}

/** The index of the line that prints the headline above most of the text; 0 where none does. */
function startOf(page: readonly Line[], core: readonly Line[], title: string): number {
  const words = foldWords(title);
  const all = lengthOf(core);
  // Little text may be a notice above the headline; of much text most stands below it.
  const isAbove = (line: Line): boolean =>
    all < SHORT_ARTICLE || lengthOf(core.filter(({ index }) => index > line.index)) >= all * 0.5;
  const named = page.filter(
    (line) =>
      line.words.length >= SHORTEST_HEADLINE &&
      !line.hidden &&
      words.includes(line.words) &&
      isAbove(line),
  );
  const headings = named.filter(isHeading);
  const printed =
    headings.length > 0
      ? headings
      : named.filter((line) => line.words.length >= LONG_HEADLINE && linkDensity(line) < 0.5);
  // The fullest of them, as little a link and as high a heading as there is: teasers, breadcrumbs
  // and lists below print it too. Of two alike the one with text right below: tickers print it above.
  const longest = Math.max(...printed.map((line) => line.words.length));
  const [headline] = printed
    .filter((line) => line.words.length === longest)
    .toSorted(
      (one, other) => rank(one) - rank(other) || distance(page, one) - distance(page, other),
    );
  return headline?.index ?? 0;
}

/** Lines between a headline and the first running text below it. */
function distance(page: readonly Line[], headline: Line): number {
  const text = page.find(
    (line) =>
      line.index > headline.index && line.text.length >= SENTENCE && linkDensity(line) < 0.2,
  );
  return text ? text.index - headline.index : page.length;
}

function rank(line: Line): number {
  return (linkDensity(line) > 0.5 ? 10 : 0) + (isHeading(line) ? Number(line.name.slice(1)) : 0);
}

function endOf(page: readonly Line[], core: readonly Line[]): number {
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
    if (line.text.length > LONGEST_LABEL || !line.text || line.hidden) continue;
    const match = matchPhrase(line.text, BELOW);
    if (!match || match.place === 'anywhere') continue;
    if (!core.slice(next).some((later) => goesOn(later, before))) return line.index;
  }
  return page.length;
}

/** Whether a line stands in a box in which text stood before, or in the next of several alike. */
function goesOn(line: Line, before: ReadonlySet<TreeElement>): boolean {
  const box = line.element.parentElement;
  if (!box) return false;
  if (before.has(box)) return true;
  const beside = box.parentElement;
  if (!beside || !box.className) return false;
  return [...before].some((one) => one.parentElement === beside && one.className === box.className);
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
