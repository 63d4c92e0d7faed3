// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { backupTrouble, openBackup } from '../../../../utils/exchange/in/backup.ts';
import { canonicalJson } from '../../../../utils/library/canonical-json.ts';
import type { Library } from '../../../../utils/library/database.ts';
import { previewImport } from '../../../../utils/library/import/preview.ts';
import { runImport } from '../../../../utils/library/import/run.ts';
import { generated, random, type Generated } from '../../library/import/generated.ts';
import { fill, importContext } from '../../library/import/sources.ts';
import { contents, emptyLibrary, NOW } from '../../library/samples.ts';
import { backupOf, manifest, zipped } from '../backup-files.ts';
import { utf8, zipOf } from '../zip/zips.ts';

// Much is done in each: a guard against hanging, not a bar.
vi.setConfig({ testTimeout: 120_000 });

const pick = random(11);
const made: Generated[] = [];
for (let n = 0; n < 30; n += 1) made.push(await generated(pick, n));
const line = (n: number): string => canonicalJson(made[n]!.entry);
const ARTICLES = 'articles-0001.jsonl';

async function libraryWithSome(): Promise<Library> {
  const { library } = await emptyLibrary();
  await fill(library, made.slice(0, 5));
  return library;
}

/** What becomes of a file; whatever is refused leaves the library as it was. */
async function tried(file: Blob): Promise<unknown> {
  const library = await libraryWithSome();
  const before = await contents(library);
  const backup = await openBackup(file, NOW);
  if (!backup.ok) return backup.trouble;
  const result = await runImport(importContext(library), backup.source, {
    bringBackDeleted: false,
  });
  if (result.kind === 'done') return result.counts;
  expect(result).toMatchObject({ undone: true });
  expect(await contents(library)).toEqual(before);
  return result.kind === 'failed' ? backupTrouble(result.error) : result;
}

const counts = (changes: Record<string, unknown>) => ({
  entries: 0,
  pictures: 0,
  purged: 0,
  ...changes,
});

const utf16 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer),
  ]);

