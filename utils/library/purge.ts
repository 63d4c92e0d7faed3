import { dropUnusedBytes } from './bytes.ts';
import { inTransaction, type WriteContext } from './commit.ts';
import type { Library } from './database.ts';
import { TRASH_DAYS } from './item.ts';
import { deleteRows, itemById, logChanges, readEntries } from './rows.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Rows taken away in one transaction, so that a save never waits for a trash of thousands. */
const BATCH = 100;

/**
 * Takes rows in the trash away for good, with all that was kept of them, and leaves for each the
 * record by which the second copy and the index let go of it too, and one for each row merged into
 * it: the second copy may not have followed the merge yet, and an older file has them apart. What has
 * come out of the trash meanwhile stays. Answers the ids that went.
 */
export async function purgeItems(ids: readonly string[], context: WriteContext): Promise<string[]> {
  const { library, now } = context;
  return inTransaction(library, async () => {
    const entries = (await readEntries(library, ids)).filter(
      (entry) => entry !== null && entry.item.deletedAt !== null,
    ) as NonNullable<Awaited<ReturnType<typeof readEntries>>[number]>[];
    const gone = entries.map(({ item }) => item.id);
    await deleteRows(library, gone);
    await dropUnusedBytes(
      library,
      entries.flatMap(({ pictures }) => pictures.map(({ hash }) => hash)),
    );
    const aliases = entries.flatMap(({ item }) => item.aliases);
    const recorded = [...new Set([...gone, ...(await withoutRow(library, aliases))])];
    await library.purged.bulkPut(recorded.map((id) => ({ id, purgedAt: now })));
    await logChanges(library, recorded);
    return gone;
  });
}

async function withoutRow(library: Library, ids: readonly string[]): Promise<string[]> {
  const rows = await Promise.all(ids.map((id) => itemById(library, id)));
  return ids.filter((_, index) => !rows[index]);
}

/** Ids of a batch of what has lain in the trash for its time, oldest first. */
export async function expired({
  library,
  now,
}: Pick<WriteContext, 'library' | 'now'>): Promise<string[]> {
  const before = now - TRASH_DAYS * DAY;
  return library.items.where('deletedAt').belowOrEqual(before).limit(BATCH).primaryKeys();
}

/** A record is kept for a year: by then every copy has followed it. */
export async function forgetOldPurges({
  library,
  now,
}: Pick<WriteContext, 'library' | 'now'>): Promise<void> {
  const old = library.purged.where('purgedAt').below(now - 365 * DAY);
  // Asked first: this runs at every start, and a write waits for the disk.
  if ((await old.count()) > 0) await old.delete();
}
