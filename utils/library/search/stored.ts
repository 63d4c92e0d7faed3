import type { Library } from '../database.ts';
import type { SearchHead } from './index-rows.ts';

/** Raised whenever what is stored, or what a word is made into, is no longer the same: an index of another format is dropped and made anew. */
export const FORMAT = 1;

/** The head, or null where there is none of this format. */
export async function readHead(library: Library): Promise<SearchHead | null> {
  const head = await library.search.get('head');
  return head?.format === FORMAT ? head : null;
}

/** A head no longer the one a write was prepared on: somebody else has followed meanwhile. */
export class Overtaken extends Error {
  override name = 'Overtaken';
}

/**
 * Writes in one transaction on the index's own tables, so that no save waits for it, and puts the
 * head `change` answers.
 */
export function writeIndex(
  library: Library,
  head: SearchHead,
  change: () => Promise<SearchHead> | SearchHead,
): Promise<void> {
  const { search, searchRows } = library;
  return library.transaction('rw', search, searchRows, async () => {
    await expectHead(library, head);
    const next = await change();
    await search.put({ ...next, turn: head.turn + 1 });
  });
}

/** Reads in one transaction on the index's own tables, for a write on the same head. */
export function readIndex<T>(
  library: Library,
  head: SearchHead,
  read: () => Promise<T>,
): Promise<T> {
  const { search, searchRows } = library;
  return library.transaction('r', search, searchRows, async () => {
    await expectHead(library, head);
    return read();
  });
}

async function expectHead({ search }: Library, { epoch, turn }: SearchHead): Promise<void> {
  const found = await search.get('head');
  if (found?.epoch !== epoch || found.turn !== turn) throw new Overtaken();
}

/** An index without documents, to be filled from the rows of the library. Everything before it is gone. */
export function startIndex(library: Library): Promise<void> {
  const { search, searchRows, changes } = library;
  return library.transaction('rw', search, searchRows, changes, async () => {
    const last = await changes.orderBy('seq').last();
    await searchRows.clear();
    await search.put({
      key: 'head',
      format: FORMAT,
      epoch: crypto.randomUUID(),
      turn: 0,
      cursor: last?.seq ?? 0,
      rebuilding: '',
      segments: [],
      nextSegment: 1,
      merging: null,
      garbage: [],
    });
  });
}

/** Forgets the index; it is made anew from the texts by whoever follows next. */
export function dropIndex(library: Library): Promise<void> {
  const { search, searchRows } = library;
  return library.transaction('rw', search, searchRows, async () => {
    await search.clear();
    await searchRows.clear();
  });
}
