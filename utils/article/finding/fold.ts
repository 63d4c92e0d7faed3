import { textDirection } from '../../arabic/direction.ts';
import { hasFoldControl } from '../verdict/incomplete.ts';
import { isHeading, lengthOf, linkDensity, type Line } from '../lines/lines.ts';
import { isProse } from './readable.ts';
import type { TreeElement } from '../snapshot/tree.ts';

/** Characters of hidden running text from which on a part of the article is worth bringing out. */
const SHORTEST_REST = 100;
/** Paragraphs hidden among the article's own that no dialog has. */
const FEWEST_AMONG = 2;

/**
 * The article with what the page hides of it and shows nowhere else. Right after its last line,
 * before any other text, that is what a control of the page opens; a dialog's words are hidden
 * there too. Among its lines it is two paragraphs or more in its own script: pages move parts of
 * their text beside the screen. `lines`: every line that is nobody's copy, in the page's order.
 */
export function unfolded(
  article: readonly Line[],
  lines: readonly Line[],
  document: Document,
): Line[] {
  const last = article.at(-1)?.index ?? -1;
  const rest = hiddenParts(article, lines);
  const among = rest.filter(({ index }) => index < last);
  const after = rest.filter(({ index }) => index > last);
  const found = [
    ...(among.filter(isProse).length >= FEWEST_AMONG ? among : []),
    ...(isWorth(after) && hasFoldControl(lines, document) ? after : []),
  ];
  return [...article, ...found].toSorted((a, b) => a.index - b.index);
}

/** Hidden lines that read like the article's and stand in its boxes, among its lines or right after them. */
function hiddenParts(article: readonly Line[], lines: readonly Line[]): Line[] {
  const first = article[0]?.index ?? 0;
  const last = article.at(-1)?.index ?? -1;
  const own = new Set(article);
  const boxes = new Set(article.map(({ element }) => element.parentNode));
  const direction = textDirection(article.map(({ text }) => text).join(' '));
  const rest: Line[] = [];
  for (const line of lines) {
    if (line.index < first || own.has(line)) continue;
    const unlinked = linkDensity(line) < 0.2;
    if (line.hidden) {
      const reads = line.text && unlinked && textDirection(line.text) === direction;
      if (reads && standsIn(boxes, line)) rest.push(line);
    } else if (line.index > last && ((isProse(line) && unlinked) || isHeading(line))) {
      break;
    }
  }
  return rest;
}

function isWorth(rest: readonly Line[]): boolean {
  return lengthOf(rest.filter(isProse)) >= SHORTEST_REST && !rest.some(({ phrase }) => phrase);
}

/** Whether the box that is hidden, or the line itself, stands beside the article's lines. */
function standsIn(boxes: ReadonlySet<TreeElement | null>, { element }: Line): boolean {
  let hidden = element;
  for (let at: TreeElement | null = element; at; at = at.parentNode)
    if (at.hasAttribute('data-hidden')) hidden = at;
  return boxes.has(hidden.parentNode);
}
