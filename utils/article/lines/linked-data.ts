import { countWords } from './label-or-text.ts';
import { textBesideLinks } from './lines.ts';
import type { TreeElement } from '../snapshot/tree.ts';

/** Rows of several cells; fewer are a layout's. */
const FEWEST_ROWS = 3;
/** Characters; a longer cell is a column of the page. */
const LONGEST_CELL = 400;
/** Words of an item that says something. */
export const ITEM = 4;
/** Words of a link that is a headline; what a table names has fewer. */
const HEADLINE = 5;
/** A day and what stands before it; a year alone may be the datum. */
const DAY = /\D\d{4}\s*$/;

/** Of tables and lists, whether their links are the text's: asked of each cell and item. */
const known = new WeakMap<TreeElement, boolean>();

/**
 * Whether what is all link is still the text's: a table that tells of what its links name, a list
 * within an item that says something, and what stands in either.
 */
export function isLinkedDatum(element: TreeElement): boolean {
  const box = element.closest('table', 'ul', 'ol');
  if (!box) return false;
  const isData = known.get(box) ?? (box.localName === 'table' ? tellsOfLinks(box) : isInItem(box));
  known.set(box, isData);
  return isData;
}

/**
 * Teams beside their points, offices beside who holds them: no cell is a column of the page, most
 * rows say something without a link, and few hold a headline.
 */
function tellsOfLinks(table: TreeElement): boolean {
  const rows = table
    .findAll('tr')
    .filter((row) => row.childElementCount > 1 && row.closest('table') === table)
    .map(({ children }) => children);
  const isColumn = ({ textContent }: TreeElement): boolean => textContent.length > LONGEST_CELL;
  const isPlain = (cell: TreeElement): boolean => {
    const { textContent } = cell;
    return !cell.holds('a') && /[\p{L}\p{N}]/u.test(textContent) && !DAY.test(textContent);
  };
  const isHeadline = (cell: TreeElement): boolean =>
    cell.findAll('a').some(({ textContent }) => countWords(textContent) >= HEADLINE);
  if (rows.some((cells) => cells.some(isColumn))) return false;
  const plain = rows.filter((cells) => cells.some(isPlain)).length;
  const announcing = rows.filter((cells) => cells.some(isHeadline)).length;
  return plain >= FEWEST_ROWS && plain * 2 > rows.length && announcing * 2 < rows.length;
}

/** Words of an item before its list stand in a paragraph of their own. */
function isInItem(list: TreeElement): boolean {
  const outer = list.parentElement;
  const [first] = outer?.localName === 'li' ? outer.children : [];
  return first !== undefined && first !== list && countWords(textBesideLinks(first)) >= ITEM;
}
