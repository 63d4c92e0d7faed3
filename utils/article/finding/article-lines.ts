import { judgeIslands } from './islands.ts';
import { boxAmong, withAlike } from './alike-boxes.ts';
import { describesAuthor, MOST_AUTHORS } from '../lines/author-card.ts';
import { boxAround, lengthOf, linkDensity, type Line } from '../lines/lines.ts';
import { leadsAbove } from './leads.ts';
import { isProse } from './readable.ts';
import { alikeBeside } from '../lines/shape.ts';
import { shortSentences } from './short-sentences.ts';
import { SHORT_ARTICLE, withinStretch, type Stretch } from './stretch.ts';
import { boxesAround, type TreeElement } from '../snapshot/tree.ts';
import { headlineOf, isHeadlineLink, isSentence, summariesIn } from '../lines/headline-links.ts';

/** Share of the readable prose that a box must hold to be the article's container. */
const MAJORITY = 0.95;

/**
 * The article's lines: what Readability kept, and what it should have: lines of the same container
 * that stand among its running text (lists, tables, headings, short paragraphs, a last third one
 * level deeper). What lies outside the container stays only if Readability took it and it goes on
 * where the container ends. `page`: every line of the page; `title`: its title as stated.
 */
export function articleLines(
  lines: readonly Line[],
  readable: ReadonlySet<Line>,
  page: readonly Line[],
  title: string,
): Line[] {
  const found = seedsOf(lines, readable, page);
  const { core, from, to } = ownStretch(page, lines, found, title);
  const below = from > 0 ? belowHeadline(lines, core, page[from]!) : core;
  const [seeds, start] = below.length > 0 ? [below, from] : [found, 0];
  const smallest = containerOf(seeds);
  if (!smallest) return [];
  const { container, more } = withAlike(
    smallest,
    lines.filter(({ index }) => index >= start && index < to),
    seeds,
  );
  const inside = lines.filter(
    ({ element, index }) => index >= start && index < to && container.contains(element),
  );
  const text = new Set([...seeds.filter((line) => container.contains(line.element)), ...more]);
  const kept = judgeIslands(inside, text, container, readable);
  const first = Math.min(...[...text].map(({ index }) => index));
  const outside = seeds.filter(
    (line) => !text.has(line) && goesOn(line, container, line.index < first),
  );
  const all = new Set([...kept, ...outside]);
  if (start > 0)
    for (const line of leadsAbove(lines, page[start]!, first, title))
      if (goesOn(line, container, true)) all.add(line);
  for (const [at, line] of lines.entries())
    if (TURN.test(line.words) && all.has(lines[at + 1]!)) all.add(line);
  return [...all].toSorted((a, b) => a.index - b.index);
}

/** Over folded words: who speaks below, on pages of questions and of checked claims. */
const TURN = /^(?:(?:نص )?السؤال|(?:ال)?(?:جواب|اجابه)|الادعاء)$/;

/**
 * The lines that show where the text stands: of what Readability kept the long ones, since short
 * ones may be labels and captions. Where short ones are most of it (updates of a few words,
 * speeches, verses) they are the text.
 */
function seedsOf(
  lines: readonly Line[],
  readable: ReadonlySet<Line>,
  page: readonly Line[],
): readonly Line[] {
  const found = lines.filter((line) => readable.has(line));
  const cards = found.filter((line) => describesAuthor(page, line.index));
  // Of several persons the text tells; the author is one.
  const kept = cards.length > MOST_AUTHORS ? found : found.filter((line) => !cards.includes(line));
  const prose = kept.filter(isProse);
  if (prose.length === 0) return kept;
  const unlinked = kept.filter((line) => linkDensity(line) < 0.5);
  return lengthOf(prose) * 2 >= lengthOf(unlinked) ? prose : unlinked;
}

/**
 * The stretch of the page on which its own text stands. First words of other pages are no sign of
 * it where the sentences right below the page's headline stand in another box: on a page laid out
 * with nameless rows a few long teasers outweigh a short text.
 */
function ownStretch(
  page: readonly Line[],
  lines: readonly Line[],
  found: readonly Line[],
  title: string,
): Stretch {
  const teased = new Set(
    [...summariesIn(found, page, true)].filter((line) => !standsApart(line, page)),
  );
  if (teased.size === 0) return withinStretch(page, found, title);
  const own = found.filter((line) => !teased.has(line));
  // A teaser set into the text stands with its headline in a box of its own.
  const boxes = boxesAround(own.map(({ element }) => element));
  const isCard = (line: Line): boolean => {
    const box = boxAround(page[line.index - 1] ?? line, line);
    return teased.has(line) && box !== null && !boxes.has(box);
  };
  const stretch = withinStretch(page, own, title, teased);
  const first = stretch.from > 0 ? firstBelow(lines, stretch.from) : undefined;
  if (!first || teased.has(first)) {
    const [from = 0, to = 0] = [own[0]?.index, own.at(-1)?.index];
    const isBetween = ({ index }: Line): boolean => index > from && index < to;
    const text = found.filter((line) => !isCard(line) || !isBetween(line));
    return withinStretch(page, text, title);
  }
  const beside = first.element.parentElement;
  if (![...teased].some(({ element }) => beside?.contains(element))) return stretch;
  return withinStretch(
    page,
    found.filter((line) => !isCard(line)),
    title,
  );
}

