import type { CsvFormat } from './rows.ts';

/** Readwise Reader's list. What a feed brought (`Location` feed) was not saved by the reader. */
export const READWISE_CSV: CsvFormat = {
  columns: ['title', 'url', 'document tags', 'saved date', 'location'],
  rowOf: (cell) => {
    const location = cell('location')?.trim().toLowerCase();
    if (location === 'feed') return { skipped: 'feed' };
    return {
      url: cell('url'),
      title: cell('title'),
      savedAt: cell('saved date'),
      tags: pythonStrings(cell('document tags') ?? ''),
      archived: location === 'archive',
      progress: cell('reading progress'),
    };
  },
  isWhole: (cell) => ['true', 'false'].includes(cell('seen')?.trim().toLowerCase() ?? ''),
};

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r' };
const STRING = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gsu;
const ESCAPED = /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/gisu;

/** Tags as Python prints a list of strings, `['خبر', "l'eau"]`, or simply between commas. */
function pythonStrings(cell: string): string[] {
  if (!/^\s*\[/u.test(cell)) return cell.split(',');
  return [...cell.matchAll(STRING)].map(([, single, double]) =>
    (single ?? double ?? '').replace(ESCAPED, (_, x, u, wide, sign) => {
      if (sign !== undefined) return ESCAPES[String(sign)] ?? String(sign);
      const code = Number.parseInt(String(x ?? u ?? wide), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    }),
  );
}
