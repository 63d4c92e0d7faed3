// @vitest-environment node
import { expect, it, vi } from 'vitest';
import * as folding from '../../../../utils/arabic/fold.ts';
import type { Library } from '../../../../utils/library/database.ts';
import { linkEntry, withText } from '../../../../utils/library/entry.ts';
import { addressesOf, articleId } from '../../../../utils/library/saving/identity.ts';
import { runImport } from '../../../../utils/library/import/run.ts';
import type { ImportRow } from '../../../../utils/library/import/source.ts';
import { article, emptyLibrary, NOW } from '../samples.ts';
import { importContext, sourceOf } from './sources.ts';

vi.mock('../../../../utils/arabic/fold.ts', { spy: true });
// Much is done in each: a guard against hanging, not a bar.
vi.setConfig({ testTimeout: 120_000 });

const ADDRESSES = addressesOf({ url: 'https://news.example/app-1000000', canonicalUrl: null });

/** Article number `n` of an address that shows another one every day, as a foreign file has it. */
async function rowOf(n: number, more = ''): Promise<ImportRow> {
  const lines = Array.from({ length: 10 }, (_, k) => `سطر ${k} من المقال ${n} وحده ${n * 7 + k}`);
  const read = article({
    url: ADDRESSES[0],
    title: `عنوان ${n}${more}`,
    text: [...lines, more].join('\n'),
  });
  const id = await articleId(ADDRESSES[0]);
  const link = linkEntry(id, { ...read, addresses: ADDRESSES }, NOW - 1000);
  return {
    entry: withText(link, { article: read, chosenAt: null }, ADDRESSES, NOW - 1000),
  };
}

const rowsOf = (count: number, more?: string): Promise<ImportRow[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => rowOf(n, more)));

async function counted(library: Library, rows: ImportRow[]): Promise<[number, number, number]> {
  const result = await runImport(importContext(library), sourceOf(rows), {
    bringBackDeleted: false,
  });
  if (result.kind !== 'done') throw result;
  const { known, improved } = result.counts;
  return [result.counts.new, known, improved];
}

it('takes as long for each row however many articles stand at one address', async () => {
  const { library } = await emptyLibrary();
  const rows = await rowsOf(300);
  const texts = vi.spyOn(library.texts, 'bulkGet');
  const { fold } = vi.mocked(folding);
  fold.mockClear();
  expect(await counted(library, rows)).toEqual([300, 0, 0]);
  expect(fold.mock.calls.length / rows.length).toBeLessThan(200);
  const read = texts.mock.calls.reduce((sum, [ids]) => sum + ids.length, 0);
  expect(read / rows.length).toBeLessThan(20);
});

it('adds nothing the second time, and knows the articles of few by their text', async () => {
  const { library } = await emptyLibrary();
  expect(await counted(library, await rowsOf(20))).toEqual([20, 0, 0]);
  expect(await counted(library, await rowsOf(20, ' مصحح'))).toEqual([0, 0, 20]);
  expect(await counted(library, await rowsOf(120))).toEqual([100, 20, 0]);
  expect(await counted(library, await rowsOf(120))).toEqual([0, 120, 0]);
});
