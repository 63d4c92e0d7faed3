import { linkDensity, type Line } from '../lines/lines.ts';
import { isProse } from './readable.ts';
import { isNamedCell, signature } from '../lines/shape.ts';
import type { TreeElement } from '../snapshot/tree.ts';

/** A box is a copy when this share of its prose stands elsewhere word for word. */
const COPIED = 0.7;

/**
 * Boxes that print the article a second time (for phones, for printing), with all that stands in
 * them: their own headline, byline and captions too. Lines the page hides are copies wherever it
 * shows them. The earlier copy stays, unless the later one holds more.
 */
export function findCopies(lines: readonly Line[], body: TreeElement): Set<Line> {
  const copies = hiddenCopies(lines);
  const shown = lines.filter((line) => !line.hidden);
  for (const line of recutCopies(shown, body)) copies.add(line);
  const matched = matchedProse(shown, body);
  if (matched.size === 0) return copies;
  const prose = proseByBox(shown, body);
  const gone = new Set<TreeElement>();
  const hasGone = (element: TreeElement): boolean => {
    for (let at: TreeElement | null = element; at; at = at.parentElement)
      if (gone.has(at)) return true;
    return false;
  };
  for (const [box, { characters, twins }] of matched) {
    if (hasGone(box)) continue;
    if (characters < (prose.get(box) ?? 0) * COPIED) continue;
    // Rows, items and cards may say one thing of several matters.
    if (/^(?:tr|li)$/.test(box.localName)) continue;
    if (twins.length === 1 && (isNamedCell(box) || isBeside(box, twins[0]!))) continue;
    // What it copies must not itself have gone as a copy.
    if (twins.some((twin) => hasGone(twin.element))) continue;
    gone.add(box);
  }
  for (const line of shown) if (hasGone(line.element)) copies.add(line);
  return copies;
}

/** Whether a line stands in a box beside another that is built alike. */
function isBeside(box: TreeElement, { element }: Line): boolean {
  const parent = box.parentElement;
  let other: TreeElement | null = element;
  while (other && other.parentElement !== parent) other = other.parentElement;
  return other !== null && other !== box && signature(other) === signature(box);
}

function hiddenCopies(lines: readonly Line[]): Set<Line> {
  const copies = new Set<Line>();
  if (!lines.some(({ hidden }) => hidden)) return copies;
  const shown = new Set(lines.filter(({ hidden }) => !hidden).map(({ words }) => words));
  for (const line of lines) if (line.hidden && shown.has(line.words)) copies.add(line);
  return copies;
}

/** Characters, and lines; less may be a refrain. */
const RECUT = 120;
const RECUT_LINES = 3;
/** Share of what stands from the first copy on to the second that the second must be. */
const AGAIN = 0.6;

/** The text once more in a box of its own, cut into other lines: a poem by verses instead of stanzas. */
function recutCopies(lines: readonly Line[], body: TreeElement): Line[] {
  const texts = lines.filter(({ words }) => words !== '');
  const kept: Line[] = [];
  const copies: Line[] = [];
  const starts = new Map<string, number>();
  for (let index = 0; index < texts.length; index++) {
    const line = texts[index]!;
    const start = line.words.split(' ', 3).join(' ');
    const first = starts.get(start);
    const again = first === undefined ? 0 : countAgain(texts, index, kept, first, body);
    copies.push(...texts.slice(index, index + again));
    index += Math.max(0, again - 1);
    if (again > 0) continue;
    if (first === undefined) starts.set(start, kept.length);
    kept.push(line);
  }
  return copies;
}

/** How many lines hold the largest box that begins at `second` and says in order what was kept from `first` on; 0 without one. */
function countAgain(
  texts: readonly Line[],
  second: number,
  kept: readonly Line[],
  first: number,
  body: TreeElement,
): number {
  let total = 0;
  let count = 0;
  let box = texts[second]!.element.parentElement;
  for (
    ;
    box && box !== body && !box.contains(texts[second - 1]!.element);
    box = box.parentElement
  ) {
    let end = second + 1;
    while (end < texts.length && box.contains(texts[end]!.element)) end++;
    const words = wordsOf(texts.slice(second, end).filter((line) => linkDensity(line) < 0.5));
    if (words.length < RECUT || end - second < RECUT_LINES) continue;
    if (!saysFrom(kept, first, words)) break;
    total ||= kept.slice(first).reduce((sum, line) => sum + line.words.length + 1, 0);
    if (words.length >= total * AGAIN) count = end - second;
  }
  return count;
}

/** Whether lines say words in order from one of them on. */
function saysFrom(lines: readonly Line[], first: number, words: string): boolean {
  let at = 0;
  for (let index = first; index < lines.length && at < words.length; index++) {
    const said = lines[index]!.words;
    const rest = words.length - at;
    if (!words.startsWith(rest < said.length ? said.slice(0, rest) : said, at)) return false;
    at += said.length + 1;
  }
  return at >= words.length;
}

function wordsOf(lines: readonly Line[]): string {
  return lines.map(({ words }) => words).join(' ');
}

interface Match {
  characters: number;
  twins: Line[];
}

/** For each box that does not hold the first copy too: how much of its prose came before, outermost boxes first. */
function matchedProse(lines: readonly Line[], body: TreeElement): Map<TreeElement, Match> {
  const first = new Map<string, Line>();
  const matched = new Map<TreeElement, Match>();
  for (const line of lines) {
    if (!isProse(line)) continue;
    const twin = first.get(line.words);
    if (!twin) {
      first.set(line.words, line);
      continue;
    }
    for (let box = line.element.parentElement; box && box !== body; box = box.parentElement) {
      if (box.contains(twin.element)) break;
      const match = matched.get(box) ?? { characters: 0, twins: [] };
      match.characters += line.text.length;
      match.twins.push(twin);
      matched.set(box, match);
    }
  }
  return new Map([...matched].toSorted(([a], [b]) => depthOf(a) - depthOf(b)));
}

function depthOf(box: TreeElement): number {
  let depth = 0;
  for (let at = box.parentElement; at; at = at.parentElement) depth++;
  return depth;
}

function proseByBox(lines: readonly Line[], body: TreeElement): Map<TreeElement, number> {
  const prose = new Map<TreeElement, number>();
  for (const line of lines) {
    if (!isProse(line)) continue;
    for (let box = line.element.parentElement; box && box !== body; box = box.parentElement) {
      prose.set(box, (prose.get(box) ?? 0) + line.text.length);
    }
  }
  return prose;
}
