import { Dexie } from 'dexie';
import type { Library } from '../database.ts';
import { buildSegment, indexDocument } from './build.ts';
import { readSearched } from './catch-up.ts';
import { DEAD } from './fields.ts';
import type { Source } from './resolve.ts';
import { numberOf, readNames } from './segment.ts';
import type { SearchHead } from './index-rows.ts';

/** Of what has changed since the index was last followed, so many items are searched in their own texts. */
const MOST_ITEMS = 24;
const MOST_TEXT = 400_000;
const MOST_CHANGES = 1000;

export interface Tail {
  /** A segment in memory, or null where nothing has changed. */
  source: Source | null;
  /** Ids of what has changed, so that no older state of it is answered. */
  changed: ReadonlySet<string>;
  /** How many items are not searched as they are by now. */
  waiting: number;
}

const NOTHING: Tail = { source: null, changed: new Set(), waiting: 0 };

interface Kept {
  name: string;
  tail: Tail;
}
/** The tail of the last search, which the next letter typed asks for again. */
const kept = new WeakMap<Library, Kept>();

/**
 * What the index does not know yet, the newest changes first. Inside the caller's transaction.
 */
export async function readTail(library: Library, head: SearchHead): Promise<Tail> {
  if (head.rebuilding === null && !(await isBehind(library, head))) return NOTHING;
  const changes = await library.changes
    .where('seq')
    .between(head.cursor, Dexie.maxKey, false)
    // oxlint-disable-next-line unicorn/no-array-reverse -- a collection of Dexie, not an array
    .reverse()
    .limit(MOST_CHANGES)
    .toArray();
  const name = `${head.epoch}:${head.cursor}:${changes[0]?.seq ?? 0}:${head.rebuilding ?? '-'}`;
  const known = kept.get(library);
  if (known?.name === name) return known.tail;
  const ids = [...new Set(changes.map(({ id }) => id))];
  const items = await library.items.bulkGet(ids);
  const taken: string[] = [];
  let text = 0;
  for (const item of items) {
    if (!item) continue;
    text += item.textLength;
    if (taken.length > 0 && (taken.length >= MOST_ITEMS || text > MOST_TEXT)) break;
    taken.push(item.id);
  }
  const documents = [];
  for (const id of taken) {
    const entry = await readSearched(library, id);
    if (entry) documents.push(indexDocument(entry));
  }
  const tail: Tail = {
    source: documents.length > 0 ? sourceOf(documents) : null,
    changed: new Set(ids),
    waiting:
      items.filter(Boolean).length -
      taken.length +
      (changes.length === MOST_CHANGES
        ? await changesBefore(library, head, changes.at(-1)?.seq)
        : 0) +
      (await rowsToCome(library, head)),
  };
  kept.set(library, { name, tail });
  return tail;
}

function sourceOf(documents: Parameters<typeof buildSegment>[0]): Source {
  const { states, blocks, firstKeys, documents: own } = buildSegment(documents);
  return {
    segment: { id: -1, count: states.length, ...own, blocks, firstKeys },
    states,
  };
}

/**
 * Numbers of changes follow one upon the other, so the next one is asked for by name. The end of the
 * log is not looked for: where thousands were let go (`trim-changes.ts`), Chromium goes past what is
 * left of each, 12 ms in ten thousand.
 */
async function isBehind({ changes }: Library, { cursor }: SearchHead): Promise<boolean> {
  return (await changes.get(cursor + 1)) !== undefined;
}

function changesBefore(library: Library, head: SearchHead, seq = 0): Promise<number> {
  return library.changes.where('seq').between(head.cursor, seq, false, false).count();
}

function rowsToCome(library: Library, { rebuilding }: SearchHead): Promise<number> | number {
  return rebuilding === null ? 0 : library.items.where('id').above(rebuilding).count();
}

/**
 * The segments with what has changed since taken out: its newer state is in the tail, or not
 * searched yet. Inside the caller's transaction.
 */
export async function withoutChanged(
  library: Library,
  sources: readonly Source[],
  { changed }: Tail,
): Promise<Source[]> {
  if (changed.size === 0) return [...sources];
  await readNames(
    library,
    sources.map(({ segment }) => [segment, 'all']),
  );
  return sources.map(({ segment, states }) => {
    const left = states.slice();
    for (const id of changed) {
      const number = numberOf(segment, id);
      if (number >= 0) left[number] = DEAD;
    }
    return { segment, states: left };
  });
}
