import type { ImportRow, ImportSource } from '../../library/import/source.ts';
import { SourceError } from '../../library/import/source.ts';
import type { BackupTrouble } from '../backup-format.ts';
import { createPauses } from '../pauses.ts';
import { openBackup } from './backup.ts';
import type { ImportFormat } from './detect.ts';
import { importedEntry } from './imported-entry.ts';
import { openLibraryJson } from './json.ts';
import { detectFormat, readImport } from './read-import.ts';
import { refusalOf, Refused, ZIP_REFUSALS, type Refusal } from './refusal.ts';
import type { Reading } from './source.ts';

/** Why no file is taken, of whatever format. Each has a sentence in `_locales` (`import_refused_<reason>`). */
export type ImportRefusal =
  | Refusal
  /** Written by a later version of ours. */
  | 'newer';

export type OpenedImport =
  | { format: ImportFormat; source: ImportSource }
  | { refused: ImportRefusal };

export interface OpenOptions {
  /** Milliseconds since the epoch: the same for preview and import. */
  now: number;
  /** Of a page: texts of other tools are parsed with it. */
  document: Document;
  /** Stops the reading, also within a batch. */
  signal: AbortSignal;
  /** Told how much of a file has been read that does not say how many rows it has, 0 to 1. */
  onShare: (share: number) => void;
}

/**
 * Any file a reader may choose, ready for the import engine, or why it is not taken. What shows only on
 * reading further stops the engine with a `SourceError`: `refusalIn` tells what it was.
 *
 * @throws what the signal was aborted with
 */
export async function openImportFile(file: Blob, options: OpenOptions): Promise<OpenedImport> {
  try {
    const { signal, now } = options;
    const detected = await detectFormat(file, { signal });
    if ('refused' in detected) return detected;
    const { format } = detected;
    if (format === 'warraq-backup') return await backup(file, now);
    if (format === 'warraq-json') return await libraryJson(file, options);
    return { format, source: withoutPictures(() => toolRows(file, format, options)) };
  } catch (error) {
    options.signal.throwIfAborted();
    const refused = refusalIn(error);
    if (refused === null) throw error;
    return { refused };
  }
}

async function backup(file: Blob, now: number): Promise<OpenedImport> {
  const opened = await openBackup(file, now);
  return opened.ok
    ? { format: 'warraq-backup', source: opened.source }
    : { refused: TROUBLES[opened.trouble] };
}

async function libraryJson(file: Blob, options: OpenOptions): Promise<OpenedImport> {
  const { signal, now, onShare } = options;
  let read = 0;
  // Read twice: its encoding is told from all of it.
  const progress = (bytes: number): void => {
    read += bytes;
    onShare(Math.min(1, read / (file.size * 2)));
  };
  const reading: Reading = { signal, now, progress };
  const opened = await openLibraryJson(file, { signal, now });
  if (typeof opened === 'string') return { refused: opened };
  const rows = async function* (): AsyncGenerator<ImportRow> {
    read = 0;
    const again = await openLibraryJson(file, reading);
    if (typeof again === 'string') throw new Refused('unreadable');
    yield* again.rows();
  };
  return { format: 'warraq-json', source: withoutPictures(rows) };
}

async function* toolRows(
  file: Blob,
  format: ImportFormat,
  { now, document, signal, onShare }: OpenOptions,
): AsyncGenerator<ImportRow> {
  const pause = createPauses();
  const [tool = format] = format.split('-');
  for await (const part of readImport(file, { now, signal, onProgress: onShare })) {
    if ('refused' in part) throw new Refused(part.refused);
    yield 'row' in part ? { entry: await importedEntry(part.row, now, { tool, document }) } : part;
    await pause();
  }
}

function withoutPictures(rows: ImportSource['rows']): ImportSource {
  return { total: null, rows, picture: () => Promise.resolve(null) };
}

const TROUBLES: Record<BackupTrouble, ImportRefusal> = {
  ...ZIP_REFUSALS,
  'not-a-backup': 'damaged',
  newer: 'newer',
  'too-many': 'too-large',
  unreadable: 'unreadable',
};

/** As `refusalOf`, also of an error that the import engine met. */
export function refusalIn(error: unknown): ImportRefusal | null {
  return refusalOf(error instanceof SourceError ? error.cause : error);
}
