import type { LocalStore } from './local-store.ts';
import { number, record } from './shapes.ts';

/** What is known of backup files made, in milliseconds since the epoch. */
export interface BackupRecord {
  /** When the last one of the whole library was handed to the reader. */
  madeAt: number | null;
  /** How many articles and links were in it, those in the trash not counted. */
  kept: number;
  /** When the reader waved the offer away. */
  dismissedAt: number | null;
}

const KEY = 'backup';
const SAVES = 20;
const MONTH = 30 * 24 * 60 * 60 * 1000;

export interface Counts {
  /** Articles and links, those in the trash not counted. */
  kept: number;
  /** Of them those whose moment of saving is after the last backup. */
  since: number;
}

/** How many have come since: what was imported brings an older moment with it. */
export function addedSince({ kept: then }: BackupRecord, { kept, since }: Counts): number {
  return Math.max(since, kept - then);
}

/**
 * Whether to offer a backup file. The second copy dies with the extension, so: once 20 are saved, and
 * then a month after the last file (or after the offer was waved away), if anything was saved since.
 */
export function isBackupDue(backup: BackupRecord, counts: Counts, now: number): boolean {
  const { madeAt, dismissedAt } = backup;
  if (counts.kept < SAVES && madeAt === null) return false;
  // A clock put back is no reason never to offer again.
  const last = Math.max(madeAt ?? 0, dismissedAt ?? 0);
  return addedSince(backup, counts) > 0 && Math.abs(now - last) >= MONTH;
}

export async function readBackupRecord(store: LocalStore): Promise<BackupRecord> {
  const kept = record((await store.get(KEY))[KEY]);
  return {
    madeAt: number(kept?.['madeAt']) ?? null,
    kept: number(kept?.['kept']) ?? 0,
    dismissedAt: number(kept?.['dismissedAt']) ?? null,
  };
}

export async function writeBackupRecord(
  store: LocalStore,
  change: Partial<BackupRecord>,
): Promise<void> {
  await store.set({ [KEY]: { ...(await readBackupRecord(store)), ...change } });
}
