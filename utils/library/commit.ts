import type { SaveOutcome } from './requests.ts';
import type { Library } from './database.ts';
import type { Entry, Item } from './item.ts';
import { replaceEntries } from './rows.ts';
import { withSortFields } from './settle.ts';
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
  const { items, texts, edits, pictures, bytes, purged, changes, meta } = library;
  return library.transaction(
    'rw',
    [items, texts, edits, pictures, bytes, purged, changes, meta],
    work,
  );
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
  return withField(item, 'deletedAt', deletedAt, context);
}

/** Sets one of the reader's fields, with a stamp later than the one it carries. */
export function withField<Field extends keyof Item['stamps']>(
  item: Item,
  field: Field,
  value: Item[Field],
  { now, device }: WriteContext,
): Item {
  const seen = item.stamps[field];
  const stamp = nextStamp(now, device, seen === undefined ? [] : [seen]);
  return withSortFields({ ...item, [field]: value, stamps: { ...item.stamps, [field]: stamp } });
}
