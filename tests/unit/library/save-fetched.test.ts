// @vitest-environment node
import { expect, test } from 'vitest';
import type { WriteContext } from '../../../utils/library/commit.ts';
import { openItem } from '../../../utils/library/open.ts';
import { saveArticle } from '../../../utils/library/saving/save.ts';
import { saveFetched } from '../../../utils/library/saving/save-fetched.ts';
import { saveLink } from '../../../utils/library/saving/save-link.ts';
import { deleteItem } from '../../../utils/library/trash.ts';
import { article, contents, emptyLibrary, otherArticle } from './samples.ts';

const SHORT = 'https://short.example/s/81';

async function keptLink(context: WriteContext, url = SHORT): Promise<string> {
  const outcome = await saveLink({ url, title: 'رابط' }, context);
  if (!('item' in outcome)) throw new Error('not kept');
  return outcome.item.id;
}

test('a fetched text completes its link, though it came from another address, and is marked', async () => {
  const { library, context } = await emptyLibrary();
  const id = await keptLink(context);
  const outcome = await saveFetched(id, article(), context);
  expect(outcome).toMatchObject({ kind: 'updated', item: { id, complete: false } });
  const opened = await openItem(library, id);
  expect(opened?.article?.incompleteReason).toBe('fetched');
  expect(opened?.item.addresses).toEqual([
    'https://news.example/story-4821973',
    'https://short.example/s/81',
  ]);
  expect(await library.items.where('sort.partial').equals(1).count()).toBe(1);
});

test('a press on its page improves it, also by a shorter text', async () => {
  const { library, context } = await emptyLibrary();
  const id = await keptLink(context);
  await saveFetched(id, article({ text: `${article().text}\nاقرأ أيضا` }), context);
  await saveArticle(article(), 'ask', context);
  const opened = await openItem(library, id);
  expect(opened?.item.complete).toBe(true);
  expect(opened?.article?.text).toBe(article().text);
});

test('what the page holds back from a press is more than a fetched copy', async () => {
  const { library, context } = await emptyLibrary();
  const id = await keptLink(context, article().url);
  const wall = article({ complete: false, incompleteReason: 'wall' });
  await saveArticle(wall, 'ask', context);
  await saveFetched(id, article({ text: `${article().text}\nزيادة` }), context);
  expect((await openItem(library, id))?.article?.incompleteReason).toBe('wall');
});

test('where its address is an article saved already, the two are one', async () => {
  const { library, context } = await emptyLibrary();
  await saveArticle(article(), 'ask', context);
  const id = await keptLink(context);
  await saveFetched(id, article(), context);
  const items = await library.items.toArray();
  expect(items.map(({ kind, complete }) => [kind, complete])).toEqual([['article', true]]);
});

test('another article at its address stays as it is', async () => {
  const { library, context } = await emptyLibrary();
  await saveArticle(otherArticle(), 'ask', context);
  const id = await keptLink(context);
  await saveFetched(id, article(), context);
  const titles = (await library.items.toArray()).map(({ title }) => title);
  expect(titles.toSorted()).toEqual([article().title, otherArticle().title].toSorted());
});

test('nothing comes back that was deleted meanwhile', async () => {
  const { library, context } = await emptyLibrary();
  const id = await keptLink(context);
  await deleteItem(id, context);
  const before = await contents(library);
  expect(await saveFetched(id, article(), context)).toEqual({ kind: 'gone' });
  expect(await saveFetched('0'.repeat(32), article(), context)).toEqual({ kind: 'gone' });
  expect(await contents(library)).toEqual(before);
});
