import { expect, it } from 'vitest';
import { followIndex } from '../../../utils/library/search/follow.ts';
import { readHead } from '../../../utils/library/search/stored.ts';
import { saveArticle } from '../../../utils/library/saving/save.ts';
import { trimChanges } from '../../../utils/library/trim-changes.ts';
import { article, emptyLibrary, NOW } from './samples.ts';

async function withChanges() {
  const { library, context } = await emptyLibrary();
  for (let turn = 0; turn < 5; turn += 1) {
    const text = `${article().text}\n${'مزيد. '.repeat(turn)}`;
    await saveArticle(article({ text }), 'ask', { ...context, now: NOW + turn });
  }
  const seqs = async (): Promise<number[]> =>
    (await library.changes.toArray()).map(({ seq }) => seq);
  return { library, seqs, all: await seqs() };
}

it('keeps what either has still to follow, and the last of what both have', async () => {
  const { library, seqs, all } = await withChanges();
  expect(all).toHaveLength(5);
  await trimChanges(library, all[2] ?? 0);
  expect(await seqs(), 'not indexed').toEqual(all);
  await followIndex(library);
  expect((await readHead(library))?.cursor).toBe(all.at(-1));
  await trimChanges(library, null);
  expect(await seqs(), 'not mirrored').toEqual(all);
  await trimChanges(library, all[2] ?? 0);
  expect(await seqs()).toEqual(all.slice(2));
  await trimChanges(library, all.at(-1) ?? 0);
  expect(await seqs()).toEqual(all.slice(-1));
});

it('touches nothing while an import may be taken back', async () => {
  const { library, seqs, all } = await withChanges();
  await followIndex(library);
  await library.importJournal.add({ run: 'r', ids: [], entries: [] } as never);
  await trimChanges(library, all.at(-1) ?? 0);
  expect(await seqs()).toEqual(all);
});
