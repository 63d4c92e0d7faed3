import { countWords } from './label-or-text.ts';
import { textBesideLinks } from './lines.ts';
import type { TreeElement } from './tree.ts';

/** Rows of several cells; fewer are a layout's. */
const FEWEST_ROWS = 3;
/** Characters; a longer cell is a column of the page. */
const LONGEST_CELL = 400;
/** Words of an item that says something, and of a headline; a name has fewer. */
const ITEM = 4;
const HEADLINE = 6;

/** Of tables and lists, whether their links are the text's: asked of each cell and item. */
const known = new WeakMap<TreeElement, boolean>();

/**
 * Whether what is all link is still the text's: a table that tells of what its links name, or a list
 * within an item that says something; or a cell or item of such.
 */
export function isLinkedDatum(element: TreeElement): boolean {
  const box = element.closest('table', 'ul', 'ol');
  if (!box) return false;
  let isData = known.get(box);
  if (isData === undefined)
    known.set(box, (isData = box.localName === 'table' ? tellsOfLinks(box) : isInItem(box)));
  return isData;
}

/**
 * Teams beside their points, offices beside who holds them: most rows say something without a link,
 * few hold a headline, and no cell is a column of the page.
 */
function tellsOfLinks(table: TreeElement): boolean {
  const rows = table.findAll('tr').filter(({ childElementCount }) => childElementCount > 1);
  const isPlain = (cell: TreeElement): boolean =>
    !cell.holds('a') && /[\p{L}\p{N}]/u.test(cell.textContent);
  const isHeadline = (cell: TreeElement): boolean =>
    countWords(cell.textContent) >= HEADLINE && countWords(textBesideLinks(cell)) < ITEM;
  const plain = rows.filter(({ children }) => children.some(isPlain));
  const announcing = rows.filter(({ children }) => children.some(isHeadline));
  return (
    plain.length >= FEWEST_ROWS &&
    plain.length * 2 > rows.length &&
    announcing.length * 2 < rows.length &&
    rows.every(({ children }) =>
      children.every(({ textContent }) => textContent.length <= LONGEST_CELL),
    )
  );
}

function isInItem(list: TreeElement): boolean {
  const outer = list.parentElement;
  const [first] = outer?.localName === 'li' ? outer.children : [];
  return first !== undefined && first !== list && countWords(textBesideLinks(first)) >= ITEM;
}
