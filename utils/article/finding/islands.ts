import { describesAuthor, isAuthorLabel, MOST_AUTHORS } from '../lines/author-card.ts';
import { itemHeadings } from './item-headings.ts';
import { countWords, namesSources } from '../lines/label-or-text.ts';
import { isHeading, linkDensity, type Line } from '../lines/lines.ts';
import { isLinkedDatum, ITEM } from '../lines/linked-data.ts';
import { hasHeading, holdsData, isGallery, matterOf, type Matter } from './matter.ts';
import { isAnswered, isListOfSentences, isOwnList } from './own-text.ts';
import { builtAlike, shapeOf, signature } from '../lines/shape.ts';
import { isTeaser, leadsToItself } from '../lines/teasers.ts';
import { boxesAround, type TreeElement } from '../snapshot/tree.ts';

/** Characters; more is no caption. */
const LONGEST_CAPTION = 400;

/** Characters; a line as long is running text, wherever it stands. */
const PARAGRAPH = 120;
/** Lines of one teaser at most: headline, day, first words, «read more». */
const TEASER = 4;
/** Characters of a term or its meaning, in the mean. */
const MEANING = 15;
/** Boxes alike that hold text, from which on each paragraph has such a box. */
const USUAL = 3;
/** Parts that are asked whether they are built alike inside; a report may have thousands. */
const MOST_ASKED = 20;

/**
 * Of the lines inside the article's container those that belong. A line that stands beside running
 * text, or is built like it, does unless it is all link; a box without running text of its own has
 * to be a picture with its caption, a quotation, a list or table, a heading.
 */
export function judgeIslands(
  lines: readonly Line[],
  core: ReadonlySet<Line>,
  container: TreeElement,
  readable: ReadonlySet<Line>,
): Line[] {
  const mainland = boxesAround(
    [...core].map(({ element }) => element),
    container,
  ).add(container);
  const parts = Map.groupBy(mainland, builtAlike);
  const shapes = new Set([...core].map(shapeOf));
  const [first, last] = [
    lines.findIndex((line) => core.has(line)),
    lines.findLastIndex((line) => core.has(line)),
  ];
  const items = itemHeadings(lines, core);
  const persons = lines.filter((_, at) => describesAuthor(lines, at)).length;
  const kept: Line[] = [];
  for (const { box, from, to } of islandsOf(lines, mainland)) {
    const inside = lines.slice(from, to);
    const place = to <= first ? 'head' : from > last ? 'tail' : 'middle';
    if (box === null)
      kept.push(...inside.filter((line) => core.has(line) || items.has(line) || belongs(line)));
    else {
      const matter = matterOf(box, inside, place, lines[from - 1], persons);
      if (isBody(matter, shapes, readable, mainland, parts)) kept.push(...inside);
    }
  }
  return kept;
}

/** Boxes that hold text, by those they are built like (`builtAlike`). */
type PartsByAlike = ReadonlyMap<readonly TreeElement[], readonly TreeElement[]>;

interface Island {
  /** The outermost box without running text; null for lines of the mainland. */
  box: TreeElement | null;
  from: number;
  to: number;
}

function islandsOf(lines: readonly Line[], mainland: ReadonlySet<TreeElement>): Island[] {
  const islands: Island[] = [];
  lines.forEach((line, index) => {
    const box = islandOf(line, mainland);
    const previous = islands.at(-1);
    if (previous && previous.box === box) previous.to = index + 1;
    else islands.push({ box, from: index, to: index + 1 });
  });
  return islands;
}

/** The outermost ancestor of a line that is no part of the mainland; null where the line itself stands on it. */
function islandOf(line: Line, mainland: ReadonlySet<TreeElement>): TreeElement | null {
  let box: TreeElement | null = null;
  for (
    let at: TreeElement | null = line.element.parentElement;
    at && !mainland.has(at);
    at = at.parentElement
  )
    box = at;
  return box;
}

/** Of labels only a picture's credit stands in boxes of the article. */
function isForeign({ phrase }: Line): boolean {
  return phrase !== null && phrase.kind !== 'photo-credit';
}

function belongs(line: Line): boolean {
  if (!line.text) return true;
  if (!isHeading(line)) return linkDensity(line) < 0.95 || isLinkedDatum(line.element);
  return linkDensity(line) < 0.5 || leadsToItself(line);
}

