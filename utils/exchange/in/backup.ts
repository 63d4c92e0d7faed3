import { SourceError, type ImportRow, type ImportSource } from '../../library/import/source.ts';
import { number, record } from '../../library/shapes.ts';
import { validateEntry } from '../../library/validate/entry.ts';
import type { Clock } from '../../library/validate/parts.ts';
import {
  articlesFile,
  FORMAT,
  MANIFEST,
  manifestOf,
  MAX_LINE,
  MAX_PICTURE,
  MAX_ROWS,
  pictureFile,
  PURGED,
  VERSION,
  type BackupManifest,
  type BackupTrouble,
} from '../backup-format.ts';
import type { ZipEntry } from '../zip/directory.ts';
import { ZipError } from '../zip/error.ts';
import { openZip, type Zip } from '../zip/reader.ts';
import { linesOf } from './lines.ts';

export type OpenedBackup =
  | { ok: true; manifest: BackupManifest; source: ImportSource }
  | { ok: false; trouble: BackupTrouble };

const MAX_MANIFEST = 64 * 1024;
const MAX_RECORD = 1_000;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Opens a backup for the import engine, of any size: it is read where it lies. What shows only on
 * reading further (bytes that are not what was packed, another number of rows than the manifest
 * counts) stops the import with a `ZipError`, which undoes it.
 *
 * @param file the reader's file; its time of change is used where there is one
 * @param now milliseconds since the epoch
 */
export async function openBackup(file: Blob, now: number): Promise<OpenedBackup> {
  try {
    const zip = await openZip(file);
    const found = manifestOf(zip.entries.values());
    if (!found) return { ok: false, trouble: 'not-a-backup' };
    const manifest = readManifest(await zip.bytes(found, MAX_MANIFEST));
    if (typeof manifest === 'string') return { ok: false, trouble: manifest };
    const folder = found.name.slice(0, -MANIFEST.length);
    const clock: Clock = { now, latest: latestMoment(file, manifest.createdAt, now) };
    return { ok: true, manifest, source: sourceOf(zip, folder, manifest, clock) };
  } catch (error) {
    return { ok: false, trouble: backupTrouble(error) };
  }
}

/** What to tell of an error met on reading a backup, also of one that an import failed with (`SourceError`). */
export function backupTrouble(error: unknown): BackupTrouble {
  if (error instanceof SourceError) return backupTrouble(error.cause);
  if (error instanceof ZipError) return error.trouble;
  // The file was moved, changed or taken away meanwhile.
  if (error instanceof DOMException) return 'unreadable';
  throw error;
}

function readManifest(bytes: Uint8Array): BackupManifest | 'not-a-backup' | 'newer' | 'too-many' {
  const from = record(parsed(bytes));
  if (from?.['format'] !== FORMAT) return 'not-a-backup';
  const version = number(from['version']);
  if (version !== undefined && version > VERSION) return 'newer';
  const said = record(from['counts']);
  const [entries, pictures, purged] = ['entries', 'pictures', 'purged'].map((of) =>
    count(said?.[of]),
  );
  const { createdAt, app } = from;
  if (version !== VERSION || typeof createdAt !== 'string' || typeof app !== 'string') {
    return 'not-a-backup';
  }
  if (entries === undefined || pictures === undefined || purged === undefined) {
    return 'not-a-backup';
  }
  if (entries > MAX_ROWS || purged > MAX_ROWS) return 'too-many';
  return { format: FORMAT, version, createdAt, app, counts: { entries, pictures, purged } };
}

function count(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? number(value) : undefined;
}

/** What a moment in the future becomes: the same at every reading of the file, if its times can be believed. */
export function latestMoment(file: Blob, createdAt: string, now: number): number {
  const changed = 'lastModified' in file ? Number(file.lastModified) : Number.NaN;
  const told = [Date.parse(createdAt), changed];
  return Math.min(now, ...told.filter((at) => at > 0 && at <= now + DAY));
}

function sourceOf(
  zip: Zip,
  folder: string,
  { counts }: BackupManifest,
  clock: Clock,
): ImportSource {
  return {
    total: counts.entries,
    async *rows() {
      const entries = announced(counts.entries);
      for (let nth = 1; ; nth += 1) {
        const file = zip.entries.get(folder + articlesFile(nth));
        if (!file) break;
        for await (const line of linesOf(zip.read(file), MAX_LINE)) {
          entries.next();
          yield entryRow(line, clock);
        }
      }
      entries.end();
      const records = announced(counts.purged);
      const purged = zip.entries.get(folder + PURGED);
      for await (const line of purged ? linesOf(zip.read(purged), MAX_RECORD) : []) {
        records.next();
        const row = purgedRow(line, clock);
        if (row) yield row;
      }
      records.end();
    },
    picture: (hash) => readPicture(zip, zip.entries.get(folder + pictureFile(hash))),
  };
}

/** Holds rows to as many as the manifest counts: of one more nothing is taken. */
function announced(rows: number): { next(): void; end(): void } {
  let found = 0;
  return {
    next() {
      found += 1;
      if (found > rows) throw new ZipError('damaged', 'more rows than the manifest counts');
    },
    end() {
      if (found < rows) throw new ZipError('damaged', 'rows are missing');
    },
  };
}

/** One that is damaged is no reason to refuse the articles: the import counts it as lost. */
async function readPicture(
  zip: Zip,
  file: ZipEntry | undefined,
): ReturnType<ImportSource['picture']> {
  try {
    return file ? await zip.bytes(file, MAX_PICTURE) : null;
  } catch (error) {
    if (error instanceof ZipError) return null;
    throw error;
  }
}

function entryRow(line: Uint8Array | null, clock: Clock): ImportRow {
  if (!line) return { faulty: 'too-large' };
  const value = parsed(line);
  if (value === undefined) return { faulty: 'malformed' };
  const entry = validateEntry(value, clock);
  return entry ? { entry } : { faulty: 'type' };
}

function purgedRow(line: Uint8Array | null, clock: Clock): ImportRow | null {
  const from = record(line && parsed(line));
  const id = from?.['id'];
  const purgedAt = number(from?.['purgedAt']);
  if (typeof id !== 'string' || !/^[\da-f]{32}$/u.test(id) || purgedAt === undefined) return null;
  return { purged: { id, purgedAt: Math.min(purgedAt, clock.latest) } };
}

/** `undefined` for what is no JSON in UTF-8; a byte order mark before it is let pass. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    // Whatever it is, it is not what a backup holds: the caller counts it.
    return undefined;
  }
}
