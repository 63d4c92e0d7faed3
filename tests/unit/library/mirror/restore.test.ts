// @vitest-environment node
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { setFlags } from '../../../../utils/library/change-items.ts';
import { LibraryError } from '../../../../utils/library/errors.ts';
import { healRows } from '../../../../utils/library/mirror/heal.ts';
import {
  dismissNotice,
  readNotice,
  writeWitness,
} from '../../../../utils/library/mirror/notice.ts';
import { openGuarded } from '../../../../utils/library/mirror/open-guarded.ts';
import { openItem } from '../../../../utils/library/open.ts';
import { contents } from '../samples.ts';
import {
  addPicture,
  decode,
  follow,
  loseDatabase,
  manifestOf,
  purge,
  reopen,
  save,
  setting,
  vanish,
  type Setting,
} from './support.ts';

async function filled(): Promise<{ on: Setting; ids: string[] }> {
  const on = await setting();
  const ids: string[] = [];
  for (let n = 0; n < 20; n += 1) ids.push(await save(on, n, n % 3));
  await addPicture(on, ids[2] ?? '', 'صورة');
  await setFlags([ids[5] ?? ''], { favourite: true }, on.context);
  await purge(on, ids[6] ?? '');
  await follow(on);
  return { on, ids };
}

/** Reads of these rows of a table fail, as when the file of a large value is gone. */
function failReads(name: string, ids: readonly string[], error = 'NotReadableError'): () => void {
  const spies = (['get', 'getAll', 'openCursor'] as const).map((method) => {
    const real = IDBObjectStore.prototype[method] as (...args: unknown[]) => IDBRequest;
    return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function fails(
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      const asks = this.name === name && (method !== 'get' || ids.includes(args[0] as string));
      if (asks) throw new DOMException('lost', error);
      return real.apply(this, args) as never;
    });
  });
  return () => spies.forEach((spy) => spy.mockRestore());
}

describe('a library the browser has lost', () => {
  it('comes back whole, with pictures, and what was purged stays known as purged', async () => {
    const { on } = await filled();
    const before = await contents(on.library);
    await loseDatabase(on);
    await reopen(on);
    expect(await contents(on.library)).toEqual(before);
    expect(await readNotice(on.local)).toEqual({ restored: 19, unreadable: 0 });
    await dismissNotice(on.local);
    expect(await follow(on)).toMatchObject({ kind: 'followed', rows: 19, missing: [] });
    await reopen(on);
    expect(await readNotice(on.local)).toBeNull();
    expect(await contents(on.library)).toEqual(before);
  });

  it('comes back though the restoring is ended, and is restored once', async () => {
    const { on } = await filled();
    const before = await contents(on.library);
    await loseDatabase(on);
    let count = 0;
    const set = on.local.set;
    on.local.set = (entries) => {
      count += 1;
      return count === 1 ? Promise.reject(new Error('ended')) : set(entries);
    };
    await expect(openGuarded(on.guard)).rejects.toThrow('ended');
    const [one, two] = await Promise.all([openGuarded(on.guard), openGuarded(on.guard)]);
    expect(await contents(one)).toEqual(before);
    expect(await contents(two)).toEqual(before);
    one.close();
    two.close();
  });

  it('is merged with what was saved since, and overwrites nothing newer', async () => {
    const { on, ids } = await filled();
    await loseDatabase(on);
    on.library = await on.guard.open(on.factory);
    on.context = { ...on.context, library: on.library, now: on.context.now + 5000 };
    await save(on, 99);
    await save(on, 5, 30);
    await reopen(on);
    expect(await on.library.items.count()).toBe(20);
    const five = await openItem(on.library, ids[5] ?? '');
    expect(five?.item.favourite).toBe(true);
    expect(five?.article?.text.length).toBeGreaterThan(120);
  });

  it('is brought forward when only its last changes were lost', async () => {
    const { on, ids } = await filled();
    const id = ids[1] ?? '';
    const old = await on.library.items.get(id);
    await setFlags([id], { archived: true }, on.context);
    await follow(on);
    const last = await on.library.changes.orderBy(':id').last();
    await on.library.changes.delete(last?.seq ?? 0);
    if (old) await on.library.items.put(old);
    await reopen(on);
    expect((await on.library.items.get(id))?.archived).toBe(true);
    expect(await follow(on)).toMatchObject({ kind: 'followed', missing: [] });
  });

  it('gets rows back that vanished without a record', async () => {
    const { on, ids } = await filled();
    const before = await contents(on.library);
    await vanish(on, ids.slice(0, 5));
    await reopen(on);
    expect(await contents(on.library)).toEqual(before);
    expect(await readNotice(on.local)).toEqual({ restored: 5, unreadable: 0 });
  });

  it('comes back from pieces whose manifests are lost', async () => {
    const { on, ids } = await filled();
    await purge(on, ids[7] ?? '');
    const stale = new Map(on.mirror.kept);
    await follow(on);
    for (const [name, bytes] of stale)
      if (name.startsWith('chunk/')) on.mirror.kept.set(name, bytes);
    const before = await contents(on.library);
    for (const name of await on.mirror.names('manifest/')) on.mirror.kept.delete(name);
    await loseDatabase(on);
    await reopen(on);
    expect(await contents(on.library)).toEqual(before);
    expect(await follow(on)).toMatchObject({ kind: 'followed', rows: 18 });
    expect((await decode(on)).size).toBe(20);
  });

  it('does not restore what it purged since', async () => {
    const { on, ids } = await filled();
    await purge(on, ids[0] ?? '');
    await on.library.meta.delete('generation');
    await reopen(on);
    expect(await on.library.items.get(ids[0] ?? '')).toBeUndefined();
  });
});