function isBody(
  matter: Matter,
  shapes: ReadonlySet<string>,
  readable: ReadonlySet<Line>,
  mainland: ReadonlySet<TreeElement>,
  parts: PartsByAlike,
): boolean {
  const { box, lines, texts, density, place } = matter;
  const name = box.localName;
  if (texts.length === 0) return place !== 'tail' || hasHeading(matter.before) || isGallery(box);
  if (/^(?:ul|ol|dl)$/.test(name) && namesSources(matter.before)) return true;
  if (isForeignBox(matter)) return false;
  // A row outside the mainland is one of a table with text in other rows.
  if (place === 'middle' || name === 'tr') {
    if ([box, ...box.findAll('ul', 'ol')].some(isLinkedDatum)) return true;
  }
  if (isTeaser(texts) && texts.length <= TEASER) return false;
  if (place !== 'middle') {
    if (texts[0] && isAuthorLabel(texts[0])) return false;
    // Of several the text tells: winners, members.
    if (matter.persons <= MOST_AUTHORS && lines.some((_, at) => describesAuthor(lines, at)))
      return false;
  }
  // Running text between running text: Readability weighs boxes, and one may fall short.
  if (place === 'middle' && density < 0.2 && texts.some(({ text }) => text.length >= PARAGRAPH))
    return true;
  const pictured = holdsPicture(matter);
  if (name === 'table' || box.holds('table')) {
    if (pictured && isColumn(box) && isCaptioned(matter)) return makeFigure(box);
    return density < 0.3 && (place !== 'head' || holdsData(matter));
  }
  if (name === 'blockquote' || (place === 'middle' && isQuotation(matter))) return density < 0.5;
  if (/^(?:ul|ol|dl)$/.test(name) && !pictured && isOwnList(matter)) return true;
  if (density >= 0.5) return false;
  if (isListOfSentences(matter) || isAnswered(matter)) return true;
  if (pictured) return isCaptioned(matter) && makeFigure(box);
  if (texts.every((line) => shapes.has(shapeOf(line)))) return true;
  if (isPartOfEach(matter, parts)) return true;
  if (density < 0.3 && isOneOfSeveral(box, place, mainland, parts)) return true;
  if (/^(?:ul|ol|dl)$/.test(name))
    return density < 0.4 && (place !== 'head' || (density === 0 && hasHeading(matter.before)));
  const heading = texts[0] && isHeading(texts[0]) ? texts[0] : null;
  if (heading && texts.length === 1) return place === 'middle' && linkDensity(heading) < 0.5;
  if (box.holds('ul', 'ol')) return place === 'middle' && density < 0.2;
  if (place === 'middle') return texts.every((line) => readable.has(line)) && density < 0.3;
  return texts.some((line) => readable.has(line) && line.text.length >= 60) && density < 0.3;
}

/**
 * Whether a box opens with a label of the page's. Among the steps of instructions one may tell to
 * install or join something; in a list without links only the label of other articles counts, or several.
 */
function isForeignBox({ box, texts, place, density, characters }: Matter): boolean {
  // Terms are explained in sentences; author, section and day in a word or two.
  const isGlossary = box.localName === 'dl' && characters >= texts.length * MEANING;
  const isList = (isGlossary || /^(?:ul|ol)$/.test(box.localName)) && place === 'middle';
  // An advertisement's label below each paragraph says nothing of their boxes.
  const isBelow = ({ phrase }: Line, at: number): boolean =>
    at > 0 && phrase?.kind === 'advertisement' && builtAlike(box).length > 1;
  if (!isList) return texts.slice(0, 2).some((line, at) => isForeign(line) && !isBelow(line, at));
  if (density > 0) return texts.slice(0, 1).some(isForeign);
  if (texts[0]?.phrase?.kind === 'read-also' || texts[0]?.phrase?.kind === 'related') return true;
  return box.localName !== 'ol' && texts.filter(isForeign).length * 2 > texts.length;
}

/**
 * What each of several parts alike says beside its text, without a link: the question above an
 * answer, with who asks it.
 */
function isPartOfEach({ box, texts, density }: Matter, parts: PartsByAlike): boolean {
  const part = box.parentElement;
  if (density > 0 || !part?.className) return false;
  if (texts.some(({ phrase }) => phrase) || !texts.some(({ text }) => countWords(text) >= ITEM))
    return false;
  const alike = parts.get(builtAlike(part)) ?? [];
  const shape = signature(box);
  const holdsSuch = ({ children }: TreeElement) => children.some((one) => signature(one) === shape);
  return alike.length > 1 && alike.slice(0, MOST_ASKED).every(holdsSuch);
}

/**
 * One of several boxes alike beside each other, of which the one before holds text: the short one
 * of an article's parts, or a short update. After the last text only items, sections and
 * what most paragraphs stand in: a row of the page's layout may hold anything.
 */
function isOneOfSeveral(
  box: TreeElement,
  place: Matter['place'],
  mainland: ReadonlySet<TreeElement>,
  parts: PartsByAlike,
): boolean {
  const isPart = /^(?:li|section|article)$/.test(box.localName);
  if (!isPart && !box.className) return false;
  if (!isPart && place !== 'middle' && (parts.get(builtAlike(box))?.length ?? 0) < USUAL)
    return false;
  let before = box.previousSibling;
  while (before && !(before.nodeType === 1 && mainland.has(before)))
    before = before.previousSibling;
  return before?.nodeType === 1 && signature(before) === signature(box);
}

function holdsPicture({ lines }: Matter): boolean {
  return lines.some((line) => !line.text || line.element.holds('img'));
}

/** Whether a box holds a quotation and no words beside it. */
function isQuotation({ box, texts }: Matter): boolean {
  return box.holds('blockquote') && texts.every(({ element }) => element.closest('blockquote'));
}

/** Few words, of which those of a real caption may name their source in a link. */
function isCaptioned({ characters, texts, density }: Matter): boolean {
  const most = texts.every(({ name }) => name === 'figcaption') ? 0.5 : 0.3;
  return characters <= LONGEST_CAPTION && texts.length <= 3 && density < most;
}

/** A picture's box becomes its figure, and the words in it the caption. */
function makeFigure(box: TreeElement): true {
  if (!box.closest('figure') && !box.holds('figure')) box.setAttribute('data-figure', '');
  return true;
}

/** One cell below the other: a layout, as old pages set a picture with its caption. */
function isColumn(box: TreeElement): boolean {
  return box.findAll('tr').every((row) => row.childElementCount === 1);
}
