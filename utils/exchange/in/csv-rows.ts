import { Refused } from './refusal.ts';

/** A row of a CSV file; `tooLarge`: more than a row may hold, its cells are not kept. */
export interface CsvRow {
  cells: string[];
  tooLarge: boolean;
  /** Ended by a line break, as all but a file's last one are. */
  ended: boolean;
}

const MAX_ROW = 2_000_000;
const MAX_CELLS = 500;

const [QUOTE, RETURN, LINE_FEED] = [0x22, 0x0d, 0x0a];

/**
 * RFC 4180 over a stream: quotes, commas and line breaks may fall on the border of two chunks.
 * Written out because papaparse, fed piece by piece, starts again at the last whole row: one quote
 * that is never closed would make it read a large file as many times over as it has chunks.
 *
 * A quote within an unquoted cell is a letter like any other; what stands after a closing quote
 * belongs to the cell. Empty lines are no rows.
 */
export function csvRows(delimiter: string): { push(text: string): CsvRow[]; end(): CsvRow[] } {
  let cells: string[] = [];
  let cell = '';
  let size = 0;
  /** `after`: a quote was met within a quoted cell, which ends it or, with a second one, is a quote. */
  let state: 'start' | 'plain' | 'quoted' | 'after' = 'start';
  const comma = delimiter.charCodeAt(0);

  const keep = (text: string): void => {
    size += text.length;
    // Beyond the bound the row is only followed to its end.
    if (size <= MAX_ROW) cell += text;
  };
  const endCell = (): void => {
    if (cells.length < MAX_CELLS) cells.push(cell);
    else size = Math.max(size, MAX_ROW + 1);
    cell = '';
    size += 1;
    state = 'start';
  };
  const endRow = (ended: boolean): CsvRow => {
    endCell();
    const tooLarge = size > MAX_ROW;
    const row = { cells: tooLarge ? [] : cells, tooLarge, ended };
    cells = [];
    size = 0;
    return row;
  };

  const push = (text: string): CsvRow[] => {
    const rows: CsvRow[] = [];
    let at = 0;
    while (at < text.length) {
      if (state === 'quoted') {
        const quote = text.indexOf('"', at);
        keep(text.slice(at, quote < 0 ? text.length : quote));
        if (quote < 0) break;
        state = 'after';
        at = quote + 1;
        continue;
      }
      if (state === 'start' && cells.length === 0) at = afterBreaks(text, at);
      if (at < text.length && text.charCodeAt(at) === QUOTE && state !== 'plain') {
        if (state === 'after') keep('"');
        state = 'quoted';
        at += 1;
        continue;
      }
      const to = endOfPlain(text, at, comma);
      if (to > at) {
        keep(text.slice(at, to));
        state = 'plain';
      }
      if (to < text.length) {
        if (text.charCodeAt(to) === comma) endCell();
        else rows.push(endRow(true));
      }
      at = to + 1;
    }
    return rows;
  };

  /** @throws Refused `truncated` within quotes */
  const end = (): CsvRow[] => {
    if (state === 'quoted') throw new Refused('truncated');
    return cells.length > 0 || cell !== '' || state === 'after' || size > 0 ? [endRow(false)] : [];
  };
  return { push, end };
}

/** The second half of a line's end, and empty lines. */
function afterBreaks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBreak(text.charCodeAt(at))) at += 1;
  return at;
}

function endOfPlain(text: string, from: number, comma: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === comma || isBreak(code)) return at;
  }
  return text.length;
}

function isBreak(code: number): boolean {
  return code === LINE_FEED || code === RETURN;
}
