// @vitest-environment node
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { healed, mirrorAtWake, mirrorSoon } from '../../../utils/background/mirror.ts';
import { connection } from '../../../utils/library/database.ts';
import { newIntent, readCommitted } from '../../../utils/library/saving/intents.ts';
import { readNotice } from '../../../utils/library/mirror/notice.ts';
import { openGuarded, type Guard } from '../../../utils/library/mirror/open-guarded.ts';
import { mend } from '../../../utils/background/mirror.ts';
import { openItem } from '../../../utils/library/open.ts';
import {
  perform,
  underWay,
  write,
  WRITING,
  type Surroundings,
} from '../../../utils/library/saving/saving.ts';
import { tagItems } from '../../../utils/library/tags.ts';
import {
  decode,
  follow,
  loseDatabase,
  save,
  savedPage,
  setting,
  vanish,
  type Setting,
} from '../library/mirror/support.ts';

const here = vi.hoisted(() => ({ guard: null as unknown }));
vi.mock('../../../utils/library/mirror/here.ts', () => ({ guardHere: () => here.guard }));

let on: Setting;
let around: Surroundings;
let told: string[][];

beforeEach(async () => {
  on = await setting();
  here.guard = on.guard satisfies Guard;
  told = [];
  on.library.close();
  const open = connection(() => openGuarded(on.guard));
  around = {
    openLibrary: open,
    store: on.local,
    locks: navigator.locks,
    now: () => on.context.now,
    committed: (ids) => {
      told.push(ids);
      mirrorSoon(around, ids.length);
    },
    mend: (error) => mend(around, error),
  };
  on.library = await open();
  on.context = { ...on.context, library: on.library };
});

afterEach(() => void vi.restoreAllMocks());

/** How many the second copy has: waits for as many. */
async function rows(count: number): Promise<number> {
  const has = async (): Promise<number> => (await decode(on).catch(() => new Map())).size;
  await vi.waitUntil(async () => (await has()) === count, { timeout: 8000, interval: 100 });
  return has();
}

/** Reads of one text fail until it is written anew. */
function breakText(id: string): void {
  const { get, put } = IDBObjectStore.prototype;
  const spies = [
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function fails(
      this: IDBObjectStore,
      key,
    ) {
      if (this.name === 'texts' && key === id) throw new DOMException('lost', 'NotReadableError');
      return get.call(this, key);
    }),
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function heals(
      this: IDBObjectStore,
      ...args
    ) {
      if (this.name === 'texts') spies.forEach((spy) => spy.mockRestore());
      return put.apply(this, args);
    }),
  ];
}

describe('the second copy', () => {
  it('follows what the background was ended before following, and then each change', async () => {
    await save(on, 1);
    mirrorAtWake(around);
    expect(await rows(1)).toBe(1);
    around.committed([await save(on, 2)]);
    expect(await rows(2)).toBe(2);
  });

  it('crosses out the notes of the saves it has, and no others', async () => {
    const [first, second] = [1, 2].map((n) => {
      const work = { kind: 'article', article: savedPage(n), onConflict: 'ask' } as const;
      return { ...newIntent(work.article, work), work };
    });
    await underWay(around, first!, () => perform(around, first!, true));
    expect(await readCommitted(on.local)).toHaveLength(1);
    expect(await rows(1)).toBe(1);
    await vi.waitUntil(async () => (await readCommitted(on.local)).length === 0);

    vi.spyOn(on.mirror, 'write').mockRejectedValue(new Error('full'));
    vi.spyOn(console, 'error').mockReturnValue();
    await underWay(around, second!, () => perform(around, second!, true));
    await vi.waitFor(() => expect(console.error).toHaveBeenCalled(), { timeout: 8000 });
    expect(await readCommitted(on.local)).toMatchObject([{ id: second!.id }]);
  });

  it('gives back what vanished while the library was open, and tells the reader', async () => {
    const ids = [await save(on, 1), await save(on, 2), await save(on, 3)];
    await follow(on);
    await vanish(on, ids.slice(0, 2));
    around.committed([await save(on, 4)]);
    await vi.waitFor(async () => expect(await on.library.items.count()).toBe(4), { timeout: 8000 });
    expect(await readNotice(on.local)).toEqual({ restored: 2, unreadable: 0 });
    await rows(4);
  });
});

