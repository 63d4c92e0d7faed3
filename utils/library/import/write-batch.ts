import type { Library } from '../database.ts';
import type { Entry, Purged, StoredBytes } from '../item.ts';
import { itemById, putEntries } from '../rows.ts';
import { idsOf, readAround, type Around } from './around.ts';
import type { WrittenRow } from './record.ts';
import { inImport } from './journal.ts';
import type { Prepared } from './prepare.ts';
import { takeIn, type BringBack, type Outcome } from './take-in.ts';

/** A record of a row purged is of no use after this long: every copy has followed it. */
const YEAR = 365 * 24 * 60 * 60 * 1000;

export interface Written {
  outcomes: Pick<Outcome, 'as' | 'id'>[];
  /** Pictures that nothing may name any more. */
  dropped: string[];
}

/** Takes a batch of rows in: one transaction, with its record in the journal. */
export function writeRows(
  library: Library,
  run: string,
  rows: readonly Prepared[],
  bringBack: BringBack,
): Promise<Written> {
  return inImport(library, async () => {
    const [around, since] = await Promise.all([readAround(library, rows), lastChange(library)]);
    const { outcomes, written } = takeAll(around, rows, bringBack);
    if (written.size === 0) return { outcomes, dropped: [] };
    const states = [...written.values()];
    const ids = [...written.keys()];
    const back = states.flatMap(({ after }) => idsOf(after)).filter((id) => around.wasPurged(id));
    const unpurged = (await library.purged.bulkGet(back)).filter((gone) => gone !== undefined);
    const record = {
      run,
      since,
      ids,
      rows: states.map(writtenRow),
      bytes: [],
      purged: [],
      unpurged,
    };
    await putEntries(
      library,
      states.map(({ after }) => after),
    );
    if (back.length > 0) await library.purged.bulkDelete(back);
    await logOwn(library, run, ids);
    await library.importJournal.add(record);
    return { outcomes, dropped: states.flatMap(droppedPictures) };
  });
}

/** All that others write from now on stands behind it in the log. */
async function lastChange(library: Library): Promise<number> {
  return (await library.changes.orderBy(':id').last())?.seq ?? 0;
}

function writtenRow({ before, after }: State): WrittenRow {
  const { id } = after.item;
  return before ? { id, before, after } : { id, before };
}

interface State {
  before: Entry | null;
  after: Entry;
}

/** Row by row, since one may be of the same article as one before it. */
function takeAll(
  around: Around,
  rows: readonly Prepared[],
  bringBack: BringBack,
): { outcomes: Written['outcomes']; written: Map<string, State> } {
  const written = new Map<string, State>();
  const outcomes = rows.map((row) => {
    const { as, id, write } = takeIn(around, row, bringBack);
    if (write) {
      const own = write.after.item.id;
      const first = written.get(own);
      written.set(own, { before: first ? first.before : write.before, after: write.after });
      around.put(write.after);
    }
    return { as, id };
  });
  return { outcomes, written };
}

function droppedPictures({ before, after }: State): string[] {
  const kept = new Set(after.pictures.map(({ hash }) => hash));
  return before?.pictures.map(({ hash }) => hash).filter((hash) => !kept.has(hash)) ?? [];
}

/** Says in the log that it was the import. */
export async function logOwn(library: Library, run: string, ids: readonly string[]): Promise<void> {
  await library.changes.bulkAdd(ids.map((id) => ({ id, run })));
}

/** Keeps the bytes of pictures, ahead of the rows that name them. */
export function writeBytes(
  library: Library,
  run: string,
  portion: readonly StoredBytes[],
): Promise<void> {
  return inImport(library, async () => {
    const hashes = portion.map(({ hash }) => hash);
    const here = new Set(await library.bytes.where('hash').anyOf(hashes).primaryKeys());
    const missing = portion.filter(({ hash }) => !here.has(hash));
    await library.bytes.bulkPut(missing);
    const bytes = missing.map(({ hash }) => hash);
    const record = { run, since: 0, ids: [], rows: [], bytes, purged: [], unpurged: [] };
    await library.importJournal.add(record);
  });
}

/** Keeps the records of what was purged elsewhere, but of nothing that is here: an import deletes nothing. */
export function writePurged(
  library: Library,
  run: string,
  records: readonly Purged[],
  now: number,
): Promise<void> {
  return inImport(library, async () => {
    const ids = records.map(({ id }) => id);
    const known = await library.purged.bulkGet(ids);
    // Side by side: one after the other a thousand take longer than a save should wait.
    const here = await Promise.all(ids.map((id) => itemById(library, id)));
    const added = records.filter(
      ({ purgedAt }, index) => !known[index] && !here[index] && purgedAt >= now - YEAR,
    );
    if (added.length === 0) return;
    await library.purged.bulkPut(added);
    const record = { run, since: 0, ids: [], rows: [], bytes: [], purged: added, unpurged: [] };
    await library.importJournal.add(record);
  });
}
