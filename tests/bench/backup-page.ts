import { openBackup } from '../../utils/exchange/in/backup.ts';
import { writeBackup } from '../../utils/exchange/out/backup.ts';
import { inTransaction } from '../../utils/library/commit.ts';
import { openLibrary, type Library } from '../../utils/library/database.ts';
import { linkEntry, withText } from '../../utils/library/entry.ts';
import { articleId } from '../../utils/library/saving/identity.ts';
import { IMPORTING } from '../../utils/library/import/journal.ts';
import { runImport } from '../../utils/library/import/run.ts';
import type { Entry, Picture, StoredBytes } from '../../utils/library/item.ts';
import { putEntries } from '../../utils/library/rows.ts';
import { settle } from '../../utils/library/settle.ts';
import type { SaveOutcome } from '../../utils/library/requests.ts';

/**
 * What `backup.ts` runs in a page of the extension, over libraries of its own beside the reader's.
 * Each answers milliseconds or counts.
 */

const NAME = 'bench-backup';
const FILE = 'bench-backup.zip';
const WORDS = Array.from({ length: 5_000 }, (_, n) => `كلمة${n.toString(36)}`);
const PICTURE_BYTES = 200 * 1024;
const PICTURES_EACH = 10;
const BATCH = 50;

const library = (): Promise<Library> => openLibrary(undefined, NAME);

/** An empty library under the same name. */
export async function wipe(): Promise<void> {
  const open = await library();
  await open.delete();
}

/** As many articles of 4,000 characters, with pictures of 200 KB up to so many megabytes in all. */
export async function fill(articles: number, megabytes: number): Promise<number> {
  const open = await library();
  let left = Math.floor((megabytes * 1024 * 1024) / PICTURE_BYTES);
  for (let at = 0; at < articles; at += 1) {
    const count = Math.min(PICTURES_EACH, left);
    left -= count;
    const bytes: StoredBytes[] = [];
    for (let n = 0; n < count; n += 1) bytes.push(await picture(at * PICTURES_EACH + n));
    const entry = withPictures(await entryOf(at), bytes);
    await inTransaction(open, async () => {
      await putEntries(open, [entry]);
      await open.bytes.bulkPut(bytes);
    });
  }
  open.close();
  return articles;
}

/** Plain puts of the rows a library holds into an empty one, in transactions of 50. */
export async function plainPuts(articles: number): Promise<number> {
  const entries: Entry[] = [];
  for (let at = 0; at < articles; at += 1) entries.push(await entryOf(at));
  const open = await library();
  const start = performance.now();
  for (let at = 0; at < entries.length; at += BATCH) {
    await inTransaction(open, () => putEntries(open, entries.slice(at, at + BATCH)));
  }
  const time = performance.now() - start;
  open.close();
  return time;
}

export async function backUp(): Promise<{ time: number; bytes: number }> {
  const open = await library();
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle(FILE, { create: true });
  const stream = await handle.createWritable();
  const start = performance.now();
  const order = { ids: null, now: Date.now(), app: '0' };
  await writeBackup(open, order, (chunk) => stream.write(chunk as Uint8Array<ArrayBuffer>));
  await stream.close();
  open.close();
  return { time: performance.now() - start, bytes: (await handle.getFile()).size };
}

export interface Imported {
  time: number;
  /** Of what kind the result is, and how many rows it counted as what. */
  told: string;
}

export async function importBackup(): Promise<Imported> {
  const open = await library();
  const root = await navigator.storage.getDirectory();
  const file = await (await root.getFileHandle(FILE)).getFile();
  const start = performance.now();
  const backup = await openBackup(file, Date.now());
  if (!backup.ok) throw new Error(backup.trouble);
  const result = await runImport(
    { library: open, locks: navigator.locks, now: Date.now, device: '00000000' },
    backup.source,
    { bringBackDeleted: false },
  );
  const time = performance.now() - start;
  open.close();
  return { time, told: JSON.stringify(result) };
}

