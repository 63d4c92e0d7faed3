import type { Line } from './lines.ts';
import { isProse } from './readable.ts';
import type { TreeElement } from './tree.ts';

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
    // What it copies must not itself have gone as a copy.
    if (twins.some((twin) => hasGone(twin.element))) continue;
    gone.add(box);
  }
  for (const line of shown) if (hasGone(line.element)) copies.add(line);
  return copies;
}

function hiddenCopies(lines: readonly Line[]): Set<Line> {
  const copies = new Set<Line>();
  if (!lines.some(({ hidden }) => hidden)) return copies;
  const shown = new Set(lines.filter(({ hidden }) => !hidden).map(({ words }) => words));
  for (const line of lines) if (line.hidden && shown.has(line.words)) copies.add(line);
  return copies;
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
