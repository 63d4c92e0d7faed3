import { record } from '../../library/shapes.ts';
import type { DecodedText } from './decode.ts';
import { csvRows, type CsvRow } from './csv-rows.ts';
import type { Encoding } from './encoding.ts';
import { checkRow, type ImportPart, type RawRow } from './imported.ts';
import { jsonElements } from './json-elements.ts';
import { Refused, type Fault, type Skip } from './refusal.ts';

/** What a format makes of one of its rows. */
export type Found = RawRow | { skipped: Skip } | { faulty: Fault };

/** A cell by its column's name in lower case; `undefined` where the file has no such column. */
export type Cells = (column: string) => string | undefined;

export interface CsvFormat {
  /** In lower case. A file with all of these columns is of this format, whatever else it has. */
  columns: readonly string[];
  rowOf(cells: Cells): Found;
  /** Whether a last row without a line break behind it can be a whole one. */
  isWhole?(cells: Cells): boolean;
}

/** Rows are read by the names in the header: layouts differ in what columns there are, and where. */
export async function* readCsv(
  text: DecodedText,
  format: CsvFormat,
  now: number,
): AsyncGenerator<ImportPart> {
  let rows: ReturnType<typeof csvRows> | null = null;
  let names: Map<string, number> | null = null;
  const readRow = ({ cells, tooLarge, ended }: CsvRow): ImportPart | null => {
    if (tooLarge) return { faulty: 'too-large' };
    if (cells.length === 1 && cells[0]!.trim() === '') return null;
    if (!names) {
      names = columnsOf(cells);
      return null;
    }
    const { size } = names;
    const at = names;
    const cellOf: Cells = (column) => cells[at.get(column) ?? Number.NaN];
    const short = cells.length < size;
    // Half a row at the end of a file is half a file; so is one that stops behind a comma.
    const stopped = short || cells.at(-1) === '' || format.isWhole?.(cellOf) === false;
    if (!ended && stopped) throw new Refused('truncated');
    if (short || cells.slice(size).some((cell) => cell !== '')) return { faulty: 'malformed' };
    return partOf(format.rowOf(cellOf), text.encoding, now);
  };
  for await (const chunk of text.chunks) {
    rows ??= csvRows(delimiterOf(chunk));
    for (const row of rows.push(chunk)) {
      const part = readRow(row);
      if (part) yield part;
    }
  }
  for (const row of rows?.end() ?? []) {
    const part = readRow(row);
    if (part) yield part;
  }
}

/** The header's names and places; of two equal names the first counts. */
export function columnsOf(cells: readonly string[]): Map<string, number> {
  const names = new Map<string, number>();
  cells.forEach((cell, at) => {
    const name = cell.trim().toLowerCase();
    // A repeated name keeps its place free, so that the count of cells stays right.
    names.set(names.has(name) ? `${name}#${at}` : name, at);
  });
  return names;
}

/** Spreadsheets of some countries write semicolons or tabs. */
export function delimiterOf(text: string): string {
  const header = /^[^\r\n]*/u.exec(text)?.[0] ?? '';
  const count = (sign: string): number => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** The rows of a JSON list: the whole text, or the value of one key. */
export async function* readJson(
  text: DecodedText,
  key: string | null,
  rowOf: (row: Record<string, unknown>) => Found | Promise<Found>,
  now: number,
): AsyncGenerator<ImportPart> {
  const elements = jsonElements(key);
  for await (const chunk of text.chunks) {
    for (const element of elements.push(chunk)) {
      if ('faulty' in element) {
        yield element;
        continue;
      }
      const row = record(element.value);
      yield row ? partOf(await rowOf(row), text.encoding, now) : { faulty: 'type' };
    }
  }
  elements.end();
}

/** The row checked. In a damaged text a row with lost letters is left out: nobody could tell what it said. */
export function partOf(found: Found, encoding: Encoding, now: number): ImportPart {
  if ('skipped' in found || 'faulty' in found) return found;
  if (encoding.damaged && JSON.stringify(found).includes('\ufffd')) return { faulty: 'encoding' };
  return checkRow(found, now);
}