/** Saves articles for as long as an import is under way elsewhere; of each the wait for its answer. */
export async function saveBeside(): Promise<number[]> {
  const importing = async (): Promise<boolean> =>
    (await navigator.locks.query()).held?.some(({ name }) => name === IMPORTING) ?? false;
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
  const waits: number[] = [];
  for (let tries = 0; tries < 200 && !(await importing()); tries += 1) await pause();
  while (await importing()) {
    const { text } = await entryOf(1_000_000 + waits.length);
    const data = { article: text?.article, tabId: null, onConflict: 'update' };
    const message = { id: waits.length, type: 'saveArticle', data, timestamp: Date.now() };
    const asked = performance.now();
    const { res } = await chrome.runtime.sendMessage<object, { res?: SaveOutcome }>(message);
    if (res?.kind !== 'saved') throw new Error(`Not saved: ${JSON.stringify(res)}`);
    waits.push(performance.now() - asked);
    await pause();
  }
  return waits;
}

/** Entries and bytes of pictures. */
export async function countAll(): Promise<[number, number]> {
  const open = await library();
  const counts: [number, number] = [await open.items.count(), await open.bytes.count()];
  open.close();
  return counts;
}

export async function tidy(): Promise<void> {
  await wipe();
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(FILE).catch(() => undefined);
}

async function entryOf(number: number): Promise<Entry> {
  const url = `https://news.example/story-${1_000_000 + number}`;
  const id = await articleId(url);
  const lines: string[] = [];
  for (let line = 0; line < 10; line += 1) {
    const words = Array.from({ length: 55 }, (_, n) => {
      const at = (number * 7_919 + line * 104_729 + n * n * 31) % WORDS.length;
      return WORDS[at] ?? '';
    });
    lines.push(words.join(' '));
  }
  const title = `${lines[0]?.slice(0, 60)} ${number}`;
  const article = {
    schema: 1 as const,
    url,
    canonicalUrl: null,
    title,
    kicker: null,
    deck: null,
    byline: 'اسم الكاتب',
    authors: [],
    siteName: 'صحيفة المثال',
    publishedTime: '2026-11-24',
    modifiedTime: null,
    lang: 'ar',
    dir: 'rtl' as const,
    excerpt: lines[0]?.slice(0, 200) ?? '',
    html: lines.map((line) => `<p>${line}</p>`).join(''),
    text: lines.join('\n'),
    leadImage: null,
    endNotes: [],
    complete: true,
    incompleteReason: null,
    fromSelection: false,
    wordCount: 550,
    readingMinutes: { min: 6, max: 8 },
    blocks: lines.map((_, line) => `b${line}`),
    removals: [],
    extractedAt: '2026-11-24T00:00:00.000Z',
    extractorVersion: '0.2.0',
  };
  const link = linkEntry(id, { url, title, addresses: [url] }, 1_790_000_000_000 + number);
  return withText(link, { article, chosenAt: null }, [url], 1_790_000_000_000 + number);
}

function withPictures(entry: Entry, bytes: readonly StoredBytes[]): Entry {
  const pictures = bytes.map(({ hash, type }, n): Picture => ({
    address: `https://img.example/${entry.item.id}/${n}.webp`,
    hash,
    type,
    width: 1_200,
    height: 800,
    size: PICTURE_BYTES,
  }));
  return settle({ ...entry, pictures });
}

async function picture(number: number): Promise<StoredBytes> {
  const bytes = new Uint8Array(PICTURE_BYTES);
  const noise = crypto.getRandomValues(new Uint8Array(65_536));
  for (let at = 0; at < bytes.length; at += noise.length) {
    bytes.set(noise.subarray(0, Math.min(noise.length, bytes.length - at)), at);
  }
  new DataView(bytes.buffer).setUint32(0, number);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { hash, type: 'image/webp', bytes };
}