describe('when both are damaged', () => {
  it('keeps what can be read and says how much cannot', async () => {
    const { on } = await filled();
    for (let n = 100; n < 140; n += 1) await save(on, n, 3000);
    await follow(on);
    const { chunks } = await manifestOf(on);
    expect(chunks.length).toBeGreaterThan(1);
    const [bad] = chunks;
    const [name = ''] = (await on.mirror.names('chunk/')).filter((one) =>
      one.includes(bad?.sha256 ?? '-'),
    );
    on.mirror.kept.get(name)?.fill(7, 100, 400);
    await loseDatabase(on);
    await reopen(on);
    const rows = bad?.rows ?? 0;
    expect(rows).toBeGreaterThan(0);
    expect(await readNotice(on.local)).toEqual({ restored: 59 - rows, unreadable: rows });
    expect(await on.library.items.count()).toBe(59 - rows);
    expect(await follow(on)).toMatchObject({ kind: 'followed', rows: 59 - rows });
    expect(await follow(on)).toMatchObject({ kind: 'followed', rows: 59 - rows, missing: [] });
  });

  it('says so when the second copy is gone without a trace too', async () => {
    const { on } = await filled();
    await writeWitness(on.local, 19);
    on.mirror.kept.clear();
    await loseDatabase(on);
    await reopen(on);
    expect(await readNotice(on.local)).toEqual({ restored: 0, unreadable: 19 });
  });

  it('opens a good library though the second copy cannot be read', async () => {
    const { on } = await filled();
    vi.spyOn(console, 'warn').mockReturnValue();
    on.mirror.read = () => Promise.reject(new Error('no cache'));
    on.mirror.names = () => Promise.reject(new Error('no cache'));
    await reopen(on);
    expect(await on.library.items.count()).toBe(19);
    expect(await readNotice(on.local)).toBeNull();
  });
});

