import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LibraryError, saveFailure } from '../../../utils/library/errors.ts';
import { articleId } from '../../../utils/library/saving/identity.ts';
import {
  newIntent,
  readCommitted,
  readIntents,
  removeIntents,
  writeIntent,
  type Intent,
} from '../../../utils/library/saving/intents.ts';
import { finishSaves, perform, underWay, write } from '../../../utils/library/saving/saving.ts';
import { failAt } from './faults.ts';
import { article, contents, otherArticle } from './samples.ts';
import { testSurroundings, type TestSurroundings } from './stores.ts';

const ID = await articleId('https://news.example/story-4821973');

let around: TestSurroundings;
beforeEach(async () => {
  around = await testSurroundings();
});

type Worked = Intent & { work: NonNullable<Intent['work']> };

function intentFor(read = article()): Worked {
  const work = { kind: 'article', article: read, onConflict: 'ask' } as const;
  return { ...newIntent(read, work), work };
}

const save = (intent: Worked, told = true) =>
  underWay(around, intent, () => perform(around, intent, told));
function refuseMarks() {
  const { set } = around.store;
  return vi
    .spyOn(around.store, 'set')
    .mockImplementation((entries) =>
      Object.keys(entries).some((key) => key.startsWith('committed:'))
        ? Promise.reject(new Error('storage'))
        : set(entries),
    );
}
const unfinished = async (): Promise<string[]> =>
  (await readIntents(around.store)).map(({ title }) => title);

describe('a save', () => {
  it('is written down before it begins and marked after its commit', async () => {
    const intent = intentFor();
    const outcome = await underWay(around, intent, async () => {
      expect(await unfinished()).toEqual([article().title]);
      return perform(around, intent, true);
    });
    expect(outcome.kind).toBe('saved');
    expect(await unfinished()).toEqual([]);
    expect(around.told).toEqual([ID]);
    const { id, work } = intent;
    expect(await readCommitted(around.store)).toMatchObject([{ id, work, itemId: ID }]);
    await removeIntents(around.store, [id]);
    expect(Object.keys(around.kept)).toEqual(['device']);
  });

  it('keeps the last notes only, should nothing ever cross them out', async () => {
    for (let n = 0; n < 60; n += 1) {
      await save({
        ...intentFor(article({ url: `https://news.example/s-${1_000_000 + n}` })),
        at: n,
      });
    }
    const kept = await readCommitted(around.store);
    expect(kept.map(({ at }) => at)).toEqual(Array.from({ length: 50 }, (_, n) => n + 10));
  });

  it('tells of a full disk, leaves all as it was, and is finished when there is room', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const library = await around.openLibrary();
    const before = await contents(library);
    failAt(3, 'quota');
    expect(await save(intentFor())).toEqual({ kind: 'failed', reason: 'no-space' });
    vi.restoreAllMocks();
    expect(await contents(library)).toEqual(before);
    expect(around.told).toEqual([]);
    expect(await unfinished()).toEqual([article().title]);
    expect(await finishSaves(around)).toEqual([]);
    expect(await library.items.get(ID)).toBeDefined();
  });

  it('tells of a library that cannot be opened, and goes on once it can', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const shut = vi.spyOn(around, 'openLibrary').mockRejectedValue(new LibraryError('newer'));
    expect(await save(intentFor())).toEqual({ kind: 'failed', reason: 'newer' });
    expect((await finishSaves(around)).map(({ url }) => url)).toEqual([article().url]);
    shut.mockRestore();
    expect(await finishSaves(around)).toEqual([]);
    expect(around.told).toEqual([ID]);
  });

  it('still saves when there is no room to write it down first', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(around.store, 'set').mockRejectedValueOnce(new Error('quota'));
    expect((await save(intentFor())).kind).toBe('saved');
  });

  it('is saved though its note cannot be marked, and says so', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const refused = refuseMarks();
    expect((await save(intentFor())).kind).toBe('saved');
    expect(around.told).toEqual([ID]);
    refused.mockRestore();
    expect(await finishSaves(around)).toEqual([]);
  });

  it('done again because its note stays is not told of again', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    refuseMarks();
    await writeIntent(around.store, intentFor());
    await finishSaves(around);
    expect(await (await around.openLibrary()).items.count()).toBe(1);
    expect(around.told).toEqual([]);
  });

  it('asks though there is no room for the reminder', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    await save(intentFor());
    vi.spyOn(around.store, 'set').mockRejectedValue(new Error('quota'));
    expect((await save(intentFor(otherArticle()), false)).kind).toBe('conflict');
  });

  it('from two windows at once makes one item and no error', async () => {
    const outcomes = await Promise.all([save(intentFor()), save(intentFor()), save(intentFor())]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['saved', 'updated', 'updated']);
    const library = await around.openLibrary();
    expect(await library.items.count()).toBe(1);
    expect(await unfinished()).toEqual([]);
  });

  it('asks once, and leaves a reminder only where nobody saw the question', async () => {
    await save(intentFor());
    expect((await save(intentFor(otherArticle()), true)).kind).toBe('conflict');
    expect(await unfinished()).toEqual([]);
    expect((await save(intentFor(otherArticle()), false)).kind).toBe('conflict');
    expect((await finishSaves(around)).map(({ title }) => title)).toEqual([otherArticle().title]);
  });

  it('crosses out earlier attempts at the page when pressing again works', async () => {
    await writeIntent(
      around.store,
      newIntent({ url: `${article().url}?utm_source=x`, title: 'قبل' }, null),
    );
    await writeIntent(
      around.store,
      newIntent({ url: 'https://news.example/else', title: 'غيره' }, null),
    );
    await save(intentFor());
    expect(await unfinished()).toEqual(['غيره']);
  });

  it('leaves the note of another article that stood at the same address', async () => {
    await writeIntent(around.store, intentFor(otherArticle()));
    await save(intentFor());
    expect(await unfinished()).toEqual([otherArticle().title]);
  });
});

