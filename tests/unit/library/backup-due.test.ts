import { expect, test } from 'vitest';
import {
  addedSince,
  isBackupDue,
  readBackupRecord,
  writeBackupRecord,
} from '../../../utils/library/backup-due.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 26);
const NEVER = { madeAt: null, dismissedAt: null, kept: 0 };

test('a backup is offered from the twentieth save on', () => {
  expect(isBackupDue(NEVER, { kept: 19, since: 19 }, NOW)).toBe(false);
  expect(isBackupDue(NEVER, { kept: 20, since: 20 }, NOW)).toBe(true);
});

test('after one was made, or waved away, a month later, if there is anything new', () => {
  const made = { madeAt: NOW - 31 * DAY, dismissedAt: null, kept: 5 };
  expect(isBackupDue(made, { kept: 6, since: 1 }, NOW)).toBe(true);
  expect(isBackupDue(made, { kept: 5, since: 0 }, NOW)).toBe(false);
  expect(isBackupDue({ ...made, madeAt: NOW - 29 * DAY }, { kept: 9, since: 4 }, NOW)).toBe(false);
  expect(isBackupDue({ ...made, dismissedAt: NOW - DAY }, { kept: 9, since: 4 }, NOW)).toBe(false);
});

test('what was imported since counts, though it was saved long before', () => {
  expect(addedSince({ madeAt: NOW, dismissedAt: null, kept: 5 }, { kept: 35, since: 2 })).toBe(30);
});

test('what is kept of it is checked field by field', async () => {
  const kept: Record<string, unknown> = { backup: { madeAt: 'soon', dismissedAt: 7 } };
  const store = {
    get: () => Promise.resolve(kept),
    set: (entries: object) => Promise.resolve(void Object.assign(kept, entries)),
    remove: () => Promise.resolve(),
  };
  expect(await readBackupRecord(store)).toEqual({ madeAt: null, dismissedAt: 7, kept: 0 });
  await writeBackupRecord(store, { madeAt: 9, kept: 3 });
  expect(await readBackupRecord(store)).toEqual({ madeAt: 9, dismissedAt: 7, kept: 3 });
});
