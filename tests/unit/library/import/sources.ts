import { locks } from 'node:worker_threads';
import type { Library } from '../../../../utils/library/database.ts';
import type { ImportContext } from '../../../../utils/library/import/run.ts';
import type { ImportRow, ImportSource } from '../../../../utils/library/import/source.ts';
import { putEntries } from '../../../../utils/library/rows.ts';
import { inTransaction } from '../../../../utils/library/commit.ts';
import { NOW } from '../samples.ts';
import type { Generated } from './generated.ts';

/** A file's rows, given. */
export function sourceOf(
  rows: readonly ImportRow[],
  given: readonly Generated[] = [],
): ImportSource {
  const bytes = new Map(given.flatMap((one) => one.bytes.map((each) => [each.hash, each.bytes])));
  return {
    total: rows.length,
    async *rows() {
      yield* structuredClone(rows);
    },
    picture: (hash) => Promise.resolve(bytes.get(hash) ?? null),
  };
}

export function fileOf(given: readonly Generated[]): ImportSource {
  return sourceOf(
    given.map(({ entry }) => ({ entry })),
    given,
  );
}

export function importContext(library: Library, now = NOW): ImportContext {
  return { library, locks, now: () => now, device: 'bbbbbbbb' };
}

/** Puts entries into a library as they are, with the bytes of their pictures. */
export async function fill(library: Library, given: readonly Generated[]): Promise<void> {
  await inTransaction(library, async () => {
    await putEntries(
      library,
      given.map(({ entry }) => entry),
    );
    await library.bytes.bulkPut(given.flatMap(({ bytes }) => bytes));
  });
}