describe('a save cut short', () => {
  it('before its commit is finished later, once however often that is tried', async () => {
    await writeIntent(around.store, intentFor());
    const left = await Promise.all([finishSaves(around), finishSaves(around)]);
    expect(left).toEqual([[], []]);
    expect(await finishSaves(around)).toEqual([]);
    expect(await (await around.openLibrary()).items.count()).toBe(1);
  });

  it('after its commit changes nothing when it is finished', async () => {
    await save(intentFor());
    const library = await around.openLibrary();
    const before = await contents(library);
    await writeIntent(around.store, intentFor());
    await finishSaves(around);
    expect(await contents(library)).toEqual(before);
    expect(await unfinished()).toEqual([]);
  });

  it('after both were kept makes no third', async () => {
    await save(intentFor());
    const both = intentFor(otherArticle());
    const kept = { ...both, work: { ...both.work, onConflict: 'keep-both' as const } } as Worked;
    await save(kept);
    await writeIntent(around.store, kept);
    await finishSaves(around);
    expect(await (await around.openLibrary()).items.count()).toBe(2);
  });

  it('before the page was read is told of until it is dismissed', async () => {
    await writeIntent(
      around.store,
      newIntent({ url: 'https://news.example/a', title: 'صفحة' }, null),
    );
    expect((await finishSaves(around)).map(({ title }) => title)).toEqual(['صفحة']);
    expect((await finishSaves(around)).map(({ title }) => title)).toEqual(['صفحة']);
  });

  it('is not mistaken for one that is still under way', async () => {
    const { promise: waiting, resolve: go } = Promise.withResolvers<void>();
    const live = underWay(
      around,
      newIntent({ url: 'https://n.example/', title: 'جار' }, null),
      () => waiting,
    );
    await vi.waitFor(async () => expect(await unfinished()).toEqual(['جار']));
    expect(await finishSaves(around)).toEqual([]);
    go();
    await live;
    expect((await finishSaves(around)).map(({ title }) => title)).toEqual(['جار']);
  });

  it('with a damaged note is told of, not replayed', async () => {
    const { id } = intentFor();
    around.kept[`intent:${id}`] = {
      ...intentFor(),
      work: { kind: 'article', article: { title: [] } },
    };
    around.kept['intent:x'] = 'not a note';
    const left = await finishSaves(around);
    expect(left.map(({ work }) => work)).toEqual([null, null]);
    expect(await (await around.openLibrary()).items.count()).toBe(0);
  });
});

describe('writing', () => {
  it('makes one device name for all, and keeps it', async () => {
    const devices = await Promise.all([1, 2, 3].map(() => write(around, async (on) => on.device)));
    expect(new Set(devices).size).toBe(1);
    expect(devices[0]).toMatch(/^[\da-f]{8}$/);
  });
});

describe('saveFailure', () => {
  it.each([
    ['no-space', new DOMException('full', 'QuotaExceededError')],
    ['no-space', new Error('aborted', { cause: new DOMException('full', 'QuotaExceededError') })],
    [
      'no-space',
      Object.assign(new Error('AbortError'), {
        inner: new DOMException('full', 'QuotaExceededError'),
      }),
    ],
    ['database', new DOMException('no', 'InvalidStateError')],
    ['newer', new LibraryError('newer')],
    ['newer', Object.assign(new Error('crossed'), { name: 'LibraryError:newer' })],
    ['database', 'a word'],
  ])('answers %s', (reason, error) => {
    expect(saveFailure(error)).toBe(reason);
  });
});
