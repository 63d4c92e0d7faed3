import type { SaveOutcome } from '../messages.ts';
import type { Library } from './database.ts';
import type { Item } from './item.ts';
import type { Entry } from './merge.ts';
import { replaceEntries } from './rows.ts';
import { nextStamp } from './stamp.ts';

/** What a write needs to know besides what it writes. */
export interface WriteContext {
  library: Library;
  /** Milliseconds since the epoch. */
  now: number;
  /** 8 hex digits: see `device.ts`. */
  device: string;
}

export type CommittedSave = Exclude<SaveOutcome, { kind: 'failed' }>;
type Written = Extract<SaveOutcome, { kind: 'saved' | 'updated' | 'kept' }>;

/** One transaction over all tables; answers after the commit, never before. */
export function inTransaction<T>(library: Library, work: () => Promise<T>): Promise<T> {
  return library.transaction('rw', library.items, library.texts, library.purged, work);
}

/** Writes a saved entry in place of the rows it was made from, out of the trash. Inside a transaction. */
export async function writeSaved(
  found: readonly Entry[],
  entry: Entry,
  context: WriteContext,
): Promise<Written> {
  const { item } = entry;
  const live = item.deletedAt === null ? item : withDeletedAt(item, null, context);
  await replaceEntries(context.library, found, { ...entry, item: live });
  return { kind: found.length === 0 ? 'saved' : 'updated', item: live };
}

/** Marks an item as deleted at a moment (ms), or as back, later than any mark it carries. */
export function withDeletedAt(item: Item, deletedAt: number | null, context: WriteContext): Item {
  const seen = item.stamps.deletedAt;
  const stamp = nextStamp(context.now, context.device, seen === undefined ? [] : [seen]);
  return { ...item, deletedAt, stamps: { ...item.stamps, deletedAt: stamp } };
}
