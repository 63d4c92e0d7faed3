import { expect, it } from 'vitest';
import type { LibraryFile } from '../../../../utils/exchange/library-format.ts';
import { exportJson } from '../../../../utils/exchange/out/json.ts';
import { collect } from '../collect.ts';
import { each, edit, exported, HARD, NOT_XML, NOW } from './samples.ts';

async function written(...articles: ReturnType<typeof exported>[]): Promise<string> {
  const out = collect();
  await exportJson(each(...articles), out.write, { now: NOW });
  return out.text();
}

it('writes what the library holds but pictures, and says what it is', async () => {
  const one = exported({
    article: { title: HARD, html: `<p>${NOT_XML}</p>` },
    edits: [edit('note', { value: HARD, stamp: '0000000000aa-0000-00000000' })],
  });
  const file = JSON.parse(await written(one, exported({ article: null }))) as LibraryFile;
  const { sort, thumbnail, ...item } = one.item;
  expect(sort).toBeDefined();
  expect(thumbnail).toBeNull();
  expect(file).toMatchObject({
    format: 'warraq-library',
    version: 1,
    exportedAt: '2026-11-24T18:00:00.000Z',
  });
  expect(file.articles[0]).toEqual({
    item,
    text: one.text,
    edits: one.edits,
    pictures: [],
  });
  expect(file.articles[1]?.text).toBeNull();
});

it('does not tell which device set what', async () => {
  const stamp = '0000000000aa-0000-c0ffee11';
  const text = await written(exported({ edits: [edit('note', { value: 'س', stamp })] }));
  expect(text).toContain('"0000000000aa-0000-00000000"');
  expect(text).not.toContain('c0ffee11');
});

it('is a whole file without any article, and has a line for each', async () => {
  expect((JSON.parse(await written()) as LibraryFile).articles).toEqual([]);
  const lines = (await written(exported(), exported())).split('\n');
  expect(lines.slice(1, 3).map((line) => JSON.parse(line.replace(/,$/u, '')))).toHaveLength(2);
});

it('writes piece by piece, tells how far it is, and stops when told to', async () => {
  const sizes: number[] = [];
  const stop = new AbortController();
  const seen: number[] = [];
  const long = exported({ article: { html: '<p>نص</p>'.repeat(10_000) } });
  const work = exportJson(
    each(long, long, long, long),
    (chunk) => {
      sizes.push(chunk.byteLength);
      return Promise.resolve();
    },
    {
      now: NOW,
      signal: stop.signal,
      onProgress(done) {
        seen.push(done);
        if (done === 2) stop.abort(new Error('stopped'));
      },
    },
  );
  await expect(work).rejects.toThrow('stopped');
  expect(seen).toEqual([1, 2]);
  expect(sizes).toHaveLength(2);
});
