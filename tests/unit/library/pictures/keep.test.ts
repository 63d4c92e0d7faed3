// @vitest-environment node
import { expect, test } from 'vitest';
import type { WriteContext } from '../../../../utils/library/commit.ts';
import type { Library } from '../../../../utils/library/database.ts';
import { openItem } from '../../../../utils/library/open.ts';
import { smallCopyOf } from '../../../../utils/library/pictures/addresses.ts';
import type { Collected } from '../../../../utils/library/pictures/collect.ts';
import { keepPictures } from '../../../../utils/library/pictures/keep.ts';
import { purgeItems } from '../../../../utils/library/purge.ts';
import { saveArticle } from '../../../../utils/library/saving/save.ts';
import { deleteItem } from '../../../../utils/library/trash.ts';
import { article, contents, emptyLibrary, otherArticle } from '../samples.ts';

const LEAD = 'https://news.example/lead.jpg';
const SECOND = 'https://news.example/second.jpg?w=1&h=2';
const pictured = article({
  leadImage: { src: LEAD, alt: '', caption: null, credit: null },
  html: `<p>فتحت المكتبة أبوابها.</p><img src="${SECOND.replace('&', '&amp;')}" alt="">`,
});

function collected(address: string, content: string, changes: Partial<Collected> = {}): Collected {
  const bytes = new TextEncoder().encode(content);
  return { address, bytes, type: 'image/webp', width: 640, height: 400, ...changes };
}

async function saved(
  context: WriteContext,
  what = pictured,
): Promise<{ id: string; library: Library }> {
  const outcome = await saveArticle(what, 'ask', context);
  if (!('item' in outcome)) throw new Error('not saved');
  return { id: outcome.item.id, library: context.library };
}

test('pictures are kept with their bytes, told of once, and the lead’s small copy stands for it in lists', async () => {
  const { context } = await emptyLibrary();
  const { id, library } = await saved(context);
  const before = await library.changes.count();
  const all = [
    collected(SECOND, 'second'),
    collected(LEAD, 'lead'),
    collected(smallCopyOf(LEAD), 'small', { width: 256, height: 144 }),
  ];
  const item = await keepPictures(id, all, context);
  const opened = await openItem(library, id);
  expect(opened?.pictures.map(({ address, size }) => [address, size])).toEqual([
    [LEAD, 4],
    [SECOND, 6],
    [smallCopyOf(LEAD), 5],
  ]);
  const small = await library.bytes.get(item?.thumbnail ?? '');
  expect(new TextDecoder().decode(small?.bytes)).toBe('small');
  expect(await library.bytes.count()).toBe(3);
  expect(await library.changes.count()).toBe(before + 1);
  expect(await library.items.get(id)).toEqual(item);
});

test('without a small copy the picture itself stands for it, the first of the text without a lead', async () => {
  const { context } = await emptyLibrary();
  const { id, library } = await saved(context);
  const item = await keepPictures(id, [collected(SECOND, 'second')], context);
  const [picture] = (await openItem(library, id))?.pictures ?? [];
  expect(item?.thumbnail).toBe(picture?.hash);
});

test('the same bytes are stored once, and stay while anybody needs them', async () => {
  const { context } = await emptyLibrary();
  const { id, library } = await saved(context);
  const other = otherArticle({ url: 'https://news.example/wheat-5550123', html: pictured.html });
  const { id: second } = await saved(context, other);
  await keepPictures(id, [collected(LEAD, 'same'), collected(SECOND, 'same')], context);
  await keepPictures(second, [collected(SECOND, 'same')], context);
  expect(await library.bytes.count()).toBe(1);
  await deleteItem(id, context);
  await purgeItems([id], context);
  expect(await library.bytes.count()).toBe(1);
  await deleteItem(second, context);
  await purgeItems([second], context);
  expect(await library.bytes.count()).toBe(0);
});

test('again nothing is written', async () => {
  const { context } = await emptyLibrary();
  const { id, library } = await saved(context);
  await keepPictures(id, [collected(LEAD, 'lead')], context);
  const before = [await contents(library), await library.changes.count()];
  expect(await keepPictures(id, [collected(LEAD, 'lead')], context)).toBeNull();
  expect([await contents(library), await library.changes.count()]).toEqual(before);
});

test('nothing is kept of what was deleted, purged or never there', async () => {
  const { context } = await emptyLibrary();
  const { id, library } = await saved(context);
  await deleteItem(id, context);
  expect(await keepPictures(id, [collected(LEAD, 'lead')], context)).toBeNull();
  await purgeItems([id], context);
  expect(await keepPictures(id, [collected(LEAD, 'lead')], context)).toBeNull();
  expect(await library.bytes.count()).toBe(0);
  expect(await library.items.count()).toBe(0);
});

test('what the article does not show is not kept, and goes once no text of it does', async () => {
  const { context } = await emptyLibrary();
  const { id, library } = await saved(context);
  await keepPictures(id, [collected(LEAD, 'lead'), collected('https://x.example/z', 'z')], context);
  expect(await library.bytes.count()).toBe(1);
  const text = pictured.text;
  await saveArticle(article({ text: `${text} وزيادة.` }), 'ask', context);
  await saveArticle(article({ text: `${text} وزيادة أطول.` }), 'ask', context);
  const [third] = await library.items.toArray();
  await keepPictures(third?.id ?? '', [], context);
  expect(await library.bytes.count()).toBe(0);
});

test('an error leaves all as it was', async () => {
  const { context } = await emptyLibrary();
  const { id, library } = await saved(context);
  const before = await contents(library);
  library.changes.hook('creating', () => {
    throw new Error('full');
  });
  await expect(keepPictures(id, [collected(LEAD, 'lead')], context)).rejects.toThrow('full');
  expect(await contents(library)).toEqual(before);
});
