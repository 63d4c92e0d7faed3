import { isAuthorLabel } from '../lines/author-card.ts';
import { isHeading, type Line } from '../lines/lines.ts';
import { alikeBeside } from '../lines/shape.ts';
import type { TreeElement } from '../snapshot/tree.ts';

/** What stands together in a box without running text of its own. */
export interface Matter {
  box: TreeElement;
  lines: readonly Line[];
  /** Those of them that are not pictures alone. */
  texts: readonly Line[];
  characters: number;
  /** Share of the characters that stand in links. */
  density: number;
  place: 'head' | 'middle' | 'tail';
  /** The line before it. */
  before: Line | undefined;
  /** Persons that all lines of the article's container describe. */
  persons: number;
}

export function matterOf(
  box: TreeElement,
  lines: readonly Line[],
  place: Matter['place'],
  before: Line | undefined,
  persons: number,
): Matter {
  const texts = lines.filter(({ text }) => text);
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  const linked = texts.reduce((sum, line) => sum + line.linked, 0);
  const density = characters === 0 ? 0 : linked / characters;
  return { box, lines, texts, characters, density, place, before, persons };
}

/** Cells with a figure, which make a table one of prices, results or marks. */
const FIGURES = 4;
const LONGEST_CELL = 40;

/** Whether a table without links holds figures in rows of several cells. */
export function holdsData({ box, texts, density }: Matter): boolean {
  const figures = texts.filter(({ text }) => /[\d٠-٩]/.test(text) && text.length <= LONGEST_CELL);
  // The first may be the table's title, across all columns.
  const isSquare = box.findAll('tr').every((row, at) => at === 0 || row.childElementCount > 1);
  return (
    density === 0 && isSquare && figures.length >= FIGURES && !texts.some(({ phrase }) => phrase)
  );
}

/** Several pictures below each other at the text's end that lead nowhere. */
export function isGallery(box: TreeElement): boolean {
  const isPicture = (one: TreeElement): boolean =>
    one.holds('img') && !one.holds('a') && one.textContent.trim() === '';
  if (!isPicture(box) || box.closest('a')) return false;
  return box.findAll('img').length > 1 || alikeBeside(box).some(isPicture);
}

/** Whether a heading stands right above: what it names is below it. */
export function hasHeading(before: Line | undefined): boolean {
  // Below the page's own headline stand section, author and day.
  if (!before || !isHeading(before) || before.name === 'h1' || before.linked > 0) return false;
  return !before.phrase && !isAuthorLabel(before);
}
