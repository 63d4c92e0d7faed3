// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { withoutDevices } from '../../../utils/exchange/out/anonymous.ts';
import { openBackup } from '../../../utils/exchange/in/backup.ts';
import { openZip } from '../../../utils/exchange/zip/reader.ts';
import { canonicalJson } from '../../../utils/library/canonical-json.ts';
import type { Library } from '../../../utils/library/database.ts';
import { previewImport } from '../../../utils/library/import/preview.ts';
import { runImport } from '../../../utils/library/import/run.ts';
import type { ImportSource } from '../../../utils/library/import/source.ts';
import { mergeEntries } from '../../../utils/library/merge.ts';
import { validateEntry } from '../../../utils/library/validate/entry.ts';
import { generated, random, type Generated } from '../library/import/generated.ts';
import { fill, importContext } from '../library/import/sources.ts';
import { contents, emptyLibrary, NOW } from '../library/samples.ts';
import { backupOf } from './backup-files.ts';

// Much is done in each: a guard against hanging, not a bar.
vi.setConfig({ testTimeout: 120_000 });

async function several(seed: number, count: number): Promise<Generated[]> {
  const pick = random(seed);
  const made: Generated[] = [];
  for (let n = 0; n < count; n += 1) made.push(await generated(pick, n));
  return made;
}

async function opened(file: Blob): Promise<ImportSource> {
  const backup = await openBackup(file, NOW);
  if (!backup.ok) throw new Error(backup.trouble);
  return backup.source;
}

async function imported(library: Library, file: Blob) {
  const result = await runImport(importContext(library), await opened(file), {
    bringBackDeleted: false,
  });
  if (result.kind !== 'done') throw new Error(JSON.stringify(result));
  return result.counts;
}

/** A file's bytes, for comparing two backups whole. */
async function bytesIn(file: Blob): Promise<Buffer> {
  return Buffer.from(await file.arrayBuffer());
}

/** Everything but the names of devices, which do not leave. */
async function told(library: Library): Promise<unknown> {
  const json = JSON.stringify(await contents(library));
  return JSON.parse(json.replaceAll(/("[\da-f]{12}-[\da-f]{4}-)[\da-f]{8}"/g, '$1"'));
}

describe('a backup', () => {
  it('comes back equal byte for byte: 1,000 articles with pictures and every oddity of text', async () => {
    const { library } = await emptyLibrary();
    await fill(library, await several(1, 1_000));
    await library.purged.bulkPut([{ id: 'f'.repeat(32), purgedAt: NOW - 5_000 }]);
    const file = await backupOf(library);
    const { library: wiped } = await emptyLibrary();
    expect(await imported(wiped, file)).toMatchObject({
      new: 1_000,
      total: 1_000,
      lostPictures: 0,
    });
    expect(await told(wiped)).toEqual(await told(library));
    expect((await bytesIn(await backupOf(wiped))).equals(await bytesIn(file))).toBe(true);
  });

  it('adds nothing the second time, here and where it was imported', async () => {
    const { library } = await emptyLibrary();
    await fill(library, await several(2, 150));
    const file = await backupOf(library);
    const before = await contents(library);
    expect(await previewImport(library, await opened(file))).toMatchObject({ known: 150 });
    expect(await imported(library, file)).toMatchObject({ known: 150, new: 0, improved: 0 });
    expect(await contents(library)).toEqual(before);
    const { library: other } = await emptyLibrary();
    await imported(other, file);
    const after = await contents(other);
    expect(await imported(other, file)).toMatchObject({ known: 150, new: 0, improved: 0 });
    expect(await contents(other)).toEqual(after);
  });

  it('names no device, and merging the copy back changes nothing', async () => {
    const pick = random(3);
    for (let n = 0; n < 300; n += 1) {
      const { entry } = await generated(pick, n);
      const copy = withoutDevices(entry);
      expect(canonicalJson(copy)).not.toMatch(/deadbeef|0a1b2c3d|ffffffff/);
      expect(withoutDevices(copy)).toEqual(copy);
      expect(mergeEntries(copy, copy)).toEqual(copy);
      expect(mergeEntries(entry, copy)).toEqual(entry);
      const { sort: _derived, ...item } = copy.item;
      const back = validateEntry(JSON.parse(JSON.stringify({ ...copy, item })), {
        now: NOW,
        latest: NOW,
      });
      expect(back).toEqual(copy);
    }
  });

  it('holds a selection with its pictures, and nothing of the rest', async () => {
    const { library } = await emptyLibrary();
    const all = await several(4, 30);
    await fill(library, all);
    await library.purged.put({ id: 'f'.repeat(32), purgedAt: NOW });
    const chosen = all.filter((_, index) => index % 3 === 0);
    const ids = chosen.map(({ entry }) => entry.item.id);
    const file = await backupOf(library, { ids: [...ids, ...ids, 'gone'] });
    const names = [...(await openZip(file)).entries.keys()];
    const hashes = new Set(
      chosen.flatMap(({ bytes }) => bytes.map(({ hash }) => `images/${hash}`)),
    );
    expect(names.filter((name) => name.startsWith('images/')).toSorted()).toEqual(
      [...hashes].toSorted(),
    );
    expect(names).not.toContain('purged.jsonl');
    const { library: other } = await emptyLibrary();
    expect(await imported(other, file)).toMatchObject({ new: ids.length });
    expect((await other.items.toCollection().primaryKeys()).toSorted()).toEqual(ids.toSorted());
  });

  it('has what was merged into another row meanwhile, under the row it is now', async () => {
    const { library } = await emptyLibrary();
    const [one] = await several(5, 1);
    const { entry } = one!;
    const alias = 'a'.repeat(32);
    await fill(library, [
      { ...one!, entry: { ...entry, item: { ...entry.item, aliases: [alias] } } },
    ]);
    const backup = await openBackup(await backupOf(library, { ids: [alias] }), NOW);
    expect(backup).toMatchObject({ ok: true, manifest: { counts: { entries: 1 } } });
  });

  it('is written 200 articles a file, tells how far it is, and stops when told to', async () => {
    const { library } = await emptyLibrary();
    await fill(library, await several(6, 401));
    const steps: [number, number][] = [];
    const file = await backupOf(library, { progress: (...step) => void steps.push(step) });
    const names = [...(await openZip(file)).entries.keys()];
    expect(names.filter((name) => name.startsWith('articles'))).toEqual([
      'articles-0001.jsonl',
      'articles-0002.jsonl',
      'articles-0003.jsonl',
    ]);
    expect(names.at(-1)).toBe('manifest.json');
    const [done, total] = steps.at(-1)!;
    expect(done).toBe(total);
    expect(steps.map(([at]) => at)).toEqual(steps.map((_, index) => index + 1));
    const stop = new AbortController();
    const stopped = backupOf(library, {
      signal: stop.signal,
      progress: (at) => void (at === 50 && stop.abort()),
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });
});
