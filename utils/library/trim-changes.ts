import type { Library } from './database.ts';
import { readHead } from './search/stored.ts';

/**
 * Lets go of the changes that both the index and the second copy have followed. The last of them
 * stays: by it a library is known to be no older than its copy. While an import may yet be taken back
 * nothing goes, because taking it back reads them.
 *
 * @param mirrored the last change the second copy holds, or null where it follows none yet
 */
export async function trimChanges(library: Library, mirrored: number | null): Promise<void> {
  const head = await readHead(library);
  if (!head || mirrored === null) return;
  const followed = Math.min(head.cursor, mirrored);
  await library.transaction('rw', library.changes, library.importJournal, async () => {
    if ((await library.importJournal.count()) > 0) return;
    await library.changes.where('seq').below(followed).delete();
  });
}
