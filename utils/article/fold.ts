import { matchPhrase } from '../arabic/phrases.ts';
import { hasFoldControl } from './incomplete.ts';
import { linkDensity, type Line } from './lines.ts';
import { isProse } from './readable.ts';
import type { TreeElement } from './tree.ts';

/** Characters of hidden running text from which on a part of the article is worth bringing out. */
const SHORTEST_REST = 100;

/**
 * The article with what the page folds away of it: hidden lines among its own, or right after its
 * last one, before any other text, where a control of the page says that it opens the rest; a
 * dialog's words are hidden there too. `lines`: every line that is nobody's copy, in the page's order.
 */
export function unfolded(
  article: readonly Line[],
  lines: readonly Line[],
  document: Document,
): Line[] {
  const own = new Set(article);
  const first = article[0]?.index ?? 0;
  const last = article.at(-1)?.index ?? -1;
  const boxes = new Set(article.map(({ element }) => element.parentNode));
  const rest: Line[] = [];
  for (const line of lines) {
    if (line.index < first || own.has(line)) continue;
    const isText = isProse(line) && linkDensity(line) < 0.2;
    if (line.hidden) {
      if (line.text && linkDensity(line) < 0.2 && standsIn(boxes, line)) rest.push(line);
    } else if (line.index > last && (isText || /^h[1-6]$/.test(line.name))) {
      break;
    }
  }
  const characters = rest.reduce((sum, line) => sum + (isProse(line) ? line.text.length : 0), 0);
  if (characters < SHORTEST_REST || rest.some(({ text }) => matchPhrase(text))) return [...article];
  if (!hasFoldControl(lines, document)) return [...article];
  return [...article, ...rest].toSorted((a, b) => a.index - b.index);
}

/** Whether the box that is hidden, or the line itself, stands beside the article's lines. */
function standsIn(boxes: ReadonlySet<TreeElement | null>, { element }: Line): boolean {
  let hidden = element;
  for (let at: TreeElement | null = element; at; at = at.parentNode)
    if (at.hasAttribute('data-hidden')) hidden = at;
  return boxes.has(hidden.parentNode);
}
