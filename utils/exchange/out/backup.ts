import { canonicalJson } from '../../library/canonical-json.ts';
import type { Library } from '../../library/database.ts';
import type { Entry } from '../../library/item.ts';
import { itemById, readEntries } from '../../library/rows.ts';
import {
  articlesFile,
  ENTRIES_A_FILE,
  FORMAT,
  MANIFEST,
  MAX_LINE,
  pictureFile,
  PURGED,
  VERSION,
  type BackupManifest,
} from '../backup-format.ts';
import type { Sink } from '../sink.ts';
import { createZip, type ZipWriter } from '../zip/writer.ts';
import { withoutDevices } from './anonymous.ts';

export interface BackupOrder {
  /** What to back up; null for all, with the trash and the records of what was purged. */
  ids: readonly string[] | null;
  /** Milliseconds since the epoch. */
  now: number;
  /** Version of the extension. */
  app: string;
  signal?: AbortSignal;
  /** Entries and pictures written, and how many there will be. */
  progress?: (done: number, total: number) => void;
}

/** Entries in memory at once. */
const BATCH = 20;

/**
 * Writes a backup (see `backup-format.ts`) piece by piece; neither it nor a list of texts is ever
 * whole in memory. Each entry is as it was at one moment; what is saved after the beginning is not
 * in it. Rejects when the signal is aborted or `write` fails: what was written by then is no zip.
 */
export async function writeBackup(
  library: Library,
  order: BackupOrder,
  write: Sink,
): Promise<BackupManifest> {
  const ids = await chosenIds(library, order.ids);
  const pictures = await picturesOf(library, ids);
  const step = counter(order, () => ids.length + pictures.size);
  const zip = createZip(write);
  let entries = 0;
  for (let at = 0; at < ids.length; at += ENTRIES_A_FILE) {
    const some = ids.slice(at, at + ENTRIES_A_FILE);
    await zip.add(articlesFile(at / ENTRIES_A_FILE + 1), lines(library, some, note));
  }
  const written = await addPictures(zip, library, pictures, step);
  const purged = order.ids === null ? await addPurged(zip, library) : 0;
  const manifest: BackupManifest = {
    format: FORMAT,
    version: VERSION,
    createdAt: new Date(order.now).toISOString(),
    app: order.app,
    counts: { entries, pictures: written, purged },
  };
  await zip.add(MANIFEST, encode(`${JSON.stringify(manifest, null, 2)}\n`));
  await zip.end();
  return manifest;

  function note(entry: Entry): void {
    entries += 1;
    for (const { hash } of entry.pictures) pictures.add(hash);
    step();
  }
}

/** In order of id, so that two backups of one library are alike. */
async function chosenIds(library: Library, ids: readonly string[] | null): Promise<string[]> {
  return ids === null
    ? library.items.toCollection().primaryKeys()
    : [...new Set(ids)].toSorted((a, b) => (a < b ? -1 : 1));
}

async function picturesOf(library: Library, ids: readonly string[]): Promise<Set<string>> {
  const hashes = new Set<string>();
  for (let at = 0; at < ids.length; at += ENTRIES_A_FILE) {
    const rows = await library.pictures.bulkGet(ids.slice(at, at + ENTRIES_A_FILE));
    for (const hash of rows.flatMap((row) => row?.hashes ?? [])) hashes.add(hash);
  }
  return hashes;
}

function counter({ signal, progress }: BackupOrder, total: () => number): () => void {
  let done = 0;
  signal?.throwIfAborted();
  return () => {
    signal?.throwIfAborted();
    done += 1;
    progress?.(done, total());
  };
}

async function* lines(
  library: Library,
  ids: readonly string[],
  note: (entry: Entry) => void,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < ids.length; at += BATCH) {
    for (const entry of await presentEntries(library, ids.slice(at, at + BATCH))) {
      yield lineOf(entry);
      note(entry);
    }
  }
}

/** What was purged meanwhile is left out; what was merged into another row is where it is now. */
function presentEntries(library: Library, ids: readonly string[]): Promise<Entry[]> {
  const { items, texts, edits, pictures } = library;
  return library.transaction('r', [items, texts, edits, pictures], async () => {
    const entries = await readEntries(library, ids);
    for (const [index, id] of ids.entries()) {
      if (entries[index]) continue;
      const now = await itemById(library, id);
      if (now) entries[index] = (await readEntries(library, [now.id]))[0] ?? null;
    }
    return entries.filter((entry) => entry !== null);
  });
}

/** A line no reader would take is shortened by what is not the article: its earlier version, what was left out of it. */
function lineOf(entry: Entry): Uint8Array {
  const line = encode(`${canonicalJson(exported(entry))}\n`);
  if (line.length <= MAX_LINE || !entry.text) return line;
  const { article } = entry.text;
  const removals = article.removals.map((removal) => ({ ...removal, html: null }));
  const text = { ...entry.text, article: { ...article, removals }, previous: null };
  return encode(`${canonicalJson(exported({ ...entry, text }))}\n`);
}

function exported(entry: Entry): object {
  const { item, text, edits, pictures } = withoutDevices(entry);
  const { sort: _derived, ...kept } = item;
  if (!text) return { item: kept, text, edits, pictures };
  const { id: _same, ...version } = text;
  return { item: kept, text: version, edits, pictures };
}

/** Answers how many there were. One whose bytes are gone is not made up for. */
async function addPictures(
  zip: ZipWriter,
  library: Library,
  hashes: ReadonlySet<string>,
  step: () => void,
): Promise<number> {
  let count = 0;
  for (const hash of hashes) {
    const found = await library.bytes.get(hash);
    if (found) {
      await zip.add(pictureFile(hash), found.bytes, { store: true });
      count += 1;
    }
    step();
  }
  return count;
}

async function addPurged(zip: ZipWriter, library: Library): Promise<number> {
  const records = await library.purged.toArray();
  if (records.length === 0) return 0;
  const text = records.map(({ id, purgedAt }) => `${canonicalJson({ id, purgedAt })}\n`).join('');
  await zip.add(PURGED, encode(text));
  return records.length;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
