import { browser } from 'wxt/browser';
import {
  addedSince,
  isBackupDue,
  readBackupRecord,
  type BackupRecord,
} from '../../utils/library/backup-due.ts';
import { pageLibrary } from '../../utils/library/page-library.ts';
import { savedSince } from '../../utils/library/shelf-ids.ts';
import { isLittle, room, storageFacts, type StorageFacts } from '../../utils/library/storage.ts';

export interface StorageState {
  facts: StorageFacts;
  backup: BackupRecord;
  /** How many were saved or imported since the last backup. */
  addedSince: number;
}

const KEPT = ['list', 'archive'] as const;

const world = {
  get storage() {
    return navigator.storage;
  },
  unlimited: () => browser.permissions.contains({ permissions: ['unlimitedStorage'] }),
};

export async function readStorage(): Promise<StorageState> {
  const library = await pageLibrary.openLibrary();
  const [facts, backup] = await Promise.all([
    storageFacts(library, world),
    readBackupRecord(pageLibrary.store),
  ]);
  const since = await savedSince(library, KEPT, backup.madeAt ?? 0);
  return { facts, backup, addedSince: addedSince(backup, { kept: facts.kept, since }) };
}

/** What the reader should be told without asking, if anything: the more pressing first. */
export async function storageNote(now: number): Promise<'little' | 'backup' | null> {
  const { left } = await room(world);
  if (isLittle(left)) return 'little';
  const library = await pageLibrary.openLibrary();
  const backup = await readBackupRecord(pageLibrary.store);
  const kept = await savedSince(library, KEPT, 0);
  const since = await savedSince(library, KEPT, backup.madeAt ?? 0);
  return isBackupDue(backup, { kept, since }, now) ? 'backup' : null;
}
