import type TurndownService from 'turndown';
import { markupOf } from './markup.ts';

/**
 * A table of one line a cell as GFM has it (https://github.github.com/gfm/#tables-extension-); one with
 * joined cells, lists or several paragraphs in a cell stays HTML, which Markdown may hold.
 */
export const tableRule: TurndownService.Rule = {
  filter: (node) => /^(?:table|thead|tbody|tfoot|tr|td|th)$/u.test(node.localName),
  replacement(content, node) {
    const element = node as Element;
    if (element.localName === 'td' || element.localName === 'th') return cellOf(content);
    if (element.localName === 'tr') return `${content}|\n`;
    if (element.localName !== 'table') return content;
    const rows = [...element.querySelectorAll('tr')];
    if (!isSimple(element, rows)) return `\n\n${htmlTable(element)}\n\n`;
    return `\n\n${gfmTable(content, rows)}\n\n`;
  },
};

function cellOf(content: string): string {
  const line = content.trim().replace(/\s*\\?\n\s*/gu, ' ');
  // In code a bar is not escaped, and would still end the cell.
  return `| ${line.replace(/(?<!\\)\|/gu, String.raw`\|`)} `;
}

function isSimple(table: Element, rows: Element[]): boolean {
  const widths = new Set(rows.map((row) => row.childElementCount));
  return (
    widths.size === 1 &&
    !widths.has(0) &&
    table.querySelector('[colspan], [rowspan], table, ul, ol, dl, pre, blockquote, br, p + p') ===
      null
  );
}

/** The first row is the head whether it was one or not: a table without a head does not exist there. */
function gfmTable(content: string, rows: Element[]): string {
  const [caption, lines] = apart(content);
  const rule = `${'| --- '.repeat(rows[0]?.childElementCount ?? 0)}|`;
  const [head = '', ...rest] = lines;
  return [...(caption ? [caption, ''] : []), head, rule, ...rest].join('\n');
}

/** A caption comes before the rows as a paragraph of its own. */
function apart(content: string): [caption: string, rows: string[]] {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  const start = lines.findIndex((line) => line.startsWith('| '));
  return [lines.slice(0, start).join('\n'), lines.slice(start)];
}

/** No empty line in it: that would end the HTML. */
function htmlTable(table: Element): string {
  return markupOf(table, 'html').replace(/\n\s*/gu, ' ');
}
