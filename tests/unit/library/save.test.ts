import { beforeEach, describe, expect, it } from 'vitest';
import type { WriteContext } from '../../../utils/library/commit.ts';
import type { Library } from '../../../utils/library/database.ts';
import { articleId } from '../../../utils/library/saving/identity.ts';
import { openItem } from '../../../utils/library/open.ts';
import { saveLink } from '../../../utils/library/saving/save-link.ts';
import { saveArticle } from '../../../utils/library/saving/save.ts';
import { deleteItem } from '../../../utils/library/trash.ts';
import { article, emptyLibrary, NOW, otherArticle } from './samples.ts';

const ADDRESS = 'https://news.example/story-4821973';

let library: Library;
let context: WriteContext;
beforeEach(async () => {
  ({ library, context } = await emptyLibrary());
});
const later = (minutes: number): WriteContext => ({ ...context, now: NOW + minutes * 60_000 });

describe('saving an article', () => {
  it('adds it under the id of its address, whole', async () => {
    const saved = await saveArticle(article(), 'ask', context);
    expect(saved).toMatchObject({ kind: 'saved', item: { id: await articleId(ADDRESS) } });
    const opened = await openItem(library, await articleId(ADDRESS));
    expect(opened?.article).toEqual(article());
    expect(opened?.item).toMatchObject({ kind: 'article', addresses: [ADDRESS], savedAt: NOW });
  });

  it('updates it when pressed again, under any of its addresses', async () => {
    await saveArticle(article(), 'ask', context);
    const again = article({ url: 'http://m.news.example/story-4821973/?utm_source=x#top' });
    expect(await saveArticle(again, 'ask', later(1))).toMatchObject({
      kind: 'updated',
      item: { id: await articleId(ADDRESS), savedAt: NOW },
    });
    expect(await library.items.count()).toBe(1);
    expect(await library.texts.count()).toBe(1);
  });

  it('is one item though two saves run at once, with no lock between them', async () => {
    const saves = [article(), article({ byline: null }), article({ url: `${ADDRESS}?fbclid=1` })];
    await Promise.all(saves.map((one) => saveArticle(one, 'ask', context)));
    expect(await library.items.count()).toBe(1);
    expect(await library.texts.count()).toBe(1);
  });

  it('keeps the time of the last change when the text is the same', async () => {
    await saveArticle(article(), 'ask', context);
    const again = article({ extractedAt: '2026-11-24T19:00:00.000Z' });
    const saved = await saveArticle(again, 'ask', later(60));
    expect(saved).toMatchObject({ item: { updatedAt: NOW } });
    expect((await library.texts.toArray())[0]?.previous).toBeNull();
  });

  it('takes a corrected headline or a longer text, and keeps what it replaced', async () => {
    await saveArticle(article(), 'ask', context);
    const longer = article({ text: `${article().text}\nوتفتح كل يوم.`, title: 'مكتبة جديدة' });
    expect(await saveArticle(longer, 'ask', later(5))).toMatchObject({
      kind: 'updated',
      item: { title: 'مكتبة جديدة', updatedAt: NOW + 300_000 },
    });
    const [stored] = await library.texts.toArray();
    expect(stored?.article).toEqual(longer);
    expect(stored?.previous?.article).toEqual(article());
  });

  it('does not let part of a text replace the whole', async () => {
    await saveArticle(article(), 'ask', context);
    const walled = article({ text: article().text.split('\n')[0] ?? '', complete: false });
    expect(await saveArticle(walled, 'ask', later(5))).toMatchObject({
      kind: 'kept',
      item: { complete: true, updatedAt: NOW },
    });
    const selected = article({
      text: `${article().text}\n${'ا'.repeat(500)}`,
      fromSelection: true,
    });
    expect((await saveArticle(selected, 'ask', later(6))).kind).toBe('kept');
    expect((await library.texts.toArray())[0]?.article).toEqual(article());
  });

  it('keeps its id and first save when the clock went back', async () => {
    await saveArticle(article(), 'ask', context);
    const page = { canonicalUrl: ADDRESS, url: 'https://news.example/a/4821973' };
    const saved = await saveArticle(article(page), 'ask', later(-60));
    expect(saved).toMatchObject({ item: { id: await articleId(ADDRESS), savedAt: NOW } });
  });
});

