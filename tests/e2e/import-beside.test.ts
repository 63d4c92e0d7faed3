import { expect, test } from 'vitest';
import type { Article } from '../../utils/article/article.ts';
import type { Item, StoredText } from '../../utils/library/item.ts';
import type { ItemPage } from '../../utils/library/list.ts';
import type { SaveOutcome } from '../../utils/library/requests.ts';
import type { View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { inBothBrowsers, startBrowser } from './support/browsers.ts';
import { openLine } from './support/exchange-page.ts';
import { chooseLargeFile, importedAddress } from './support/large-import.ts';
import { readStraight, type RawTables } from './support/raw-library.ts';
import { seed, storyOf, tell } from './support/seed-library.ts';

const ROWS = 4_000;
const SAVES = 8;
/** Milliseconds: a save that waits this long hangs. What one may take is measured by `bench:backup`. */
const HANGS = 10_000;

inBothBrowsers('saving beside an import', (name) => {
  test('of a large and hostile file: saves are acknowledged meanwhile, and survive its cancel', async () => {
    const browser = await startBrowser(name, { network: 'cut' });
    const other = await browser.openExtensionPage('reader.html');
    await seed(other, [storyOf(0), storyOf(1), storyOf(2)]);
    const reader = await browser.openExtensionPage('reader.html');
    await until('the rows', async () => (await reader.count('library-item')) === 3);
    const before = await readStraight(reader);

    await openLine(reader, 'import');
    await chooseLargeFile(reader, ROWS);
    await reader.waitFor('import-preview', { timeout: 120_000 });
    expect(digits(await reader.text('import-count-new'))).toBe(ROWS);
    // Of a row that comes twice nothing more is told; the others are each counted out.
    expect(digits(await reader.text('import-count-faulty'))).toBe(4);
    await reader.click('dialog-confirm');
    await reader.waitFor('stage-working');
    await until('rows to be taken in', async () => (await total(other)) > 3 + 50);

    const given = Array.from({ length: SAVES }, (_, n) => savedMeanwhile(n));
    const saved: Saved[] = [];
    for (const article of given) saved.push(await save(other, article));
    expect(await reader.count('stage-working')).toBe(1);
    await reader.click('exchange-cancel');
    await reader.waitFor('import-cancelled', { timeout: 120_000 });

    const waits = saved.map(({ wait }) => Math.round(wait));
    console.info(
      `${name}, ${SAVES} saves beside an import, acknowledged after ${waits.join(', ')} ms`,
    );
    expect(Math.max(...waits)).toBeLessThan(HANGS);
    const after = await readStraight(reader);
    const ids = saved.map(({ id }) => id);
    expect(new Set(ids).size).toBe(SAVES);
    expect(without(after, ids)).toEqual(before);
    const texts = new Map((after['texts'] as StoredText[]).map((text) => [text.id, text]));
    expect(ids.map((id) => texts.get(id)?.article.text)).toEqual(given.map(({ text }) => text));
    const items = new Set((after['items'] as Item[]).map(({ id }) => id));
    expect(ids.filter((id) => !items.has(id))).toEqual([]);
    expect(await total(other)).toBe(3 + SAVES);
    await reader.click('dialog-cancel');
    await until('the rows', async () => (await reader.count('library-item')) === 3 + SAVES);
  }, 300_000);
});

/** Every other one is of an article that the import has brought already. */
function savedMeanwhile(n: number): Article {
  const story = storyOf(100 + n, 12);
  return n % 2 === 0 ? story : { ...story, url: importedAddress(n) };
}

interface Saved {
  id: string;
  /** Milliseconds from asking to the answer. */
  wait: number;
}

async function save(view: View, article: Article): Promise<Saved> {
  const { outcome, wait } = await view.evaluate(
    async (data) => {
      const message = { id: Math.random(), type: 'saveArticle', data, timestamp: Date.now() };
      const asked = performance.now();
      const { res } = await chrome.runtime.sendMessage<object, { res?: SaveOutcome }>(message);
      return { outcome: res, wait: performance.now() - asked };
    },
    { article, tabId: null, onConflict: 'update' },
  );
  if (!outcome || !('item' in outcome)) throw new Error(`Not saved: ${JSON.stringify(outcome)}`);
  return { id: outcome.item.id, wait };
}

async function total(view: View): Promise<number> {
  const all = { shelf: 'kept', order: 'saved', ascending: false, tag: null, site: null, only: [] };
  return (await tell<ItemPage>(view, 'listItems', { ...all, offset: 0, limit: 1 })).total ?? -1;
}

/** The tables without the rows of these ids. */
function without(tables: RawTables, ids: string[]): RawTables {
  const isOther = (row: unknown): boolean =>
    typeof row !== 'object' || row === null || !('id' in row) || !ids.includes(String(row.id));
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [table, rows.filter(isOther)]),
  );
}

/** The number in a line of words, its digits those of Latin letters. */
function digits(line: string): number {
  return Number(line.replace(/\D/gu, ''));
}
