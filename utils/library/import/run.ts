import { dropUnusedBytes } from '../bytes.ts';
import type { Library } from '../database.ts';
import { saveFailure } from '../errors.ts';
import type { SaveFailure } from '../errors.ts';
import { WRITING } from '../saving/saving.ts';
import { IMPORTING, inImport } from './journal.ts';
import { newBytes, withKeptPictures } from './pictures.ts';
import { batches, type Batch } from './prepare.ts';
import {
  noCounts,
  SourceError,
  type ImportCounts,
  type ImportOptions,
  type ImportSource,
} from './source.ts';
import { outcomeCounter } from './take-in.ts';
import { undoImports } from './undo.ts';
import { writeBytes, writePurged, writeRows } from './write-batch.ts';

export interface ImportContext {
  library: Library;
  locks: Pick<LockManager, 'request'>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** 8 hex digits: see `device.ts`. */
  device: string;
}

/**
 * `undone`: the library is as before, but for what was saved meanwhile. Where that could not be done
 * (no space, the database closed) it is done at the next start.
 */
export type ImportResult =
  | { kind: 'done'; counts: ImportCounts }
  | { kind: 'cancelled'; undone: boolean }
  /** `file`: not readable to its end; `error` is then a `SourceError`. */
  | { kind: 'failed'; reason: SaveFailure | 'file'; error: unknown; undone: boolean };

/**
 * Milliseconds a transaction should take: others wait for no more than the one under way, and a
 * third of each goes by before its first row.
 */
const GOOD_TIME = 70;
const MAX_ROWS = 100;

/**
 * Takes a file into the library: of what passes all, or none. Runs in short transactions, in one line
 * with all else that writes, under a journal (`journal.ts`). One import runs at a time; another waits.
 *
 * Running it twice adds nothing. Never rejects for what a reader can meet.
 */
export async function runImport(
  context: ImportContext,
  source: ImportSource,
  options: ImportOptions & { bringBackDeleted: boolean },
): Promise<ImportResult> {
  const { library, locks } = context;
  return locks.request(IMPORTING, async () => {
    try {
      await undoImports(library, locks);
      return { kind: 'done', counts: await takeInAll(context, source, options) };
    } catch (error) {
      const undone = await tryToUndo(library, locks);
      if (options.signal?.aborted && error === options.signal.reason) {
        return { kind: 'cancelled', undone };
      }
      const reason = error instanceof SourceError ? 'file' : saveFailure(error);
      return { kind: 'failed', reason, error, undone };
    }
  });
}

/** How many rows to take next: as many as fit the time, growing slowly, since one quick batch promises little. */
function nextSize(rows: number, time: number): number {
  const fitting = Math.round((rows * GOOD_TIME) / time);
  return Math.max(1, Math.min(fitting, Math.ceil(rows * 1.3), MAX_ROWS));
}

async function tryToUndo(library: Library, locks: Pick<LockManager, 'request'>): Promise<boolean> {
  // After a full disk Firefox gives one transaction that may only delete: the second try is a whole one.
  for (const isLast of [false, true]) {
    try {
      await undoImports(library, locks);
      return true;
    } catch (error) {
      // The journal stays; whoever looks into it needs the error itself.
      if (isLast) console.error(error);
    }
  }
  return false;
}

async function takeInAll(
  context: ImportContext,
  source: ImportSource,
  { signal, progress, bringBackDeleted }: ImportOptions & { bringBackDeleted: boolean },
): Promise<ImportCounts> {
  const { library, locks, device } = context;
  const run = crypto.randomUUID();
  const counts = noCounts();
  const count = outcomeCounter(counts);
  const dropped = new Set<string>();
  let size = 20;
  for await (const batch of batches(source, counts, () => size)) {
    signal?.throwIfAborted();
    await keepBytes(batch);
    await inLine(async () => {
      const bringBack = bringBackDeleted ? { library, now: context.now(), device } : null;
      const start = performance.now();
      // Looked at in the line: a purge takes bytes away that no row names yet.
      const rows = await keptRows(library, batch);
      const written = await writeRows(library, run, rows, bringBack);
      const time = performance.now() - start;
      size = nextSize(rows.length, time);
      for (const outcome of written.outcomes) count(outcome);
      for (const hash of written.dropped) dropped.add(hash);
    });
    if (batch.purged.length > 0) {
      await inLine(() => writePurged(library, run, batch.purged, context.now()));
    }
    progress?.(batch.done, source.total);
  }
  signal?.throwIfAborted();
  await inLine(() =>
    inImport(library, async () => {
      await dropUnusedBytes(library, [...dropped]);
      await library.importJournal.clear();
    }),
  );
  return counts;

  function inLine<T>(work: () => Promise<T>): Promise<T> {
    return locks.request(WRITING, work) as Promise<T>;
  }

  async function keepBytes({ prepared }: Batch): Promise<void> {
    const entries = prepared.map(({ entry }) => entry);
    const lost = (): void => {
      counts.lostPictures += 1;
    };
    for await (const portion of newBytes(library, source, entries, lost)) {
      signal?.throwIfAborted();
      await inLine(() => writeBytes(library, run, portion));
    }
  }
}

async function keptRows(library: Library, { prepared }: Batch): Promise<Batch['prepared']> {
  const entries = await withKeptPictures(
    library,
    prepared.map(({ entry }) => entry),
  );
  return prepared.map((row, index) => ({ ...row, entry: entries[index] ?? row.entry }));
}
