import { record } from '../../library/shapes.ts';
import { manifestOf } from '../backup-format.ts';
import { beginsAsZip } from '../zip/directory.ts';
import { csvRows } from './csv-rows.ts';
import { wideEncoding } from './encoding.ts';
import { INSTAPAPER_CSV } from './instapaper-csv.ts';
import { jsonElements } from './json-elements.ts';
import { isKarakeep } from './karakeep.ts';
import { MATTER_CSV } from './matter-csv.ts';
import { isOmnivore, omnivoreLists } from './omnivore.ts';
import { POCKET_CSV } from './pocket-csv.ts';
import { READWISE_CSV } from './readwise-csv.ts';
import { Refused } from './refusal.ts';
import { columnsOf, delimiterOf, type CsvFormat } from './rows.ts';
import { blobSource, headOf, type Reading, type Source } from './source.ts';
import { isWallabag } from './wallabag.ts';
import { WARRAQ_CSV } from './warraq-csv.ts';
import { zipParts, type ZipPart } from './zip-parts.ts';

/** Formats of one text. */
export type TextFormat =
  | 'pocket-csv'
  | 'pocket-html'
  | 'instapaper-csv'
  | 'readwise-csv'
  | 'matter-csv'
  | 'omnivore-json'
  | 'wallabag-json'
  | 'karakeep-json'
  | 'netscape-bookmarks'
  /** Our own list as a table. */
  | 'warraq-csv'
  /** Our own list without pictures. */
  | 'warraq-json';

/** `warraq-backup`: our own archive. */
export type ImportFormat = TextFormat | 'omnivore-archive' | 'warraq-backup';

/** A file whose format is known, ready to be read. */
export interface Opened {
  format: ImportFormat;
  /** The texts with rows in them: the file itself, or those parts of a zip that are of the format. */
  texts: Source[];
  /** Everything in the zip; empty for a text. */
  parts: ZipPart[];
}

export const CSV_FORMATS = {
  'pocket-csv': POCKET_CSV,
  'instapaper-csv': INSTAPAPER_CSV,
  'readwise-csv': READWISE_CSV,
  'matter-csv': MATTER_CSV,
  'warraq-csv': WARRAQ_CSV,
} satisfies Partial<Record<TextFormat, CsvFormat>>;

const HEAD = 64 * 1024;
/** Of a zip's files so many are looked into for a list. */
const MAX_LOOKED_AT = 500;

/**
 * What a file is, by its content: its name and type are not looked at.
 *
 * @throws what `refusalOf` tells of
 */
export async function openImport(file: Blob, reading: Reading): Promise<Opened> {
  if (file.size === 0) throw new Refused('empty');
  if (await beginsAsZip(file)) return openParts(await zipParts(file, reading));
  const source = blobSource(file, reading);
  return { format: await formatOf(source), texts: [source], parts: [] };
}

async function openParts(parts: ZipPart[]): Promise<Opened> {
  if (await isOurs(parts)) return { format: 'warraq-backup', texts: [], parts };
  const lists = omnivoreLists(parts);
  if (lists.length > 0) return { format: 'omnivore-archive', texts: lists, parts };
  // Any list, zipped: Pocket's comes in parts of ten thousand rows, with folders of other things.
  const found = new Map<TextFormat, Source[]>();
  for (const part of parts
    .filter(({ name }) => /\.(?:csv|json|html?|txt)$/iu.test(name))
    .slice(0, MAX_LOOKED_AT)) {
    const format = await formatOrNull(part);
    if (format && format !== 'warraq-json') found.set(format, [...(found.get(format) ?? []), part]);
  }
  const [first, ...others] = found;
  if (!first || others.length > 0) throw new Refused('not-recognised');
  return { format: first[0], texts: first[1], parts };
}

/** A part of a zip that is no list is passed over; a bomb or a file that cannot be read is not. */
async function formatOrNull(part: Source): Promise<TextFormat | null> {
  try {
    return await formatOf(part);
  } catch (error) {
    const passed = ['not-recognised', 'empty', 'encoding'];
    if (error instanceof Refused && passed.includes(error.refusal)) return null;
    throw error;
  }
}

/** The manifest says whose it is; what it says is checked by the one who reads the archive. */
async function isOurs(parts: readonly ZipPart[]): Promise<boolean> {
  const manifest = manifestOf(parts);
  return manifest !== undefined && namesUs(headText(await headOf(manifest, HEAD)));
}

function namesUs(text: string): boolean {
  return /"warraq/iu.test(text.slice(0, HEAD));
}

async function formatOf(source: Source): Promise<TextFormat> {
  const bytes = await headOf(source, HEAD);
  const head = headText(bytes).trimStart();
  if (head === '') throw new Refused('empty');
  if (head.startsWith('[')) return listFormat(source, bytes);
  if (head.startsWith('{')) return objectFormat(source, bytes, head);
  const format = head.startsWith('<') ? markupFormat(head) : csvFormat(head);
  if (!format) throw new Refused('not-recognised');
  return format;
}

/** Of a cut-off head the last letter may be half: here only ASCII signs are asked for. */
function headText(bytes: Uint8Array): string {
  return new TextDecoder(wideEncoding(bytes) ?? 'utf-8').decode(bytes);
}

function markupFormat(head: string): TextFormat | null {
  if (/<title>\s*pocket export/iu.test(head) || /<li>\s*<a\s[^>]*\stime_added=/iu.test(head)) {
    return 'pocket-html';
  }
  const listed = /<dl[\s>]/iu.test(head) && /<dt>\s*<(?:a|h3)[\s>]/iu.test(head);
  return /^<!doctype netscape-bookmark-file/iu.test(head) || listed ? 'netscape-bookmarks' : null;
}

function csvFormat(head: string): TextFormat | null {
  const [header] = csvRows(delimiterOf(head)).push(`${head}\n`);
  const columns = columnsOf(header?.cells ?? []);
  const formats = Object.entries(CSV_FORMATS) as [keyof typeof CSV_FORMATS, CsvFormat][];
  const found = formats.find(([, { columns: needed }]) =>
    needed.every((name) => columns.has(name)),
  );
  return found?.[0] ?? null;
}

async function listFormat(source: Source, bytes: Uint8Array): Promise<TextFormat> {
  const row = await firstRow(source, bytes, null);
  if (isOmnivore(row)) return 'omnivore-json';
  if (isWallabag(row)) return 'wallabag-json';
  throw new Refused('not-recognised');
}

async function objectFormat(source: Source, bytes: Uint8Array, head: string): Promise<TextFormat> {
  if (namesUs(head.slice(0, 1_000))) return 'warraq-json';
  if (isKarakeep(await firstRow(source, bytes, 'bookmarks'))) return 'karakeep-json';
  throw new Refused('not-recognised');
}

/** Rows looked at for one that can be told: the first may be the one that is broken. */
const MAX_TRIED = 50;

/** The first object of a list, however long its text. */
async function firstRow(
  source: Source,
  head: Uint8Array,
  key: string | null,
): Promise<Record<string, unknown>> {
  const decoder = new TextDecoder(wideEncoding(head) ?? 'utf-8');
  const elements = jsonElements(key);
  let tried = 0;
  for await (const chunk of source.chunks()) {
    for (const element of elements.push(decoder.decode(chunk, { stream: true }))) {
      const row = 'value' in element ? record(element.value) : undefined;
      if (row && Object.keys(row).length > 1) return row;
      tried += 1;
      if (tried > MAX_TRIED) throw new Refused('not-recognised');
    }
  }
  elements.end();
  throw new Refused(tried === 0 ? 'empty' : 'not-recognised');
}
