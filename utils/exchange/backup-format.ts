import type { ZipTrouble } from './zip/error.ts';

/**
 * The backup: a zip of
 *
 * - `articles-0001.jsonl` and so on, 200 entries each, one a line as canonical JSON, all that is kept
 *   of an item but what follows from the rest (`sort`) and which device set what (`out/anonymous.ts`);
 * - `images/<sha256>`, the bytes of each picture once, stored;
 * - `purged.jsonl`, the records of what was deleted for good, id and time, when all is backed up;
 * - `manifest.json`, written last, with how many there must be of each.
 *
 * Of a newer version nothing is read: what it holds and this release does not know would be lost on
 * the way, and less would lie over more the next time.
 */
export const FORMAT = 'warraq-backup';
export const VERSION = 1;

export const MANIFEST = 'manifest.json';
export const PURGED = 'purged.jsonl';
export const ENTRIES_A_FILE = 200;

/** Entries, and records of what was deleted for good: of each many times what any library has. */
export const MAX_ROWS = 1_000_000;
/** Bytes of one line: several times the longest article with its earlier version. */
export const MAX_LINE = 96 * 1024 * 1024;
/** Bytes of one picture. */
export const MAX_PICTURE = 64 * 1024 * 1024;

export interface BackupManifest {
  format: typeof FORMAT;
  version: typeof VERSION;
  /** ISO 8601 UTC. */
  createdAt: string;
  /** Version of the extension that wrote it. */
  app: string;
  counts: { entries: number; pictures: number; purged: number };
}

/**
 * Why a file is not taken for a backup: what is wrong with the zip, or what is in it; `too-many`: more
 * rows than `MAX_ROWS`; `unreadable`: the browser cannot read the file, or not any more.
 */
export type BackupTrouble = ZipTrouble | 'not-a-backup' | 'newer' | 'too-many' | 'unreadable';

export function articlesFile(number: number): string {
  return `articles-${String(number).padStart(4, '0')}.jsonl`;
}

export function pictureFile(hash: string): string {
  return `images/${hash}`;
}

/** Of a zip's files the manifest: at the top, or in the one folder a tool put around it that unpacked and packed it again. */
export function manifestOf<T extends { name: string }>(files: Iterable<T>): T | undefined {
  const named = [...files].filter(({ name }) => name === MANIFEST || name.endsWith(`/${MANIFEST}`));
  return named.toSorted((a, b) => a.name.length - b.name.length)[0];
}
