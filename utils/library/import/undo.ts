import { dropUnusedBytes } from '../bytes.ts';
import type { Library } from '../database.ts';
import type { Entry } from '../item.ts';
import { deleteRows, itemById, putEntries, readEntries } from '../rows.ts';
import { WRITING } from '../saving/saving.ts';
import type { ImportRecord } from './record.ts';
import { IMPORTING, inImport } from './journal.ts';
import { withKeptPictures } from './pictures.ts';
import { withoutImport } from './without-import.ts';
import { logOwn } from './write-batch.ts';

type Locks = Pick<LockManager, 'request'>;

/**
 * Takes back an import that was cut off, by the browser ending or its page being closed. To be called
 * at every start; costs one count where there is nothing to do. Where an import is under way it is
 * left alone. Answers whether anything was taken back.
 */
export async function finishImports(library: Library, locks: Locks): Promise<boolean> {
  if ((await library.importJournal.count()) === 0) return false;
  return locks.request(IMPORTING, { ifAvailable: true }, async (lock) => {
    if (lock) await undoImports(library, locks);
    return lock !== null;
  });
}

/**
 * Takes back everything the journal tells of, the last first, a transaction a record: cut off itself it
 * goes on where it was. What was written meanwhile by anybody else stays (see `undoRow`). The caller
 * holds the lock `IMPORTING`.
 */
export async function undoImports(library: Library, locks: Locks): Promise<void> {
  for (;;) {
    const more = await locks.request(WRITING, () =>
      inImport(library, async () => {
        const record = await library.importJournal.orderBy(':id').last();
        if (!record) return false;
        await undoRecord(library, record);
        await library.importJournal.delete(record.seq);
        return true;
      }),
    );
    if (!more) return;
  }
}

async function undoRecord(library: Library, record: ImportRecord): Promise<void> {
  const ids = record.rows.map(({ id }) => id);
  const touched = await changedByOthers(library, record, ids);
  const current = await readEntries(library, ids);
  const deleted: string[] = [];
  const put: Entry[] = [];
  for (const [index, row] of record.rows.entries()) {
    const now = current[index];
    // Purged meanwhile, or merged into another row by a save: it is the reader's doing.
    if (!now) continue;
    if (!touched.has(row.id)) {
      if (row.before) put.push(row.before);
      else deleted.push(row.id);
    } else if (row.before) {
      put.push(withoutImport(row.before, row.after, now));
    }
    // A row that was new and that somebody has touched since is theirs, and stays whole.
  }
  await deleteRows(library, deleted);
  // A purge meanwhile takes bytes away that no row names by then, this one's from before among them.
  await putEntries(library, await withKeptPictures(library, put));
  await dropUnusedBytes(library, record.bytes);
  await undoPurged(library, record);
  await logOwn(library, record.run, [...deleted, ...put.map(({ item }) => item.id)]);
}

/** What the reader purged meanwhile stays so, and what is here again is not said to be purged. */
async function undoPurged(library: Library, { purged, unpurged }: ImportRecord): Promise<void> {
  const current = await library.purged.bulkGet(purged.map(({ id }) => id));
  const own = purged.filter(({ purgedAt }, index) => current[index]?.purgedAt === purgedAt);
  await library.purged.bulkDelete(own.map(({ id }) => id));
  const ids = unpurged.map(({ id }) => id);
  const since = await library.purged.bulkGet(ids);
  const here = await Promise.all(ids.map((id) => itemById(library, id)));
  await library.purged.bulkPut(unpurged.filter((_, index) => !since[index] && !here[index]));
}

/** Of these rows those that somebody else has written since, were it with what they had. */
async function changedByOthers(
  library: Library,
  { run, since }: ImportRecord,
  ids: readonly string[],
): Promise<Set<string>> {
  const changes = await library.changes
    .where('id')
    .anyOf(ids)
    .and((change) => change.seq > since && change.run !== run)
    .toArray();
  return new Set(changes.map(({ id }) => id));
}
