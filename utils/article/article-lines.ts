import { matchPhrase } from '../arabic/phrases.ts';
import { judgeIslands } from './islands.ts';
import { linkDensity, type Line } from './lines.ts';
import { isProse } from './readable.ts';
import { SHORT_ARTICLE, withinStretch } from './stretch.ts';
import type { TreeElement } from './tree.ts';

/** Share of the readable prose that a box must hold to be the article's container. */
const MAJORITY = 0.85;

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
  const prose = lines.filter((line) => readable.has(line) && isProse(line));
  const found = prose.length > 0 ? prose : lines.filter((line) => readable.has(line));
  const { core, from, to } = withinStretch(page, found, title);
  const below = from > 0 ? belowHeadline(lines, core, from) : core;
  const [seeds, start] = below.length > 0 ? [below, from] : [found, 0];
  const container = containerOf(seeds);
  if (!container) return [];
  const inside = lines.filter(
    ({ element, index }) => index >= start && index < to && container.contains(element),
  );
  const text = new Set(seeds.filter((line) => container.contains(line.element)));
  const kept = judgeIslands(inside, text, container, readable);
  const first = Math.min(...Array.from(text, ({ index }) => index));
  const outside = seeds.filter(
    (line) => !text.has(line) && goesOn(line, container, line.index < first),
  );
  return [...kept, ...outside].toSorted((a, b) => a.index - b.index);
}

/**
 * Of short texts Readability may take the site's own notice for the article. What reads like text
 * and stands first below the headline is the article; the rest stays only if it stands near.
 */
function belowHeadline(
  lines: readonly Line[],
  core: readonly Line[],
  from: number,
): readonly Line[] {
  if (core.reduce((sum, { text }) => sum + text.length, 0) >= SHORT_ARTICLE) return core;
  const first = lines.find(
    (line) =>
      line.index > from && isProse(line) && linkDensity(line) < 0.2 && !matchPhrase(line.text),
  );
  if (!first || core.includes(first)) return core;
  let around = first.element.parentElement;
  for (let height = 1; around?.parentElement && height < LEAD_HEIGHT; height++)
    around = around.parentElement;
  const beside = lines.filter(
    (line) => line.element.parentElement === first.element.parentElement && isProse(line),
  );
  const near = core.filter((line) => !beside.includes(line) && around?.contains(line.element));
  return [...beside, ...near].toSorted((a, b) => a.index - b.index);
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
  if (linkDensity(line) >= 0.3 || matchPhrase(line.text)) return false;
  let around = container.parentElement;
  if (!before) return around?.contains(line.element) ?? false;
  for (let height = 1; around && height <= LEAD_HEIGHT; height++) {
    if (around.contains(line.element)) return line.name !== 'h1';
    around = around.parentElement;
  }
  return false;
}
