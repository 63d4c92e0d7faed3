import { readFileSync } from 'node:fs';
import type { Imported, ImportPart } from '../../../../utils/exchange/in/imported.ts';
import { readImport, type ReadOptions } from '../../../../utils/exchange/in/read-import.ts';

export const NOW = Date.UTC(2026, 10, 24, 18);

export const FIXTURES = [
  'pocket-five-columns.csv',
  'pocket-six-columns.csv',
  'pocket.html',
  'instapaper-four-columns.csv',
  'instapaper-six-columns.csv',
  'readwise.csv',
  'matter.csv',
  'omnivore.json',
  'wallabag.json',
  'karakeep.json',
  'bookmarks.html',
] as const;

export function fixture(name: (typeof FIXTURES)[number]): string {
  return readFileSync(`tests/fixtures/exchange/${name}`, 'utf8');
}

/** Everything a file gives, in order. */
export async function read(
  file: Blob | string,
  options: Partial<ReadOptions> = {},
): Promise<ImportPart[]> {
  const parts: ImportPart[] = [];
  const blob = typeof file === 'string' ? new Blob([file]) : file;
  for await (const part of readImport(blob, { now: NOW, ...options })) parts.push(part);
  return parts;
}

export function rowsOf(parts: readonly ImportPart[]): Imported[] {
  return parts.flatMap((part) => ('row' in part ? [part.row] : []));
}

/** How many of each kind, for files too large to hold: no row is kept. */
export async function tally(
  file: Blob,
  options: Partial<ReadOptions> = {},
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for await (const part of readImport(file, { now: NOW, ...options })) {
    const [[kind, what]] = Object.entries(part) as [[string, unknown]];
    const name = kind === 'row' ? kind : `${kind}: ${String(what)}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** A row as an expectation states it: what is not named is empty. */
export function row(fields: Partial<Imported> & { url: string }): { row: Imported } {
  return {
    row: {
      title: null,
      byline: null,
      siteName: null,
      savedAt: null,
      publishedTime: null,
      tags: [],
      archived: false,
      favourite: false,
      html: null,
      textLeftOut: false,
      excerpt: null,
      lang: null,
      notes: [],
      progress: null,
      ...fields,
    },
  };
}

/** A file of `times` copies of one piece that takes the memory of one. */
export function repeated(piece: string, bytes: number, around: [string, string] = ['', '']): Blob {
  const block = new Blob([piece.repeat(Math.max(1, Math.ceil(1_000_000 / piece.length)))]);
  const times = Math.ceil(bytes / block.size);
  return new Blob([around[0], ...Array.from({ length: times }, () => block), around[1]]);
}
