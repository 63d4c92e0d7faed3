import { addressesOf, articleId } from '../saving/identity.ts';
import type { Entry, Purged } from '../item.ts';
import { SourceError, type ImportCounts, type ImportRow, type ImportSource } from './source.ts';

/** An entry with what must be known before a transaction, which ends while anything else is awaited. */
export interface Prepared {
  entry: Entry;
  /** The id it gets where another article here has its own; null for a link, which is like any. */
  twin: string | null;
}

/** Rows that go through one transaction. */
export interface Batch {
  prepared: Prepared[];
  purged: Purged[];
  /** Rows of the file read so far. */
  done: number;
}

/** UTF-16 units of all that stands in a batch: one of long articles is a small one. */
const MAX_WEIGHT = 2_000_000;

/** What a string takes besides its letters: a thousand short addresses are no small row. */
const EACH = 20;

/**
 * The rows of a file in batches of as many as `size` asks for each time. Faulty and skipped ones
 * are counted here. Throws a `SourceError` where the file ends before it should.
 */
export async function* batches(
  source: ImportSource,
  counts: ImportCounts,
  size: () => number,
): AsyncGenerator<Batch> {
  let entries: Entry[] = [];
  let purged: Purged[] = [];
  let weight = 0;
  for await (const row of readable(source)) {
    if ('purged' in row) {
      purged.push(row.purged);
    } else {
      counts.total += 1;
      if ('entry' in row) {
        entries.push(row.entry);
        weight += weightOf(row.entry);
      } else {
        const reason = 'faulty' in row ? row.faulty : row.skipped;
        counts['faulty' in row ? 'faulty' : 'skipped'] += 1;
        counts.reasons.set(reason, (counts.reasons.get(reason) ?? 0) + 1);
      }
    }
    if (entries.length >= size() || weight >= MAX_WEIGHT || purged.length >= 1_000) {
      yield await taken();
    }
  }
  yield await taken();

  async function taken(): Promise<Batch> {
    const batch = { prepared: await Promise.all(entries.map(prepare)), purged, done: counts.total };
    entries = [];
    purged = [];
    weight = 0;
    return batch;
  }
}

async function* readable(source: ImportSource): AsyncGenerator<ImportRow> {
  try {
    yield* source.rows();
  } catch (error) {
    throw new SourceError(error);
  }
}

/** A row may be long in any of its parts: what was left out of its text, addresses, notes. */
function weightOf(part: unknown): number {
  if (typeof part === 'string') return part.length + EACH;
  if (typeof part !== 'object' || part === null) return 0;
  return Object.values(part).reduce((sum: number, inner: unknown) => sum + weightOf(inner), 0);
}

async function prepare(entry: Entry): Promise<Prepared> {
  const { text } = entry;
  if (!text) return { entry: await withOwnId(entry), twin: null };
  const [address] = addressesOf(text.article);
  const { title, text: words } = text.article;
  return { entry, twin: await articleId(address, `${title}\n${words}`) };
}

/** A link's id is always that of one of its addresses; one that is not is made anew. */
async function withOwnId(entry: Entry): Promise<Entry> {
  const { item } = entry;
  const ids = await Promise.all(item.addresses.map((address) => articleId(address)));
  const [first] = ids;
  if (first === undefined || ids.includes(item.id)) return entry;
  return { ...entry, item: { ...item, id: first } };
}
