import { decode, type DecodedText } from './decode.ts';
import {
  CSV_FORMATS,
  openImport,
  type ImportFormat,
  type Opened,
  type TextFormat,
} from './detect.ts';
import type { ImportPart } from './imported.ts';
import { karakeepRow } from './karakeep.ts';
import { readNetscape } from './netscape-bookmarks.ts';
import { omnivoreRow, readOmnivoreArchive } from './omnivore.ts';
import { readPocketHtml } from './pocket-html.ts';
import { refusalOf, Refused, type Refusal } from './refusal.ts';
import { readCsv, readJson } from './rows.ts';
import { wallabagRow } from './wallabag.ts';

export interface ReadOptions {
  signal?: AbortSignal | undefined;
  /** Milliseconds since the epoch; later stamps are brought back to it. */
  now: number;
  /** Told how much of the file has been gone through, 0 to 1; never goes back. */
  onProgress?: ((share: number) => void) | undefined;
}

/** More rows than any library holds: an endless list, or none at all. */
const MAX_ROWS = 500_000;

/**
 * What a file is, or why it is not taken. Our own formats are read elsewhere: this only tells them.
 *
 * @throws what the signal was aborted with
 */
export async function detectFormat(
  file: Blob,
  { signal }: Pick<ReadOptions, 'signal'> = {},
): Promise<{ format: ImportFormat } | { refused: Refusal }> {
  try {
    const { format } = await openImport(file, { signal, now: 0 });
    return { format };
  } catch (error) {
    return { refused: refusalFrom(error) };
  }
}

/**
 * The rows of another tool's file, one by one, in the file's order; nothing of it is held but the
 * row under way. Whatever stands in the file, this does not throw: a row that cannot be taken is
 * counted, and a file that cannot be taken ends in a refusal, after which the rows before it must
 * not be taken either.
 *
 * @throws what the signal was aborted with
 */
export async function* readImport(file: Blob, options: ReadOptions): AsyncGenerator<ImportPart> {
  let [read, total, rows, told] = [0, file.size * 2, 0, 0];
  const progress = (bytes: number): void => {
    read += bytes;
    told = Math.max(told, Math.min(1, read / total));
    options.onProgress?.(told);
  };
  try {
    const opened = await openImport(file, { ...options, progress });
    total = workIn(opened);
    for await (const part of partsOf(opened, options.now)) {
      rows += 1;
      if (rows > MAX_ROWS) throw new Refused('too-large');
      yield part;
    }
    if (rows === 0) throw new Refused('empty');
  } catch (error) {
    yield { refused: refusalFrom(error) };
  }
}

/** Every text is gone through twice: its encoding is told from all of it. */
function workIn({ format, texts, parts }: Opened): number {
  const read = format === 'omnivore-archive' ? parts : texts;
  return Math.max(
    1,
    read.reduce((sum, { size }) => sum + size * 2, 0),
  );
}

async function* partsOf(opened: Opened, now: number): AsyncGenerator<ImportPart> {
  const { format, texts, parts } = opened;
  if (format === 'warraq-backup' || format === 'warraq-json') throw new Refused('not-recognised');
  if (format === 'omnivore-archive') yield* readOmnivoreArchive(parts, now);
  else for (const text of texts) yield* rowsOf(format, await decode(text), now);
}

function rowsOf(
  format: Exclude<TextFormat, 'warraq-json'>,
  text: DecodedText,
  now: number,
): AsyncGenerator<ImportPart> {
  switch (format) {
    case 'pocket-html':
      return readPocketHtml(text, now);
    case 'netscape-bookmarks':
      return readNetscape(text, now);
    case 'omnivore-json':
      return readJson(text, null, omnivoreRow, now);
    case 'wallabag-json':
      return readJson(text, null, wallabagRow, now);
    case 'karakeep-json':
      return readJson(text, 'bookmarks', karakeepRow, now);
    default:
      return readCsv(text, CSV_FORMATS[format], now);
  }
}

function refusalFrom(error: unknown): Refusal {
  const refusal = refusalOf(error);
  if (refusal === null) throw error;
  return refusal;
}
