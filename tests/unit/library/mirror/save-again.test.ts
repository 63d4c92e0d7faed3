// @vitest-environment node
import { locks } from 'node:worker_threads';
import { beforeEach, describe, expect, it } from 'vitest';
import { newIntent, readCommitted, type Work } from '../../../../utils/library/saving/intents.ts';
import { readNotice } from '../../../../utils/library/mirror/notice.ts';
import { saveAgain } from '../../../../utils/library/mirror/save-again.ts';
import { openItem } from '../../../../utils/library/open.ts';
import { perform, underWay } from '../../../../utils/library/saving/saving.ts';
import { deleteItem } from '../../../../utils/library/trash.ts';
import { article, NOW, otherArticle } from '../samples.ts';
import {
  follow,
  loseDatabase,
  purge,
  reopen,
  savedPage,
  setting,
  sentence,
  type Setting,
} from './support.ts';

let on: Setting;
beforeEach(async () => {
  on = await setting();
});

/** Saves as the background does, note and mark and all. Answers the item's id. */
async function save(work: Work, at = NOW): Promise<string> {
  const around = {
    openLibrary: () => Promise.resolve(on.library),
    store: on.local,
    locks: locks as unknown as LockManager,
    now: () => at,
    committed: () => undefined,
  };
  const intent = { ...newIntent(work.kind === 'link' ? work : work.article, work), at, work };
  const outcome = await underWay(around, intent, () => perform(around, intent, true));
  if (!('item' in outcome)) throw new Error(outcome.kind);
  return outcome.item.id;
}

function page(n: number, version = 0): Work {
  return { kind: 'article', article: savedPage(n, version), onConflict: 'ask' };
}

async function lost(): Promise<void> {
  await loseDatabase(on);
  await reopen(on);
}

describe('a save the database was lost behind', () => {
  it('comes back from its note where the second copy had not followed', async () => {
    const first = await save(page(1));
    await follow(on);
    const second = await save(page(2));
    const link = await save({ kind: 'link', url: 'https://news.example/l-1', title: 'رابط' });
    await lost();
    expect(await readNotice(on.local)).toEqual({ restored: 3, unreadable: 0 });
    expect((await openItem(on.library, first))?.article?.text).toBe(sentence(1));
    expect((await openItem(on.library, second))?.article?.text).toBe(sentence(2));
    expect((await openItem(on.library, link))?.item.title).toBe('رابط');
  });

  it('comes back where there never was a second copy', async () => {
    const id = await save(page(1));
    await lost();
    expect((await openItem(on.library, id))?.article?.text).toBe(sentence(1));
    expect(await readNotice(on.local)).toEqual({ restored: 1, unreadable: 0 });
  });

  it('comes back with the longer text it had been given, and as one item', async () => {
    const id = await save(page(1));
    await follow(on);
    await save(page(1, 4));
    await lost();
    expect(await on.library.items.count()).toBe(1);
    expect((await openItem(on.library, id))?.article?.text).toBe(savedPage(1, 4).text);
  });

  it('comes back beside what it was kept beside, and in place of what it was to replace', async () => {
    await save({ kind: 'article', article: article(), onConflict: 'ask' });
    await save({ kind: 'article', article: otherArticle(), onConflict: 'keep-both' });
    await lost();
    expect(await on.library.items.count()).toBe(2);

    on = await setting();
    const id = await save({ kind: 'article', article: article(), onConflict: 'ask' });
    await save({ kind: 'article', article: otherArticle(), onConflict: 'update' });
    await lost();
    expect(await on.library.items.count()).toBe(1);
    expect((await openItem(on.library, id))?.article?.title).toBe(otherArticle().title);
  });

  it('stays deleted or purged where the second copy knows that it was', async () => {
    const deleted = await save(page(1), NOW - 10);
    const purged = await save(page(2), NOW - 10);
    await deleteItem(deleted, on.context);
    await purge(on, purged);
    await follow(on);
    await lost();
    expect((await on.library.items.get(deleted))?.deletedAt).toBe(NOW);
    expect(await on.library.items.get(purged)).toBeUndefined();
  });

  it('comes back out of the trash where it was saved after it had been deleted', async () => {
    const id = await save(page(1), NOW - 20);
    await deleteItem(id, on.context);
    await follow(on);
    await save(page(1), NOW + 10);
    await lost();
    expect((await on.library.items.get(id))?.deletedAt).toBeNull();
  });

  it('is saved once, however often that is tried', async () => {
    await save(page(1));
    await lost();
    expect(await saveAgain(on.library, on.local, NOW)).toBe(0);
    expect(await on.library.items.count()).toBe(1);
    expect(await readCommitted(on.local)).toHaveLength(1);
  });

  it('is left out where its note is damaged, and keeps nothing else from coming', async () => {
    await save(page(1));
    on.kept['intent:x'] = { url: 3, work: { kind: 'article', article: { title: [] } } };
    on.kept['committed:x'] = 'no item';
    await save(page(2));
    await lost();
    expect(await on.library.items.count()).toBe(2);
  });
});