/** Lines below the first sentence of a text in which the next one stands. */
const NEAR = 12;

/**
 * Whether the headline above a sentence is that of another matter: the last of a list that ends
 * above it; or a name, section or player's help outside the box of which it is the first of several,
 * or in a box of its own, where two more sentences follow right on it, be each in such a box.
 */
function standsApart(line: Line, page: readonly Line[]): boolean {
  const headline = headlineOf(line, page);
  const box = line.element.parentElement;
  if (!headline || !box) return false;
  const link = headline.element;
  const another = page[headline.index - 1];
  const list =
    another && isHeadlineLink(another) ? boxAround(another, headline) : link.closest('ul', 'ol');
  if (list && !list.contains(line.element)) return true;
  const below = page.slice(line.index + 1, line.index + 1 + NEAR);
  const isBeside = (one: Line): boolean => one.element.parentElement === box && isSentence(one);
  if (!box.contains(link)) {
    const isNear = (one: Line): boolean =>
      one.element.parentElement?.parentElement === box.parentElement && isSentence(one);
    return below.some(isBeside) || (below.length > 1 && below.slice(0, 2).every(isNear));
  }
  return link.parentElement !== box && below.slice(0, 2).every(isBeside);
}

/** What reads like text and stands first below the headline. */
function firstBelow(lines: readonly Line[], headline: number): Line | undefined {
  return lines.find(
    (line, at) =>
      line.index > headline &&
      isProse(line) &&
      linkDensity(line) < 0.3 &&
      !describesAuthor(lines, at) &&
      !line.phrase,
  );
}

/**
 * Of short texts Readability may take the site's own notice for the article. What reads like text
 * and stands first below the headline is the article; the rest stays only if it stands near.
 */
function belowHeadline(
  lines: readonly Line[],
  core: readonly Line[],
  headline: Line,
): readonly Line[] {
  const first = firstBelow(lines, headline.index);
  if (lengthOf(core.filter(isProse)) < SHORT_ARTICLE) {
    const short = shortSentences(lines, headline.index, first?.index ?? Infinity);
    if (short[0]) return withCore(short, core, boxAround(headline, short[0]));
  }
  if (!first || lengthOf(core) >= SHORT_ARTICLE) return core;
  if (core.includes(first)) {
    const box = boxAround(headline, first);
    // Unless it is all of the page, the box around theirs is still the article's.
    const outer = box?.parentElement;
    const isAlone = (line: Line): boolean =>
      !core.some(
        (other) => other !== line && other.element.parentElement === line.element.parentElement,
      );
    return core.filter(
      (line) => (outer?.parentElement ? outer : box)?.contains(line.element) || !isAlone(line),
    );
  }
  const own = first.element.parentElement!;
  // Builders of pages set each paragraph into a box of its own, and that into one more.
  let outermost = own;
  while (outermost.parentElement?.childElementCount === 1) outermost = outermost.parentElement;
  const boxes = new Set([own, ...alikeBeside(own), ...alikeBeside(outermost)]);
  let around: TreeElement | null = own;
  for (let height = 1; around?.parentElement && height < LEAD_HEIGHT; height++)
    around = around.parentElement;
  const beside = lines.filter((line) => isProse(line) && boxAmong(boxes, line.element) !== null);
  return withCore(beside, core, around);
}

function withCore(
  lines: readonly Line[],
  core: readonly Line[],
  box: TreeElement | null | undefined,
): Line[] {
  const near = core.filter((line) => !box || box.contains(line.element));
  return [...new Set([...lines, ...near])].toSorted((a, b) => a.index - b.index);
}

/** The smallest box that holds most of the lines' characters. */
function containerOf(lines: readonly Line[]): TreeElement | null {
  const sizes = new Map<TreeElement, number>();
  let all = 0;
  for (const { element, text } of lines) {
    all += text.length;
    for (let at = element.parentElement; at; at = at.parentElement) {
      sizes.set(at, (sizes.get(at) ?? 0) + text.length);
    }
  }
  let best: TreeElement | null = null;
  for (const [box, size] of sizes) {
    if (size >= all * MAJORITY && (!best || best.contains(box))) best = box;
  }
  return best;
}

/** Boxes up from the container in which a lead may stand. */
const LEAD_HEIGHT = 3;

/** A lead before the container, or a part of the body beside it. */
function goesOn(line: Line, container: TreeElement, before: boolean): boolean {
  if (linkDensity(line) >= 0.3 || line.phrase) return false;
  let around = container.parentElement;
  if (!before) return around?.contains(line.element) ?? false;
  for (let height = 1; around && height <= LEAD_HEIGHT; height++) {
    if (around.contains(line.element)) return line.name !== 'h1';
    around = around.parentElement;
  }
  return false;
}
