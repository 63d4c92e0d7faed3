import type { Library } from '../../library/database.ts';
import type { Picture } from '../../library/item.ts';
import { readEntries } from '../../library/rows.ts';
import type { Exported } from './exported.ts';

/** Entries read in one go: enough to be quick, few enough to be held. */
const BATCH = 20;

/**
 * The entries of these ids in their order, read as they are asked for. One that is gone meanwhile is left
 * out. No write of the library is kept waiting: each batch is a transaction of its own.
 */
export async function* readExported(
  library: Library,
  ids: readonly string[],
): AsyncGenerator<Exported> {
  const { items, texts, edits, pictures } = library;
  for (let at = 0; at < ids.length; at += BATCH) {
    const entries = await library.transaction('r', [items, texts, edits, pictures], () =>
      readEntries(library, ids.slice(at, at + BATCH)),
    );
    for (const entry of entries) {
      if (entry) yield { ...entry, picture: keptPictures(library, entry.pictures) };
    }
  }
}

/** By address, however the article and the record write it. */
function keptPictures(library: Library, pictures: readonly Picture[]): Exported['picture'] {
  const hashes = new Map(pictures.map(({ address, hash }) => [written(address), hash]));
  return async (address) => {
    const hash = hashes.get(written(address));
    return hash === undefined ? null : ((await library.bytes.get(hash)) ?? null);
  };
}

function written(address: string): string {
  return URL.canParse(address) ? new URL(address).href : address;
}
