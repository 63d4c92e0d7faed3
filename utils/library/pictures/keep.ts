import { dropUnusedBytes } from '../bytes.ts';
import { inTransaction, type WriteContext } from '../commit.ts';
import type { Item, Picture, StoredBytes } from '../item.ts';
import { onePerAddress } from '../merge.ts';
import { logChanges, putEntries, readEntries } from '../rows.ts';
import { settle } from '../settle.ts';
import { sha256 } from '../sha256.ts';
import { versionsOf } from '../text-order.ts';
import { pictureAddresses, smallCopyOf } from './addresses.ts';
import type { Collected } from './collect.ts';

/**
 * Puts collected pictures to an item, in one transaction with what follows from them; pictures that
 * none of its texts shows any more go. Null, with nothing written, where the item is gone or in the
 * trash meanwhile, or nothing is new.
 */
export async function keepPictures(
  id: string,
  collected: readonly Collected[],
  { library }: WriteContext,
): Promise<Item | null> {
  const given = await Promise.all(collected.map(asKept));
  return inTransaction(library, async () => {
    const [entry] = await readEntries(library, [id]);
    if (!entry || entry.item.deletedAt !== null) return null;
    const shown = new Set(
      versionsOf(entry.text).flatMap(({ article }) =>
        pictureAddresses(article).flatMap((address) => [address, smallCopyOf(address)]),
      ),
    );
    const all = onePerAddress(
      entry.pictures,
      given.map(({ picture }) => picture),
    );
    const pictures = all.filter(({ address }) => shown.has(address));
    if (isSame(pictures, entry.pictures)) return null;
    const kept = new Set(pictures.map(({ hash }) => hash));
    const bytes = given.map((one) => one.bytes).filter(({ hash }) => kept.has(hash));
    await library.bytes.bulkPut(bytes);
    const changed = settle({ ...entry, pictures });
    await putEntries(library, [changed]);
    await dropUnusedBytes(
      library,
      entry.pictures.map(({ hash }) => hash),
    );
    await logChanges(library, [id]);
    return changed.item;
  });
}

async function asKept(collected: Collected): Promise<{ picture: Picture; bytes: StoredBytes }> {
  const { address, bytes, type, width, height } = collected;
  const hash = await sha256(bytes);
  return {
    picture: { address, hash, type, width, height, size: bytes.length },
    bytes: { hash, type, bytes },
  };
}

function isSame(a: readonly Picture[], b: readonly Picture[]): boolean {
  const names = (pictures: readonly Picture[]): string =>
    pictures.map(({ address, hash }) => `${hash} ${address}`).join('\n');
  return names(a) === names(b);
}
