// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { setFlags } from '../../../../utils/library/change-items.ts';
import { inTransaction } from '../../../../utils/library/commit.ts';
import { idsUnderImport } from '../../../../utils/library/import/journal.ts';
import { mergeEntries } from '../../../../utils/library/merge.ts';
import { isRecord, MAX_CHUNK } from '../../../../utils/library/mirror/chunk.ts';
import { followMirror } from '../../../../utils/library/mirror/follow.ts';
import { writeManifest } from '../../../../utils/library/mirror/manifest.ts';
import { lineOf } from '../../../../utils/library/mirror/read-rows.ts';
import { purgeItems } from '../../../../utils/library/purge.ts';
import { readEntries, replaceEntries } from '../../../../utils/library/rows.ts';
import { deleteItem } from '../../../../utils/library/trash.ts';
import { NOW } from '../samples.ts';
import {
  addPicture,
  decode,
  everything,
  follow,
  loseDatabase,
  manifestOf,
  newGeneration,
  purge,
  save,
  sentence,
  setting,
  vanish,
  type Setting,
} from './support.ts';

async function saved(on: Setting, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push(await save(on, n));
  return ids;
}

describe('following the library', () => {
  it('holds every entry as it is, and no order of lists', async () => {
    const on = await setting();
    const ids = await saved(on, 3);
    await setFlags([ids[0] ?? ''], { favourite: true }, on.context);
    expect(await follow(on)).toMatchObject({ kind: 'followed', rows: 3, missing: [], more: false });
    const lines = await decode(on);
    const entries = await readEntries(on.library, ids);
    expect(ids.map((id) => lines.get(id))).toEqual(entries.map((entry) => entry && lineOf(entry)));
    expect([...lines.values()].join('')).not.toContain('"sort"');
  });

  it('writes nothing when nothing has changed, and one piece for one save', async () => {
    const on = await setting();
    await saved(on, 40);
    await follow(on);
    on.mirror.written = [];
    await follow(on);
    expect(on.mirror.written).toEqual([]);
    await save(on, 7, 1);
    await follow(on);
    expect(on.mirror.written.filter((name) => name.startsWith('chunk/'))).toHaveLength(1);
  });

  it('keeps pieces small, whatever the size of the library', async () => {
    const on = await setting();
    const { library, context } = on;
    const id = await save(on, 0, 3000);
    const [pattern] = await readEntries(library, [id]);
    await inTransaction(library, async () => {
      for (let n = 0; n < 400; n += 1) {
        const name = n.toString(16).padStart(32, '0');
        if (!pattern?.text) continue;
        const entry = {
          ...pattern,
          item: { ...pattern.item, id: name },
          text: { ...pattern.text, id: name },
        };
        await replaceEntries(library, [], entry);
      }
    });
    await follow(on);
    const { chunks } = await manifestOf(on);
    expect(chunks.length).toBeGreaterThan(10);
    const lines = await decode(on);
    expect(lines.size).toBe(401);
    const sizes = chunks.map(({ leaf }) => leaf.length);
    expect(Math.max(...sizes)).toBeLessThan(12);
    on.mirror.written = [];
    await setFlags([id], { archived: true }, context);
    await follow(on);
    const written = on.mirror.written.filter((name) => name.startsWith('chunk/'));
    expect(written).toHaveLength(1);
    const raw = [...(await decode(on)).values()].join('').length;
    expect(raw).toBeGreaterThan(MAX_CHUNK * 5);
  });

  it('follows a purge of nearly everything, to the last byte', async () => {
    const on = await setting();
    const ids = await saved(on, 60);
    const kept = ids[11] ?? '';
    const gone = ids.filter((id) => id !== kept);
    const hash = await addPicture(on, ids[3] ?? '', 'صورة المقال الثالث');
    const shared = await addPicture(on, kept, 'صورة يحملها مقالان');
    await addPicture(on, ids[4] ?? '', 'صورة يحملها مقالان');
    await follow(on);
    expect(on.mirror.kept.has(`picture/${hash}`)).toBe(true);
    for (const id of gone) await deleteItem(id, on.context);
    await purgeItems(gone, on.context);
    expect(await follow(on)).toMatchObject({ rows: 1, missing: [] });
    const lines = await decode(on);
    expect([...lines].filter(([, line]) => !isRecord(line)).map(([id]) => id)).toEqual([kept]);
    const all = await everything(on);
    for (let n = 0; n < 60; n += 1) expect(all.includes(`${sentence(n)}"`)).toBe(n === 11);
    expect(on.mirror.kept.has(`picture/${hash}`)).toBe(false);
    expect(on.mirror.kept.has(`picture/${shared}`)).toBe(true);
  });

  it('lets go of a row that another has taken in', async () => {
    const on = await setting();
    const [first = '', second = ''] = await saved(on, 2);
    await follow(on);
    await inTransaction(on.library, async () => {
      const found = (await readEntries(on.library, [first, second])).filter((one) => one !== null);
      const [a, b] = found;
      if (a && b) await replaceEntries(on.library, [a, b], mergeEntries(a, b));
    });
    expect(await follow(on)).toMatchObject({ rows: 1, missing: [] });
    expect((await decode(on)).size).toBe(1);
  });

  it('lets go of a row merged and purged before it followed the merge', async () => {
    const on = await setting();
    const [first = '', second = ''] = await saved(on, 2);
    await follow(on);
    await inTransaction(on.library, async () => {
      const found = (await readEntries(on.library, [first, second])).filter((one) => one !== null);
      const [a, b] = found;
      if (a && b) await replaceEntries(on.library, [a, b], mergeEntries(a, b));
    });
    const [kept = ''] = await on.library.items.toCollection().primaryKeys();
    await purge(on, kept);
    expect(await follow(on)).toMatchObject({ rows: 0, missing: [] });
    const all = await everything(on);
    for (const n of [0, 1]) expect(all).not.toContain(sentence(n));
  });

  it.each(['quietly', 'with a line in the log'])('refuses rows that vanish %s', async (how) => {
    const on = await setting();
    const ids = await saved(on, 30);
    await follow(on);
    await vanish(on, ids);
    if (how !== 'quietly') await on.library.changes.bulkAdd(ids.map((id) => ({ id })));
    const outcome = await follow(on);
    expect(outcome).toMatchObject({ kind: 'followed', rows: 30 });
    expect(outcome.kind === 'followed' && outcome.missing.toSorted()).toEqual(ids.toSorted());
    expect((await decode(on)).size).toBe(30);
  });

  it('keeps pictures of what vanished, though another row lets go of them', async () => {
    const on = await setting();
    const [first = '', second = ''] = await saved(on, 2);
    const hash = await addPicture(on, first, 'صورة مشتركة');
    await addPicture(on, second, 'صورة مشتركة');
    await follow(on);
    await vanish(on, [first]);
    await purge(on, second);
    expect(await follow(on)).toMatchObject({ missing: [first] });
    expect(on.mirror.kept.has(`picture/${hash}`)).toBe(true);
  });

  it('touches nothing when the database is another or has lost its last changes', async () => {
    const on = await setting();
    const ids = await saved(on, 5);
    await follow(on);
    const before = new Map(on.mirror.kept);
    const last = await on.library.changes.orderBy(':id').last();
    await on.library.changes.delete(last?.seq ?? 0);
    expect(await follow(on)).toEqual({ kind: 'lost' });

    await loseDatabase(on);
    on.library = await on.guard.open(on.factory);
    expect(await follow(on)).toEqual({ kind: 'lost' });
    await newGeneration(on.library);
    expect(await follow(on)).toEqual({ kind: 'lost' });
    expect(on.mirror.kept).toEqual(before);
    expect(ids).toHaveLength(5);
  });

  it('touches nothing of a later version', async () => {
    const on = await setting();
    await saved(on, 2);
    await follow(on);
    const manifest = await manifestOf(on);
    await writeManifest(on.mirror, { ...manifest, pass: 9, format: 2 as never });
    const before = new Map(on.mirror.kept);
    expect(await follow(on)).toEqual({ kind: 'newer' });
    expect(on.mirror.kept).toEqual(before);
  });

  it('leaves an import alone until it is done', async () => {
    const on = await setting();
    const [first = '', changed = ''] = await saved(on, 2);
    await follow(on);
    const before = await decode(on);
    const imported = await save(on, 50);
    const merged = await save(on, 1, 5);
    const other = await save(on, 51);
    expect(merged).toBe(changed);
    const ids = [imported, merged];
    const lists = { rows: [], bytes: [], purged: [], unpurged: [] };
    await on.library.importJournal.add({ run: 'r', since: 3, ids, ...lists });
    const context = { now: NOW, locks: on.guard.locks, heldIds: idsUnderImport };
    const during = await followMirror(on.library, on.mirror, context);
    expect(during).toMatchObject({ kind: 'followed', rows: 3, missing: [] });
    const lines = await decode(on);
    expect([...lines.keys()].toSorted()).toEqual([first, changed, other].toSorted());
    expect(lines.get(changed)).toBe(before.get(changed));
    expect((await manifestOf(on)).cursor).toBe(2);

    await on.library.importJournal.clear();
    await followMirror(on.library, on.mirror, context);
    expect((await decode(on)).size).toBe(4);
    expect((await decode(on)).get(changed)).not.toBe(before.get(changed));
  });

  it.each(['missing', 'damaged'])('writes a piece again that is %s', async (how) => {
    const on = await setting();
    await saved(on, 20);
    await follow(on);
    const [name = ''] = await on.mirror.names('chunk/');
    if (how === 'missing') on.mirror.kept.delete(name);
    else on.mirror.kept.get(name)?.set([1, 2, 3], 40);
    await expect(decode(on)).rejects.toThrow('damaged');
    await save(on, 0, 1);
    await follow(on);
    expect((await decode(on)).size).toBe(20);
  });

  it('begins again without its manifests, and clears away what they listed', async () => {
    const on = await setting();
    await saved(on, 20);
    await follow(on);
    await save(on, 1, 1);
    await follow(on);
    for (const name of await on.mirror.names('manifest/')) on.mirror.kept.delete(name);
    expect(await follow(on)).toMatchObject({ kind: 'followed', rows: 20 });
    const { chunks } = await manifestOf(on);
    expect(await on.mirror.names('chunk/')).toHaveLength(chunks.length);
    expect((await decode(on)).size).toBe(20);
  });

  it('takes in what no change tells of', async () => {
    const on = await setting();
    const ids = await saved(on, 4);
    await follow(on);
    const [entry] = await readEntries(on.library, [ids[0] ?? '']);
    const id = 'f'.repeat(32);
    if (entry) await on.library.items.put({ ...entry.item, id, kind: 'link' });
    expect(await follow(on)).toMatchObject({ more: true });
    expect(await follow(on)).toMatchObject({ more: false, rows: 5 });
  });
});
