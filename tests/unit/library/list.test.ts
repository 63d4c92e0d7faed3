import { beforeEach, describe, expect, it } from 'vitest';
import type { WriteContext } from '../../../utils/library/commit.ts';
import type { Library } from '../../../utils/library/database.ts';
import { listItems } from '../../../utils/library/list.ts';
import { listSites } from '../../../utils/library/sites.ts';
import { findSaved, openItem } from '../../../utils/library/open.ts';
import { saveLink } from '../../../utils/library/saving/save-link.ts';
import { saveArticle } from '../../../utils/library/saving/save.ts';
import { deleteItem, restoreItem } from '../../../utils/library/trash.ts';
import { article, emptyLibrary, NOW, otherArticle, query } from './samples.ts';

let library: Library;
let context: WriteContext;
beforeEach(async () => {
  ({ library, context } = await emptyLibrary());
});

async function keep(name: string, at: number): Promise<string> {
  const saved = await saveLink(
    { url: `https://n.example/${name}`, title: name },
    { ...context, now: at },
  );
  if (saved.kind === 'conflict') throw new Error('a link never conflicts');
  return saved.item.id;
}

describe('the list', () => {
  it('is newest first, without the trash, and counts what is left', async () => {
    await keep('a', 1);
    const b = await keep('b', 2);
    await keep('c', 3);
    await deleteItem(b, context);
    const page = await listItems(library, query());
    expect(page.items.map(({ title }) => title)).toEqual(['c', 'a']);
    expect(page.total).toBe(2);
    await restoreItem(b, context);
    expect((await listItems(library, query())).total).toBe(3);
  });

  it('goes on where a page ended, missing none and doubling none', async () => {
    for (const [index, at] of [1, 2, 2, 2, 3, 4, 4].entries()) await keep(`n${index}`, at);
    for (const limit of [1, 2, 3, 4, 7, 100]) {
      const seen: string[] = [];
      for (;;) {
        const { items } = await listItems(library, query({ offset: seen.length, limit }));
        if (items.length === 0) break;
        seen.push(...items.map(({ id }) => id));
      }
      expect(new Set(seen).size, `limit ${limit}`).toBe(7);
      expect(seen, `limit ${limit}`).toHaveLength(7);
    }
  });

  it.each([Number.NaN, -5, 0, 0.5])('takes a limit of %d for one', async (limit) => {
    await keep('a', 1);
    await keep('b', 2);
    expect((await listItems(library, query({ limit }))).items).toHaveLength(1);
  });
});

describe('sites', () => {
  it('are each named once, as one of its rows spells it, links by their host', async () => {
    for (const [at, siteName] of ['صحيفة الأولى', 'صحيفه الاولى', 'أخرى', null].entries()) {
      const page = article({ url: `https://n${at}.example/story-${at}-4821973`, siteName });
      await saveArticle(page, 'ask', { ...context, now: NOW + at });
    }
    await keep('a', 1);
    const sites = await listSites(library);
    expect(sites).toHaveLength(4);
    expect(sites).toContain('أخرى');
    expect(sites).toContain('n3.example');
    expect(sites).toContain('n.example');
    for (const site of sites) {
      expect((await listItems(library, query({ site }))).items).not.toEqual([]);
    }
  });
});

describe('finding and opening', () => {
  it('finds by any address, and not what was deleted', async () => {
    const saved = await saveArticle(article(), 'ask', context);
    const page = article({ url: 'https://m.news.example/story-4821973?fbclid=1' });
    const found = await findSaved(library, page);
    expect(found).toMatchObject({ title: article().title });
    await deleteItem(found?.id ?? '', context);
    expect(await findSaved(library, page)).toBeNull();
    expect(saved.kind).toBe('saved');
  });

  it('does not find another article at the address', async () => {
    await saveArticle(article(), 'ask', context);
    expect(await findSaved(library, otherArticle())).toBeNull();
  });

  it('finds the one that was read where both are kept', async () => {
    await saveArticle(article(), 'ask', context);
    await saveArticle(otherArticle(), 'keep-both', { ...context, now: NOW + 1 });
    for (const read of [article({ byline: null }), otherArticle()]) {
      expect(await findSaved(library, read)).toMatchObject({ title: read.title });
    }
  });

  it('does not take a few lines selected for the article, but all of them', async () => {
    await saveArticle(article(), 'ask', context);
    const [line = ''] = article().text.split('\n');
    expect(await findSaved(library, article({ text: line, fromSelection: true }))).toBeNull();
    expect(await findSaved(library, article({ fromSelection: true }))).not.toBeNull();
  });

  it('finds the link kept to an article whatever it says', async () => {
    await saveLink({ url: article().url, title: 'رابط' }, context);
    expect(await findSaved(library, article())).toMatchObject({ kind: 'link' });
  });

  it('opens from the trash, so that a deleted article can be looked at', async () => {
    const saved = await saveArticle(otherArticle(), 'ask', context);
    const id = saved.kind === 'saved' ? saved.item.id : '';
    await deleteItem(id, context);
    expect((await openItem(library, id))?.article).toEqual(otherArticle());
  });

  it('answers null for an id nobody has, and deleting it does nothing', async () => {
    expect(await openItem(library, 'none')).toBeNull();
    expect(await deleteItem('none', context)).toBeNull();
  });

  it('opens a link without a text', async () => {
    expect(await openItem(library, await keep('a', NOW))).toMatchObject({
      article: null,
      item: { kind: 'link' },
    });
  });

  it('keeps the first time of deletion when asked twice', async () => {
    const id = await keep('a', 1);
    await deleteItem(id, { ...context, now: 10 });
    await deleteItem(id, { ...context, now: 20 });
    expect((await library.items.get(id))?.deletedAt).toBe(10);
  });
});