describe('another article at the address', () => {
  beforeEach(async () => {
    await saveArticle(article(), 'ask', context);
  });

  it('asks, and writes nothing', async () => {
    const before = await library.texts.toArray();
    const asked = await saveArticle(otherArticle(), 'ask', later(1));
    expect(asked).toMatchObject({ kind: 'conflict', existing: { title: article().title } });
    expect(await library.texts.toArray()).toEqual(before);
  });

  it('stands beside the first when both are kept, once however often it is saved', async () => {
    await saveArticle(otherArticle(), 'keep-both', later(1));
    await saveArticle(otherArticle(), 'keep-both', later(2));
    await saveArticle(otherArticle({ byline: null }), 'ask', later(3));
    await saveArticle(article(), 'ask', later(4));
    const items = await library.items.toArray();
    expect(items.map((item) => item.title).toSorted()).toEqual(
      [article().title, otherArticle().title].toSorted(),
    );
  });

  it('replaces it when the reader says so, shorter or not, and keeps it behind', async () => {
    const saved = await saveArticle(otherArticle(), 'update', later(1));
    expect(saved).toMatchObject({ kind: 'updated', item: { title: otherArticle().title } });
    expect(await library.items.count()).toBe(1);
    expect((await library.texts.toArray())[0]?.previous?.article).toEqual(article());
  });

  it('goes on taking better texts of what the reader chose', async () => {
    await saveArticle(otherArticle(), 'update', later(1));
    const longer = otherArticle({ text: `${otherArticle().text}\nوزاد العرض.` });
    await saveArticle(longer, 'ask', later(2));
    expect((await library.texts.toArray())[0]?.article).toEqual(longer);
  });

  it('asks nothing about what lies in the trash, and leaves it there', async () => {
    const id = await articleId(ADDRESS);
    await deleteItem(id, later(1));
    const saved = await saveArticle(otherArticle(), 'ask', later(2));
    expect(saved.kind).toBe('saved');
    expect(await library.items.get(id)).toMatchObject({ title: article().title });
    expect(await library.items.count()).toBe(2);
  });
});

describe('links, trash and rows found to be one', () => {
  it('completes a kept link', async () => {
    const link = await saveLink({ url: `${ADDRESS}?utm_source=feed`, title: 'اقرأ' }, context);
    expect(link).toMatchObject({
      kind: 'saved',
      item: { kind: 'link', title: 'اقرأ', dir: 'rtl' },
    });
    const saved = await saveArticle(article(), 'ask', later(1));
    expect(saved).toMatchObject({
      kind: 'updated',
      item: { kind: 'article', title: article().title, savedAt: NOW },
    });
    expect(await library.items.count()).toBe(1);
  });

  it('leaves an article as it is when its link is kept', async () => {
    await saveArticle(article(), 'ask', context);
    const saved = await saveLink({ url: ADDRESS, title: 'رابط' }, later(1));
    expect(saved).toMatchObject({ kind: 'updated', item: { title: article().title } });
    expect((await openItem(library, await articleId(ADDRESS)))?.article).toEqual(article());
  });

  it('brings the same article back from the trash', async () => {
    const { item } = (await saveArticle(article(), 'ask', context)) as { item: { id: string } };
    await deleteItem(item.id, later(1));
    const saved = await saveArticle(article(), 'ask', later(2));
    expect(saved).toMatchObject({ kind: 'updated', item: { id: item.id, deletedAt: null } });
  });

  it('brings a deletion back even when it was stamped by a clock ahead of ours', async () => {
    const { item } = (await saveArticle(article(), 'ask', context)) as { item: { id: string } };
    await deleteItem(item.id, later(1_000_000));
    const deleted = (await library.items.get(item.id))?.stamps.deletedAt ?? '';
    await saveArticle(article(), 'ask', later(2));
    const back = await library.items.get(item.id);
    expect(back?.deletedAt).toBeNull();
    expect((back?.stamps.deletedAt ?? '') > deleted).toBe(true);
  });

  it('merges two rows whose addresses turn out to be one article', async () => {
    const short = 'https://news.example/a/4821973';
    await saveArticle(article({ url: short }), 'ask', context);
    await saveArticle(article(), 'ask', later(1));
    expect(await library.items.count()).toBe(2);
    await saveArticle(article({ url: short, canonicalUrl: ADDRESS }), 'ask', later(2));
    const [item, ...rest] = await library.items.toArray();
    expect(rest).toEqual([]);
    expect(item).toMatchObject({
      id: await articleId(short),
      aliases: [await articleId(ADDRESS)],
      addresses: [short, ADDRESS],
    });
    expect(await library.texts.count()).toBe(1);
    expect((await openItem(library, await articleId(ADDRESS)))?.item.id).toBe(item?.id);
  });

  it('never merges two rows that hold different articles', async () => {
    const short = 'https://news.example/a/4821973';
    await saveArticle(otherArticle({ url: short }), 'ask', context);
    await saveArticle(article(), 'ask', later(1));
    await saveArticle(article({ url: short, canonicalUrl: ADDRESS }), 'ask', later(2));
    expect(await library.items.count()).toBe(2);
  });

  it('drops the record of a purge when the article is saved again', async () => {
    await library.purged.put({ id: await articleId(ADDRESS), purgedAt: NOW });
    expect((await saveArticle(article(), 'ask', later(3))).kind).toBe('saved');
    expect(await library.purged.count()).toBe(0);
  });
});
