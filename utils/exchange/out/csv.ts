import { harmless } from '../harmless-cell.ts';
import { joinTags } from '../tag-cell.ts';
import { textSink, type Sink } from '../sink.ts';
import { inTurn, type Exported, type ExportOptions } from './exported.ts';
import { factsOf, type Facts } from './article-facts.ts';
import type { ExportedNote } from './notes.ts';

/** First line of our own CSV, by which it is known when it comes back. */
export const CSV_COLUMNS = [
  'title',
  'url',
  'byline',
  'site',
  'published',
  'saved',
  'tags',
  'status',
  'favourite',
  'minutes',
  'note',
] as const;

/** Without it Excel takes UTF-8 for the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The list as RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180): UTF-8 with a byte order mark, every
 * cell in quotes, cells that a spreadsheet would run made harmless. `published` and `saved` are ISO 8601,
 * `tags` as `joinTags` writes them, `status` is `unread`, `read`, `archive` or `trash`, `favourite` 1 or 0,
 * `minutes` those of the slower readers, several notes parted by an empty line: each highlight «in quotes»,
 * the note on it in the next line.
 */
export async function exportCsv(
  articles: AsyncIterable<Exported>,
  write: Sink,
  options: ExportOptions,
): Promise<void> {
  const out = textSink(write);
  await out.write(BYTE_ORDER_MARK + line(CSV_COLUMNS));
  for await (const article of inTurn(articles, options)) {
    await out.write(line(cellsOf(factsOf(article), article.item.url)));
  }
  await out.end();
}

function cellsOf(facts: Facts, url: string): string[] {
  const row: Record<(typeof CSV_COLUMNS)[number], string> = {
    title: facts.title,
    url: facts.url ?? url,
    byline: facts.byline ?? '',
    site: facts.site ?? '',
    published: facts.published ?? '',
    saved: facts.saved,
    tags: joinTags(facts.tags),
    status: facts.status,
    favourite: facts.favourite ? '1' : '0',
    minutes: facts.minutes === null ? '' : String(facts.minutes),
    note: facts.notes.map(noteCell).join('\n\n'),
  };
  return CSV_COLUMNS.map((column) => row[column]);
}

/** No empty line inside, which would part it in two. */
function noteCell({ quote, text }: ExportedNote): string {
  const parts = [quote === null ? null : `«${quote}»`, text];
  return parts.flatMap((part) => part?.replace(/\n(?:[^\S\n]*\n)+/gu, '\n') ?? []).join('\n');
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}