describe('a backup that is none, or not whole', () => {
  it.each([
    ['no zip', async () => new Blob(['{"format":"warraq-backup"}']), 'not-a-zip'],
    ['an empty file', async () => new Blob([]), 'not-a-zip'],
    ['a zip of something else', () => zipped({ 'a.txt': 'x' }), 'not-a-backup'],
    ['a manifest that is no JSON', () => zipped({ 'manifest.json': '{' }), 'not-a-backup'],
    [
      'a manifest of another',
      () => zipped({ 'manifest.json': '{"format":"other"}' }),
      'not-a-backup',
    ],
    ['a manifest in UTF-16', () => zipped({ 'manifest.json': utf16(manifest(0)) }), 'not-a-backup'],
    ['a manifest that is a list', () => zipped({ 'manifest.json': '[]' }), 'not-a-backup'],
    [
      'a manifest with objects for counts',
      () => zipped({ 'manifest.json': manifest(0, { counts: { entries: {} } }) }),
      'not-a-backup',
    ],
    [
      'a manifest of a hundred kilobytes',
      () => zipped({ 'manifest.json': ' '.repeat(100_000) }),
      'too-large',
    ],
    ['a newer version', () => zipped({ 'manifest.json': manifest(0, { version: 2 }) }), 'newer'],
  ])('%s is told as such', async (_, file, trouble) => {
    expect(await tried(await file())).toBe(trouble);
  });

  it.each([-1, 1.5, 1e300, '2', null])(
    'with %j articles in its manifest is none',
    async (count) => {
      const told = manifest(0, { counts: counts({ entries: count }) });
      expect(await tried(await zipped({ 'manifest.json': told }))).toBe('not-a-backup');
    },
  );

  it.each(['entries', 'purged'])('that announces billions of %s is not begun', async (of) => {
    const told = manifest(0, { counts: counts({ [of]: 2e9 }) });
    expect(await tried(await zipped({ 'manifest.json': told }))).toBe('too-many');
  });

  it('that the browser cannot read any more is told as such', async () => {
    const gone = new DOMException('gone', 'NotReadableError');
    const part = { arrayBuffer: () => Promise.reject(gone) };
    expect(await tried({ size: 100, slice: () => part } as unknown as Blob)).toBe('unreadable');
  });

  it('cut off anywhere, however near its end, is refused', async () => {
    const library = await libraryWithSome();
    const file = await backupOf(library);
    for (let cut = 4; cut < file.size; cut += Math.max(1, Math.floor((file.size - cut) / 7))) {
      expect(await tried(file.slice(0, cut))).toBe('truncated');
    }
  });

  it('that lacks articles its manifest counts is taken back when that shows', async () => {
    const files = { [ARTICLES]: `${line(10)}\n${line(11)}\n` };
    expect(await tried(await zipped({ ...files, 'manifest.json': manifest(3) }))).toBe('damaged');
    expect(await tried(await zipped({ 'manifest.json': manifest(2) }))).toBe('damaged');
  });

  it('with more rows than its manifest counts is read no further', async () => {
    const rows = `${line(10)}\n${line(11)}\n`;
    expect(await tried(await zipped({ [ARTICLES]: rows, 'manifest.json': manifest(1) }))).toBe(
      'damaged',
    );
    const endless = zipOf([
      { name: ARTICLES, bytes: new Uint8Array(2_000_000).fill(10) },
      { name: 'manifest.json', bytes: utf8(manifest(2)) },
    ]);
    const backup = await openBackup(endless, NOW);
    if (!backup.ok) throw new Error(backup.trouble);
    let read = 0;
    const reading = async (): Promise<void> => {
      for await (const row of backup.source.rows()) read += Number('faulty' in row);
    };
    await expect(reading()).rejects.toMatchObject({ trouble: 'damaged' });
    expect(read).toBe(2);
  });

  it('with another number of records of what was purged than its manifest counts is taken back', async () => {
    const record = `{"id":"${'e'.repeat(32)}","purgedAt":${NOW}}\n`;
    const withRecords = async (text: string | null, purged: number) => {
      const own = { [ARTICLES]: line(10), ...(text !== null && { 'purged.jsonl': text }) };
      const told = manifest(1, { counts: counts({ entries: 1, purged }) });
      return tried(await zipped({ ...own, 'manifest.json': told }));
    };
    expect(await withRecords(record, 1)).toMatchObject({ new: 1 });
    expect(await withRecords(null, 0)).toMatchObject({ new: 1 });
    expect(await withRecords(record.repeat(2), 1)).toBe('damaged');
    expect(await withRecords('\n'.repeat(50), 3)).toBe('damaged');
    expect(await withRecords(record, 2)).toBe('damaged');
    expect(await withRecords(null, 1)).toBe('damaged');
  });

  it('with a byte changed in its articles is taken back when that shows', async () => {
    const library = await libraryWithSome();
    const bytes = new Uint8Array(await (await backupOf(library)).arrayBuffer());
    bytes[2_000] = (bytes[2_000] ?? 0) ^ 1;
    const outcome = await tried(new Blob([bytes]));
    expect(outcome).toBe('damaged');
  });

  it('unpacked and packed again in a folder is still one', async () => {
    const files = { 'backup/manifest.json': manifest(1), [`backup/${ARTICLES}`]: line(10) };
    expect(await tried(await zipped(files))).toMatchObject({ new: 1, total: 1 });
  });
});

