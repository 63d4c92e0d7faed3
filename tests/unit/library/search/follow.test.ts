import { IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WriteContext } from '../../../../utils/library/commit.ts';
import type { Library } from '../../../../utils/library/database.ts';
import { setFlags, setPosition } from '../../../../utils/library/change-items.ts';
import { purgeItems } from '../../../../utils/library/purge.ts';
import { followIndex } from '../../../../utils/library/search/follow.ts';
import { searchLibrary } from '../../../../utils/library/search/search.ts';
import { dropIndex, FORMAT, readHead } from '../../../../utils/library/search/stored.ts';
import { emptyLibrary } from '../samples.ts';
import { idOf, keep } from './library.ts';

let library: Library;
let context: WriteContext;
beforeEach(async () => {
  ({ library, context } = await emptyLibrary());
});

async function found(typed: string): Promise<string[]> {
  const { results } = await searchLibrary(library, typed, { limit: 100 });
  return results.map(({ item }) => item.id);
}

/** All that the index holds, as one text: bytes of ids and words too. */
async function indexText(): Promise<string> {
  const rows = await library.searchRows.toArray();
  return JSON.stringify([await library.search.toArray(), rows]);
}

/** Saved one by one, each followed, so that there are many small segments. */
async function keepApart(count: number): Promise<void> {
  for (let number = 0; number < count; number++) {
    await keep(
      library,
      idOf(number),
      { text: `كلمة مشتركة وكلمة${number}فريدة هنا` },
      { savedAt: number },
    );
    await followIndex(library);
  }
}

describe('following the library', () => {
  it('finds a save before it was followed, and after', async () => {
    await followIndex(library);
    await keep(library, idOf(1), { text: 'نافورة الميدان' });
    expect(await found('نافوره')).toEqual([idOf(1)]);
    await keep(library, idOf(1), { text: 'تمثال الميدان' });
    expect(await found('نافوره')).toEqual([]);
    await followIndex(library);
    expect(await found('نافوره')).toEqual([]);
    expect(await found('تمثال')).toEqual([idOf(1)]);
  });

  it('finds what was saved before there was an index', async () => {
    for (let number = 0; number < 150; number++)
      await keep(library, idOf(number), { text: 'بحيرة' });
    expect((await searchLibrary(library, 'بحيرة', { limit: 5 })).waiting).toBe(150);
    expect(await followIndex(library)).toBe(true);
    const answer = await searchLibrary(library, 'بحيرة', { limit: 5 });
    expect(answer).toMatchObject({ total: 150, more: true, waiting: 0 });
  });

  it('reads no text for a search once it has followed', async () => {
    await keepApart(3);
    const gets = vi.spyOn(IDBObjectStore.prototype, 'get');
    expect(await found('مشتركة')).toHaveLength(3);
    const stores = gets.mock.contexts.map((store) => (store as IDBObjectStore).name);
    expect(stores).not.toContain('texts');
    expect(stores).toContain('items');
  });

  it('writes nothing of a text anew when only its state has changed', async () => {
    await keepApart(2);
    const before = await library.searchRows.toArray();
    await setFlags([idOf(0)], { archived: true, favourite: true }, context);
    await setPosition(idOf(1), { block: 'a1', offset: 0, share: 0.5 }, context);
    await followIndex(library);
    expect(await library.searchRows.toArray()).toEqual(before);
    expect(await found('is:archived مشتركة')).toEqual([idOf(0)]);
    expect(await found('is:read')).toEqual([idOf(1)]);
  });

  it('keeps segments few', async () => {
    await keepApart(40);
    expect((await readHead(library))?.segments.length).toBeLessThanOrEqual(6);
    expect(await found('مشتركة')).toHaveLength(40);
    const head = await readHead(library);
    expect(head).toMatchObject({ merging: null, garbage: [] });
    const numbers = new Set((await library.searchRows.toArray()).map(({ segment }) => segment));
    expect(numbers).toEqual(new Set(head?.segments.map(({ id }) => id)));
  });

  it('merges segments of more blocks than one step writes', { timeout: 30_000 }, async () => {
    const text = (number: number): string =>
      Array.from({ length: 700 }, (_, at) => `ك${number}x${at}`).join(' ');
    for (let number = 0; number < 24; number++) {
      await keep(library, idOf(number), { text: text(number) }, { savedAt: number });
      if (number % 5 === 0) await followIndex(library);
    }
    await followIndex(library);
    await setFlags([idOf(3)], { deleted: true }, context);
    await purgeItems([idOf(3)], context);
    await followIndex(library);
    for (const number of [0, 17, 23])
      expect(await found(`ك${number}x650 `)).toEqual([idOf(number)]);
    expect(await found('ك3x650 ')).toEqual([]);
  });

  it('leaves nothing of what was purged', async () => {
    await keepApart(12);
    await keep(library, idOf(99), { text: 'زمردة زمردتان مشتركة', title: 'ياقوتة' }, { tags: [] });
    await followIndex(library);
    // A text that was replaced goes with it.
    await keep(library, idOf(99), { text: 'لؤلؤة مشتركة', title: 'ياقوتة' });
    await followIndex(library);
    await keepApart(12);
    expect(await indexText()).toMatch(/ياقوت/);
    await setFlags([idOf(99)], { deleted: true }, context);
    await followIndex(library);
    await purgeItems([idOf(99)], context);
    await followIndex(library);
    const text = await indexText();
    for (const trace of ['زمرد', 'ياقوت', 'لءلء', 'لؤلؤ', idOf(99)])
      expect(text).not.toContain(trace);
    expect(text).toContain('مشترك');
    expect(await found('مشتركة')).toHaveLength(12);
  });

  it('drops an index of another format and makes it anew', async () => {
    await keepApart(3);
    const head = await readHead(library);
    if (!head) throw new Error('no head');
    await library.search.put({ ...head, format: FORMAT + 1 });
    expect(await found('مشتركة')).toEqual([]);
    await followIndex(library);
    expect(await found('مشتركة')).toHaveLength(3);
    expect((await readHead(library))?.epoch).not.toBe(head.epoch);
  });

  it('is made anew after it was dropped, whatever was read before', async () => {
    await keepApart(3);
    expect(await found('مشتركة')).toHaveLength(3);
    await dropIndex(library);
    await keep(library, idOf(0), { text: 'غيرها' }, { savedAt: 9 });
    await followIndex(library);
    expect(await found('مشتركة')).toEqual([idOf(2), idOf(1)]);
    expect(await found('غيرها')).toEqual([idOf(0)]);
  });

  it('ends when it is no longer wanted, and says so', async () => {
    await keep(library, idOf(1), { text: 'نص' });
    expect(await followIndex(library, { until: AbortSignal.abort() })).toBe(false);
    expect(await followIndex(library)).toBe(true);
  });

  it('is done once by two at once', async () => {
    for (let number = 0; number < 130; number++) {
      await keep(library, idOf(number), { text: `مشتركة ${number}` }, { savedAt: number });
    }
    await Promise.all([
      followIndex(library, { budgetMs: 0 }),
      followIndex(library, { budgetMs: 1 }),
    ]);
    expect(await found('مشتركة')).toHaveLength(100);
    expect((await searchLibrary(library, 'مشتركة', { limit: 1 })).total).toBe(130);
  });
});

