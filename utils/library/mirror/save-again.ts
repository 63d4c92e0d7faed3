import type { WriteContext } from '../commit.ts';
import type { Library } from '../database.ts';
import { deviceId } from '../device.ts';
import { readCommitted, type CommittedIntent } from '../saving/intents.ts';
import type { LocalStore } from '../local-store.ts';
import { itemById } from '../rows.ts';
import { saveArticle } from '../saving/save.ts';
import { saveLink } from '../saving/save-link.ts';

/**
 * Saves again what was saved and then lost before the second copy had it. What the reader deleted
 * later, or purged, stays so. The notes stay too, until the second copy has followed.
 *
 * @returns how many items came that were not there
 */
export async function saveAgain(library: Library, store: LocalStore, now: number): Promise<number> {
  const committed = await readCommitted(store);
  if (committed.length === 0) return 0;
  const context = { library, now, device: await deviceId(store) };
  let came = 0;
  for (const intent of committed) {
    const isHere = await itemById(library, intent.itemId);
    if (isHere?.deletedAt && isHere.deletedAt > intent.at) continue;
    if (!isHere && (await library.purged.get(intent.itemId))) continue;
    await save(intent, context);
    if (!isHere) came += 1;
  }
  return came;
}

async function save({ work }: CommittedIntent, context: WriteContext): Promise<void> {
  if (work.kind === 'link') await saveLink(work, context);
  // It was answered without a question then: what stands in its way now came otherwise, and stays.
  else
    await saveArticle(
      work.article,
      work.onConflict === 'ask' ? 'keep-both' : work.onConflict,
      context,
    );
}