describe('a backup with hostile rows', () => {
  it('has them counted out, each with its reason, and the rest taken', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const entry = JSON.parse(line(12)) as Record<string, Record<string, unknown>>;
    const spoilt = (changes: Record<string, unknown>): string =>
      JSON.stringify({ ...entry, item: { ...entry['item'], ...changes } });
    const rows = [
      line(10),
      '',
      'null',
      '[]',
      '"text"',
      '{"item":',
      deep,
      `{"__proto__":${line(11)}}`,
      spoilt({ id: '../../etc' }),
      spoilt({ title: { __html: '<img src=x onerror=alert(1)>' } }),
      spoilt({ tags: 'all' }),
      spoilt({ url: 'javascript:alert(1)' }),
      spoilt({ addresses: [] }),
      spoilt({ schema: 3 }),
      spoilt({ savedAt: '2026' }),
      line(13),
    ];
    const file = await zipped({
      [ARTICLES]: rows.join('\n'),
      'manifest.json': manifest(rows.length),
    });
    const outcome = await tried(file);
    expect(outcome).toMatchObject({ new: 2, faulty: 14, total: 16 });
    expect(outcome).toMatchObject({
      reasons: new Map([
        ['malformed', 2],
        ['type', 12],
      ]),
    });
  });

  it('has a byte order mark let pass, and other encodings counted out', async () => {
    const counted = async (content: string | Uint8Array<ArrayBuffer>, rows: number) =>
      tried(await zipped({ [ARTICLES]: content, 'manifest.json': manifest(rows) }));
    expect(await counted(`\ufeff${line(10)}\n`, 1)).toMatchObject({ new: 1, faulty: 0 });
    const latin = Uint8Array.from('{"item":"\u00e9"}', (letter) => letter.charCodeAt(0));
    expect(await counted(latin, 1)).toMatchObject({ faulty: 1 });
    const wide = utf16(`${line(10)}\n`);
    const lines = wide.reduce((count, byte) => count + Number(byte === 10), 1);
    expect(await counted(wide, lines)).toMatchObject({ new: 0, faulty: lines });
  });

  it('takes one of several with one id for one, the best of each', async () => {
    const rows = [line(10), line(10), line(10)];
    const file = await zipped({ [ARTICLES]: rows.join('\n'), 'manifest.json': manifest(3) });
    expect(await tried(file)).toMatchObject({ new: 1, twice: 2 });
    const library = await libraryWithSome();
    const backup = await openBackup(file, NOW);
    if (!backup.ok) throw new Error(backup.trouble);
    expect(await previewImport(library, backup.source)).toMatchObject({ new: 1, twice: 2 });
  });

  it('brings times of the year 9999 back to when the file was made', async () => {
    const late = JSON.parse(line(10)) as { item: Record<string, unknown> };
    Object.assign(late.item, { savedAt: Date.UTC(9999, 1), updatedAt: Date.UTC(9999, 1) });
    const files = { [ARTICLES]: JSON.stringify(late), 'manifest.json': manifest(1) };
    const { library } = await emptyLibrary();
    for (const now of [NOW, NOW + 9_000_000]) {
      const backup = await openBackup(await zipped(files), now);
      if (!backup.ok) throw new Error(backup.trouble);
      await runImport(importContext(library, now), backup.source, { bringBackDeleted: false });
      expect(await library.items.toArray()).toMatchObject([{ savedAt: NOW, updatedAt: NOW }]);
    }
    const future = { createdAt: '9999-01-01T00:00:00Z' };
    const files2 = { ...files, 'manifest.json': manifest(1, future) };
    expect(await tried(await zipped(files2))).toMatchObject({ new: 1 });
  });

  it('passes over a line of two hundred megabytes without keeping it', async () => {
    const rows = [`${line(10)}\n"`, 'ا'.repeat(100_000_000), `"\n${line(11)}`].map(utf8);
    const file = zipOf([
      { name: ARTICLES, bytes: Buffer.concat(rows) },
      { name: 'manifest.json', bytes: utf8(manifest(3)) },
    ]);
    const outcome = await tried(file);
    expect(outcome).toMatchObject({ new: 2, faulty: 1, reasons: new Map([['too-large', 1]]) });
  });

  it('refuses a bomb without unpacking it', async () => {
    const file = zipOf([
      { name: ARTICLES, bytes: new Uint8Array(1_000_000), lies: { size: 2 ** 30 } },
      { name: 'manifest.json', bytes: utf8(manifest(1)) },
    ]);
    expect(await tried(file)).toBe('too-large');
  });
});
