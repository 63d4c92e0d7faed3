import { writeBackup } from '../../../utils/exchange/out/backup.ts';
import { openLibrary } from '../../../utils/library/database.ts';
import { runImport } from '../../../utils/library/import/run.ts';
import type { ImportSource } from '../../../utils/library/import/source.ts';
import type { Entry } from '../../../utils/library/item.ts';
import { entries, fill, timed } from './page.ts';

/** What `npm run bench:library` does inside a page to bring articles in and out. */

/** A backup of the whole library, thrown away as it is written; ms. */
export async function exportAll(): Promise<number> {
  const library = await openLibrary();
  const order = { ids: null, now: Date.now(), app: '0' };
  const spent = await timed(() => writeBackup(library, order, async () => {}));
  library.close();
  return spent;
}

/**
 * So many articles, new here, through the import and, as many others, as plain puts of the same
 * shape; ms of both, one after the other.
 */
export async function importNew(
  from: number,
  count: number,
): Promise<{ imported: number; put: number }> {
  const put = await fill(from, count);
  const source = sourceOf(await entries(from + count, count));
  const library = await openLibrary();
  const surroundings = { library, locks: navigator.locks, now: Date.now, device: '00000000' };
  const imported = await timed(async () => {
    const result = await runImport(surroundings, source, { bringBackDeleted: false });
    if (result.kind !== 'done' || result.counts.new !== count) {
      throw new Error(`The import answered ${JSON.stringify(result)}.`);
    }
  });
  library.close();
  return { imported, put };
}

function sourceOf(all: readonly Entry[]): ImportSource {
  return {
    total: all.length,
    async *rows() {
      for (const entry of all) yield { entry };
    },
    picture: async () => null,
  };
}
