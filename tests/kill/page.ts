import { canonicalJson } from '../../utils/library/canonical-json.ts';
import { linkEntry, withText } from '../../utils/library/entry.ts';
import { addressesOf, articleId } from '../../utils/library/saving/identity.ts';
import { runImport, type ImportResult } from '../../utils/library/import/run.ts';
import type { Entry } from '../../utils/library/item.ts';
import { MIRROR_LOCK } from '../../utils/library/mirror/follow.ts';
import { openLibraryInPage } from '../../utils/library/mirror/here.ts';
import { cacheStore } from '../../utils/library/mirror/store.ts';
import { readStored, storedChunks } from '../../utils/library/mirror/stored.ts';
import { importContext } from '../../utils/library/page-library.ts';
import { readEntries } from '../../utils/library/rows.ts';
import { sendMessage } from '../../utils/messages.ts';
import { generatedArticle } from '../bench/library/generate.ts';

/** What the kill rounds do inside a page of the extension. */

/** Short texts: it is the number of saves that counts here. */
const LENGTH = 1200;

/** Saves the article of a number as the popup does; answers its id once that is acknowledged. */
export async function save(number: number): Promise<string> {
  const article = generatedArticle(number, LENGTH);
  const outcome = await sendMessage('saveArticle', { article, tabId: null, onConflict: 'ask' });
  if (outcome.kind === 'failed' || outcome.kind === 'conflict') throw new Error(outcome.kind);
  return outcome.item.id;
}

/** Rows of an import; their numbers are out of the way of those saved one by one. */
const IMPORTED = 400;
const IMPORT_FROM = 50_000_000;

/** Imports articles as the library page does. */
export async function importMany(): Promise<ImportResult> {
  const context = await importContext();
  const entries = await Promise.all(
    Array.from({ length: IMPORTED }, async (_, index) => {
      const article = generatedArticle(IMPORT_FROM + index, LENGTH);
      const addresses = addressesOf(article);
      const link = linkEntry(
        await articleId(addresses[0]),
        { ...article, addresses },
        context.now(),
      );
      return withText(link, { article, chosenAt: null }, addresses, context.now());
    }),
  );
  async function* rows(): AsyncGenerator<{ entry: Entry }> {
    for (const entry of entries) yield { entry };
  }
  const source = { total: IMPORTED, rows, picture: () => Promise.resolve(null) };
  return runImport(context, source, { bringBackDeleted: false });
}

/** Waits until the background has taken back what was cut off; answers rows left of the import, all of its rows at most. */
export async function importedRows(): Promise<{ here: number; all: number }> {
  const library = await openLibraryInPage();
  while ((await library.importJournal.count()) > 0) {
    await new Promise((later) => setTimeout(later, 50));
  }
  const addresses = Array.from(
    { length: IMPORTED },
    (_, index) => addressesOf(generatedArticle(IMPORT_FROM + index, LENGTH))[0],
  );
  const here = await library.items.where('addresses').anyOf(addresses).count();
  library.close();
  return { here, all: IMPORTED };
}

export interface Mirrored {
  /** Pieces its list names that cannot be decoded. */
  unreadable: number;
  /** Numbers of acknowledged articles it has otherwise than they were saved. */
  torn: number[];
  /** Numbers of acknowledged articles it does not have. */
  missing: number[];
}

/** What the second copy holds of what was acknowledged. */
export async function inspectMirror(acknowledged: readonly Acknowledged[]): Promise<Mirrored> {
  return navigator.locks.request(MIRROR_LOCK, async () => {
    const store = cacheStore(caches);
    const found = new Map<string, string>();
    let unreadable = 0;
    for await (const { lines } of readStored(store, await storedChunks(store))) {
      if (!lines) unreadable += 1;
      for (const [id, line] of lines ?? []) found.set(id, line);
    }
    const torn: number[] = [];
    const missing: number[] = [];
    for (const { id, number } of acknowledged) {
      const line = found.get(id);
      if (line === undefined) missing.push(number);
      else if (canonicalJson(articleIn(line)) !== canonicalJson(generatedArticle(number, LENGTH)))
        torn.push(number);
    }
    return { unreadable, torn, missing };
  });
}

function articleIn(line: string): unknown {
  const { text } = JSON.parse(line) as { text: { article: unknown } | null };
  return text?.article ?? null;
}

export interface Acknowledged {
  number: number;
  id: string;
}

export interface Found {
  /** Numbers of acknowledged articles that are not there. */
  lost: number[];
  /** Numbers of those that are not as they were saved. */
  torn: number[];
  /** Rows in all: an unacknowledged save may be there too. */
  rows: number;
  /** Rows without their text. */
  halves: number;
}

/** What the library holds of what was acknowledged, read from the database itself. */
export async function inspect(acknowledged: readonly Acknowledged[]): Promise<Found> {
  const library = await openLibraryInPage();
  try {
    const entries = await readEntries(
      library,
      acknowledged.map(({ id }) => id),
    );
    const lost: number[] = [];
    const torn: number[] = [];
    for (const [index, { number }] of acknowledged.entries()) {
      const entry = entries[index];
      const saved = generatedArticle(number, LENGTH);
      if (!entry) lost.push(number);
      else if (canonicalJson(entry.text?.article ?? null) !== canonicalJson(saved))
        torn.push(number);
    }
    // At one moment: an import that was cut off is being taken back meanwhile.
    const [rows, texted] = await library.transaction('r', library.items, library.texts, () =>
      Promise.all([
        library.items.toCollection().primaryKeys(),
        library.texts.toCollection().primaryKeys(),
      ]),
    );
    const texts = new Set(texted);
    return { lost, torn, rows: rows.length, halves: rows.filter((id) => !texts.has(id)).length };
  } finally {
    library.close();
  }
}