describe('a text that cannot be read', () => {
  it('comes back when it is opened', async () => {
    const id = await save(on, 1);
    await follow(on);
    breakText(id);
    vi.spyOn(console, 'warn').mockReturnValue();
    const opened = await healed(around, id, (library) => openItem(library, id));
    expect(opened?.article?.text).toContain('رقمها 1 ');
    expect(told).toEqual([[id]]);
  });

  it('does not keep its article from being saved again', async () => {
    const id = await save(on, 1);
    await follow(on);
    breakText(id);
    vi.spyOn(console, 'warn').mockReturnValue();
    const page = savedPage(1, 5);
    const work = { kind: 'article', article: page, onConflict: 'update' } as const;
    const outcome = await perform(around, { ...newIntent(page, work), work }, true);
    expect(outcome).toMatchObject({ kind: 'updated', item: { id } });
  });

  it('is not what any other error is', async () => {
    const failing = vi.fn(() => Promise.reject(new DOMException('full', 'QuotaExceededError')));
    await expect(healed(around, null, failing)).rejects.toThrow('full');
    expect(failing).toHaveBeenCalledOnce();
  });
});

it('keeps what is saved while a library that cannot be read is made anew', async () => {
  await save(on, 1);
  await follow(on);
  vi.spyOn(console, 'warn').mockReturnValue();
  const work = { kind: 'article', article: savedPage(2), onConflict: 'ask' } as const;
  const mirrorWrite = on.mirror.write.bind(on.mirror);
  const saving: Promise<unknown>[] = [];
  vi.spyOn(on.mirror, 'write').mockImplementation(async (name, bytes) => {
    // The last piece written of the old library: what comes into it now, nobody copies.
    if (name.startsWith('manifest/') && saving.length === 0) {
      saving.push(perform(around, { ...newIntent(work.article, work), work }, true));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await mirrorWrite(name, bytes);
  });
  const read = vi
    .fn(() => Promise.resolve('read'))
    .mockRejectedValueOnce(new DOMException('damaged', 'UnknownError'))
    .mockRejectedValueOnce(new DOMException('damaged', 'UnknownError'));
  await healed(around, null, read);
  expect(await Promise.all(saving)).toMatchObject([{ kind: 'saved' }]);
  expect(await (await around.openLibrary()).items.count()).toBe(2);
});

it('keeps what is written while a page makes a library anew that it cannot read', async () => {
  const id = await save(on, 1);
  await follow(on);
  await around.openLibrary();
  vi.spyOn(console, 'warn').mockReturnValue();
  const tagged: Promise<unknown>[] = [];
  const mirrorWrite = on.mirror.write.bind(on.mirror);
  vi.spyOn(on.mirror, 'write').mockImplementation(async (name, bytes) => {
    // The last piece written of the old library: what comes into it now, nobody copies.
    if (name.startsWith('manifest/') && tagged.length === 0) {
      const tags = { add: ['بعد النسخ'], remove: [] };
      tagged.push(write(around, (context) => tagItems([id], tags, context)));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await mirrorWrite(name, bytes);
  });
  const open = vi.fn(on.guard.open).mockImplementationOnce(async (factory) => {
    const damaged = await on.guard.open(factory);
    vi.spyOn(damaged.items, 'count').mockImplementation(() => {
      throw new DOMException('damaged', 'UnknownError');
    });
    return damaged;
  });
  const page: Guard = {
    ...on.guard,
    open,
    inLine: (work) => navigator.locks.request(WRITING, work),
  };
  const library = await openGuarded(page);
  expect(open).toHaveBeenCalledTimes(2);
  await Promise.all(tagged);
  expect(tagged).toHaveLength(1);
  expect((await library.items.get(id))?.tags).toMatchObject([{ name: 'بعد النسخ' }]);
});

it('opens the library again after the browser has thrown it away under way', async () => {
  await save(on, 1);
  await follow(on);
  await loseDatabase(on);
  expect(await (await around.openLibrary()).items.count()).toBe(1);
});