/** Cuts the work off after its n-th write transaction on the index, as the end of a worker does. */
function endAfter(writes: number): { until: AbortSignal; count: () => number } {
  const ended = new AbortController();
  let count = 0;
  const real = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function puts(
    this: IDBObjectStore,
    ...args: Parameters<IDBObjectStore['put']>
  ) {
    if (this.name === 'search') {
      count += 1;
      if (count === writes + 1) {
        this.transaction.abort();
        ended.abort();
      }
    }
    return real.apply(this, args);
  });
  return { until: ended.signal, count: () => count };
}

describe('a follower that is cut off', () => {
  it('leaves an index that answers, after whichever step, and the next one goes on', async () => {
    for (let steps = 0; ; steps++) {
      ({ library, context } = await emptyLibrary());
      for (let number = 0; number < 9; number++) {
        await keep(library, idOf(number), { text: `مشتركة فريدة${number}` }, { savedAt: number });
        if (number > 1) await followIndex(library);
      }
      await setFlags([idOf(4)], { deleted: true }, context);
      await purgeItems([idOf(4)], context);
      await keep(library, idOf(20), { text: 'مشتركة متأخرة' }, { savedAt: 20 });
      const { until, count } = endAfter(steps);
      await followIndex(library, { until }).catch((error: unknown) => expect(error).toBeDefined());
      const isDone = count() <= steps;
      vi.restoreAllMocks();
      const expected = [20, 8, 7, 6, 5, 3, 2, 1, 0].map(idOf);
      expect(await found('مشتركة'), `after ${steps} steps`).toEqual(expected);
      await followIndex(library);
      expect(await found('مشتركة'), `after ${steps} steps and the rest`).toEqual(expected);
      expect(await indexText()).not.toContain('فريده4');
      if (isDone) {
        expect(steps).toBeGreaterThan(3);
        break;
      }
    }
  });
});
