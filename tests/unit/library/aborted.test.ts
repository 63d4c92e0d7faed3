import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WriteContext } from '../../../utils/library/commit.ts';
import { articleId } from '../../../utils/library/saving/identity.ts';
import { saveLink } from '../../../utils/library/saving/save-link.ts';
import { saveArticle } from '../../../utils/library/saving/save.ts';
import { deleteItem, restoreItem } from '../../../utils/library/trash.ts';
import { failAt, type Fault } from './faults.ts';
import { article, contents, emptyLibrary, NOW, otherArticle } from './samples.ts';

const ADDRESS = 'https://news.example/story-4821973';
const SHORT = 'https://news.example/a/4821973';
const longer = article({
  text: `${article().text}\nوتفتح كل يوم.`,
  url: SHORT,
  canonicalUrl: ADDRESS,
});

interface Case {
  name: string;
  before(context: WriteContext): Promise<unknown>;
  change(context: WriteContext): Promise<unknown>;
}

const CASES: Case[] = [
  {
    name: 'a first save',
    before: async () => {},
    change: (on) => saveArticle(article(), 'ask', on),
  },
  {
    name: 'an update',
    before: (on) => saveArticle(article(), 'ask', on),
    change: (on) => saveArticle(longer, 'ask', on),
  },
  {
    name: 'a merge of two rows',
    before: async (on) => {
      await saveArticle(article({ url: SHORT }), 'ask', on);
      await saveArticle(article(), 'ask', { ...on, now: NOW + 1 });
    },
    change: (on) => saveArticle(longer, 'ask', on),
  },
  {
    name: 'another article put in the place of one',
    before: (on) => saveArticle(article(), 'ask', on),
    change: (on) => saveArticle(otherArticle(), 'update', on),
  },
  {
    name: 'another article put beside one',
    before: (on) => saveArticle(article(), 'ask', on),
    change: (on) => saveArticle(otherArticle(), 'keep-both', on),
  },
  {
    name: 'a link completed',
    before: (on) => saveLink({ url: ADDRESS, title: 'رابط' }, on),
    change: (on) => saveArticle(article(), 'ask', on),
  },
  {
    name: 'a kept link',
    before: async () => {},
    change: (on) => saveLink({ url: ADDRESS, title: 'رابط' }, on),
  },
  {
    name: 'a deletion',
    before: (on) => saveArticle(article(), 'ask', on),
    change: async (on) => deleteItem(await articleId(ADDRESS), on),
  },
  {
    name: 'a return from the trash',
    before: async (on) => {
      await saveArticle(article(), 'ask', on);
      await deleteItem(await articleId(ADDRESS), on);
    },
    change: async (on) => restoreItem(await articleId(ADDRESS), on),
  },
];

describe.each(CASES)('$name, ended at each of its steps', ({ before, change }) => {
  let after: unknown;
  beforeEach(async () => {
    const { library, context } = await emptyLibrary();
    await before(context);
    await change({ ...context, now: NOW + 60_000 });
    after = await contents(library);
  });

  it.each<Fault>(['abort', 'quota'])(
    'leaves all as it was, and works when pressed again (%s)',
    async (fault) => {
      let steps = 0;
      for (let step = 1; ; step += 1) {
        const { library, context } = await emptyLibrary();
        await before(context);
        const old = await contents(library);
        const failed = failAt(step, fault);
        const outcome = await change({ ...context, now: NOW + 60_000 }).then(
          () => 'done',
          () => 'refused',
        );
        const ended = failed();
        vi.restoreAllMocks();
        expect(await contents(library), `step ${step}`).toEqual(ended ? old : after);
        expect(outcome, `step ${step}`).toBe(ended ? 'refused' : 'done');
        if (!ended) break;
        steps += 1;
        await change({ ...context, now: NOW + 60_000 });
        expect(await contents(library), `again after step ${step}`).toEqual(after);
      }
      expect(steps).toBeGreaterThan(1);
    },
  );
});