describe('a database that does not open', () => {
  const refusal = (name: string) =>
    new LibraryError('database', { cause: new DOMException('no', name) });

  it('is never given up in a private window, nor for another error', async () => {
    const { on } = await filled();
    on.library.close();
    const open = () => Promise.reject(refusal('UnknownError'));
    await expect(openGuarded({ ...on.guard, open, isPrivate: true })).rejects.toThrow('database');
    for (const name of ['InvalidStateError', 'SecurityError', 'QuotaExceededError']) {
      const refused = () => Promise.reject(refusal(name));
      await expect(openGuarded({ ...on.guard, open: refused })).rejects.toThrow('database');
    }
    const newer = () => Promise.reject(new LibraryError('newer'));
    await expect(openGuarded({ ...on.guard, open: newer })).rejects.toThrow('newer');
    expect(await (await on.guard.open(on.factory)).items.count()).toBe(19);
  });

  it('is made anew and restored when it stays shut and the second copy can be read', async () => {
    const { on } = await filled();
    const before = await contents(on.library);
    let shut = true;
    const deleted = vi.spyOn(on.factory, 'deleteDatabase').mockImplementationOnce((name) => {
      shut = false;
      return on.factory.deleteDatabase(name);
    });
    const real = on.guard.open;
    on.guard.open = (room) => (shut ? Promise.reject(refusal('UnknownError')) : real(room));
    await reopen(on);
    expect(deleted).toHaveBeenCalled();
    expect(await contents(on.library)).toEqual(before);
  });

  it('is restored into another room when it cannot even be deleted, and stays there', async () => {
    const { on } = await filled();
    vi.spyOn(console, 'warn').mockReturnValue();
    const before = await contents(on.library);
    const stuck = on.factory;
    const others = [stuck, new IDBFactory()];
    let room = 0;
    vi.spyOn(stuck, 'deleteDatabase').mockImplementation(() => {
      const request = new EventTarget();
      const error = new DOMException('stuck', 'UnknownError');
      queueMicrotask(() => request.dispatchEvent(new Event('error')));
      return Object.assign(request, { error }) as unknown as IDBOpenDBRequest;
    });
    const real = on.guard.open;
    on.guard.open = (factory) =>
      factory === stuck ? Promise.reject(refusal('UnknownError')) : real(factory);
    on.guard.rooms = {
      current: () => Promise.resolve(others[room] ?? stuck),
      next: () => {
        room += 1;
        return Promise.resolve(true);
      },
      back: () => {
        room -= 1;
        return Promise.resolve();
      },
    };
    const good = on.guard.open;
    on.guard.open = () => Promise.reject(refusal('UnknownError'));
    await expect(openGuarded(on.guard)).rejects.toThrow('database');
    expect(room).toBe(0);
    on.guard.open = good;
    await reopen(on);
    expect(await contents(on.library)).toEqual(before);
    await reopen(on);
    expect(room).toBe(1);
    expect(await follow(on)).toMatchObject({ kind: 'followed', rows: 19 });
  });

  it('is left as it is when the second copy cannot be read', async () => {
    const { on } = await filled();
    on.library.close();
    on.mirror.kept.clear();
    const deleted = vi.spyOn(on.factory, 'deleteDatabase');
    const open = () => Promise.reject(refusal('UnknownError'));
    await expect(openGuarded({ ...on.guard, open })).rejects.toThrow('database');
    expect(deleted).not.toHaveBeenCalled();
  });

  it('opens and cannot be read: what can be is kept, the rest comes from the second copy', async () => {
    const { on, ids } = await filled();
    const late = await save(on, 500);
    const before = await contents(on.library);
    const counts = vi.spyOn(IDBObjectStore.prototype, 'count').mockImplementation(() => {
      throw new DOMException('noise', 'UnknownError');
    });
    const broken = failReads('texts', [ids[1] ?? '', ids[2] ?? ''], 'UnknownError');
    const real = on.guard.open;
    let opened = 0;
    on.guard.open = (room) => {
      opened += 1;
      if (opened === 2) {
        counts.mockRestore();
        broken();
      }
      return real(room);
    };
    await reopen(on);
    expect(opened).toBe(2);
    expect(await on.library.items.get(late)).toBeDefined();
    expect(await contents(on.library)).toEqual(before);
    expect(await readNotice(on.local)).toEqual({ restored: 20, unreadable: 0 });
  });
});

describe('a row that cannot be read behind a healthy look', () => {
  it('is told of by following, kept in the second copy, and healed from it', async () => {
    const { on, ids } = await filled();
    const id = ids[4] ?? '';
    const before = await contents(on.library);
    await on.library.changes.add({ id });
    const works = failReads('texts', [id]);
    expect(await follow(on)).toMatchObject({ kind: 'followed', unreadable: [id], rows: 19 });
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    put.mockImplementationOnce(function heals(this: IDBObjectStore, ...args) {
      works();
      return this.put(...args);
    });
    expect(await healRows(on.library, on.mirror, [id])).toEqual({ restored: 1, unreadable: 0 });
    works();
    put.mockRestore();
    expect(await contents(on.library)).toEqual(before);
    expect(await healRows(on.library, on.mirror, ids)).toEqual({ restored: 0, unreadable: 0 });
  });

  it('keeps what the reader set since, and an article torn from its text is whole again', async () => {
    const { on, ids } = await filled();
    const id = ids[4] ?? '';
    await setFlags([id], { archived: true }, on.context);
    await on.library.texts.delete(id);
    expect(await follow(on)).toMatchObject({ unreadable: [id] });
    expect(await healRows(on.library, on.mirror, [id])).toEqual({ restored: 1, unreadable: 0 });
    const healed = await openItem(on.library, id);
    expect(healed?.item.archived).toBe(true);
    expect(healed?.article?.text).toContain('رقمها 4 ');
  });

  it('becomes a link again where neither has its text', async () => {
    const { on } = await filled();
    const id = await save(on, 77);
    await on.library.texts.delete(id);
    expect(await healRows(on.library, on.mirror, [id])).toEqual({ restored: 0, unreadable: 1 });
    expect((await on.library.items.get(id))?.kind).toBe('link');
    expect(await follow(on)).toMatchObject({ kind: 'followed', rows: 20, unreadable: [] });
  });
});
