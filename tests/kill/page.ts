import { canonicalJson } from '../../utils/library/canonical-json.ts';
import { openLibrary } from '../../utils/library/database.ts';
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
  const library = await openLibrary();
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
    const rows = await library.items.toCollection().primaryKeys();
    const texts = new Set(await library.texts.toCollection().primaryKeys());
    return { lost, torn, rows: rows.length, halves: rows.filter((id) => !texts.has(id)).length };
  } finally {
    library.close();
  }
}
