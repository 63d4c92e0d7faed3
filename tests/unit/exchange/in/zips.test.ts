// @vitest-environment node
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../zip/zips.ts';
import { fixture, read, rowsOf } from './support.ts';

const LIBRARY = '<p>فتحت المكتبة أبوابها صباح اليوم.</p>';
const WHEAT = '<p>انخفض السعر للشهر الثالث.</p>';

const ARCHIVE = {
  'metadata_0_to_20.json': fixture('omnivore.json'),
  'content/iftitah-maktaba-18c2.html': LIBRARY,
  'content/qamh-18c3.html': WHEAT,
  'highlights/iftitah-maktaba-18c2.md': '> فتحت المكتبة أبوابها\n\nخبر جميل\nحقا\n\n> صباح اليوم\n',
};

function zipped(
  files: Record<string, string | Uint8Array>,
  level: 0 | 1 | 9 = 1,
): Uint8Array<ArrayBuffer> {
  const parts: Zippable = {};
  for (const [name, text] of Object.entries(files)) {
    parts[name] = [typeof text === 'string' ? strToU8(text) : text, { level }];
  }
  return zipSync(parts);
}

/** A zip with one of its numbers changed, wherever the record stands. */
function withNumber(
  bytes: Uint8Array<ArrayBuffer>,
  signature: number,
  field: number,
  value: number,
): Blob {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let at = 0; at + 4 <= changed.length; at += 1) {
    if (view.getUint32(at, true) === signature) {
      view.setUint32(at + field, value, true);
      break;
    }
  }
  return new Blob([changed]);
}

const CENTRAL = 0x02014b50;
const END = 0x06054b50;

describe('an archive of Omnivore', () => {
  it.each([0, 9] as const)('gives each row its text and its passages (level %d)', async (level) => {
    const parts = await read(new Blob([zipped(ARCHIVE, level)]));
    const [library, wheat] = rowsOf(parts);
    expect(library).toMatchObject({
      title: 'افتتاح مكتبة عامة',
      html: LIBRARY,
      notes: [
        { quote: 'فتحت المكتبة أبوابها', text: 'خبر جميل\nحقا', at: null },
        { quote: 'صباح اليوم', text: null, at: null },
      ],
    });
    expect(wheat).toMatchObject({ html: WHEAT, archived: true });
    expect(parts).toHaveLength(3);
  });

  it('reads every list, in the order of their numbers, from a folder too', async () => {
    const list = (slug: string): string =>
      JSON.stringify([
        { slug, url: `https://n.example/${slug}`, title: slug, savedAt: '2023-01-01', labels: [] },
      ]);
    const files = {
      'export/metadata_100_to_120.json': list('c'),
      'export/metadata_20_to_40.json': list('b'),
      'export/metadata_0_to_20.json': list('a'),
      'export/content/b.html': WHEAT,
    };
    const rows = rowsOf(await read(new Blob([zipped(files)])));
    expect(rows.map(({ title, html }) => [title, html])).toEqual([
      ['a', null],
      ['b', WHEAT],
      ['c', null],
    ]);
  });

  it('finds the texts where a tool of Windows packed it again', async () => {
    const files = Object.entries(ARCHIVE).map(([name, text]) => ({
      name: `export/${name}`.replaceAll('/', '\\'),
      bytes: strToU8(text),
    }));
    expect(await read(zipOf(files))).toEqual(await read(new Blob([zipped(ARCHIVE)])));
  });

  it('unpacks a text once, however many rows name it', async () => {
    const one = { slug: 'x', title: 'خبر', savedAt: '2023-01-01', labels: [] };
    const many = Array.from({ length: 2_000 }, (_, at) => ({
      ...one,
      url: `https://n.example/${at}`,
    }));
    const text = `<p>${'نص '.repeat(2_000_000)}</p>`;
    const files = { 'metadata_0_to_20.json': JSON.stringify(many), 'content/x.html': text };
    const rows = rowsOf(await read(new Blob([zipped(files, 0)])));
    expect(rows).toHaveLength(2_000);
    expect(rows.filter(({ html }) => html !== null)).toHaveLength(1);
  });

  it('takes a row without its text where that is too large', async () => {
    const text = `<p>${'نص وخبر '.repeat(1_200_000)}</p>`;
    const files = { ...ARCHIVE, 'content/qamh-18c3.html': text };
    const rows = rowsOf(await read(new Blob([zipped(files, 0)])));
    expect(rows[1]).toMatchObject({ html: null, textLeftOut: true });
  });

  it.each(['__proto__', 'constructor', '../../etc/passwd', '', 'x'.repeat(100_000)])(
    'finds no text under %j',
    async (slug) => {
      const row = {
        slug,
        url: 'https://n.example/a',
        title: 'خبر',
        savedAt: '2023-01-01',
        labels: [],
      };
      const files = { 'metadata_0_to_20.json': JSON.stringify([row]) };
      expect(rowsOf(await read(new Blob([zipped(files)])))).toMatchObject([{ html: null }]);
    },
  );
});

describe('a hostile zip', () => {
  it('refuses what packs a thousand times over, long before it is unpacked', async () => {
    const spaces = new Uint8Array(70_000_000).fill(0x20);
    const bomb = zipped({ 'metadata_0_to_20.json': spaces });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await read(new Blob([bomb]))).toEqual([{ refused: 'bomb' }]);
    spaces.set(strToU8('title,url,time_added,tags,status\n'));
    const list = zipped({ 'part_000000.csv': spaces });
    expect(await read(new Blob([list]))).toEqual([{ refused: 'bomb' }]);
  }, 60_000);

  it('refuses a part that is longer or shorter than its directory says', async () => {
    const bytes = zipped({ 'a.csv': fixture('pocket-five-columns.csv') });
    expect(await read(withNumber(bytes, CENTRAL, 24, 10))).toEqual([{ refused: 'damaged' }]);
    expect(await read(withNumber(bytes, CENTRAL, 24, 1e6))).toEqual([{ refused: 'damaged' }]);
  });

  it.each([
    ['a part that begins elsewhere', CENTRAL, 42, 7],
    ['a part beyond the end', CENTRAL, 20, 1e9],
    ['a directory that is none', END, 16, 3],
    ['a directory beyond the end', END, 16, 1e9],
    ['a part packed in an unknown way', CENTRAL, 10, 99],
    ['an encrypted part', CENTRAL, 8, 1],
    ['a directory of four gigabytes', END, 12, 0xffffffff],
  ])('refuses %s', async (_, signature, field, value) => {
    const bytes = zipped({ 'a.csv': fixture('pocket-five-columns.csv') });
    expect(await read(withNumber(bytes, signature, field, value))).toEqual([
      { refused: expect.any(String) as string },
    ]);
  });

  it('says that it is locked', async () => {
    const bytes = zipped({ 'a.csv': fixture('pocket-five-columns.csv') });
    expect(await read(withNumber(bytes, CENTRAL, 8, 1))).toEqual([{ refused: 'encrypted' }]);
  });

  it('tells a file that is gone while a part is read', async () => {
    const file = new Blob([zipped({ 'metadata_0_to_20.json': '[1,2,3]' })]);
    const slice = file.slice.bind(file);
    // All but what is read of a part: that is a slice of a slice.
    file.slice = (...at) =>
      Object.assign(slice(...at), {
        slice: () => ({
          arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')),
        }),
      });
    expect(await read(file)).toEqual([{ refused: 'unreadable' }]);
  });

  it('refuses a zip cut off anywhere, and one with bytes changed takes nothing by mistake', async () => {
    const bytes = zipped(ARCHIVE);
    for (let at = 4; at < bytes.length; at += 13) {
      const cut = await read(new Blob([bytes.slice(0, at)]));
      expect(cut).toEqual([{ refused: 'truncated' }]);
    }
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = bytes.slice();
      changed[at]! ^= 0xff;
      // Whatever it gives, it gives values and comes to an end.
      await read(new Blob([changed]));
    }
  });

  it('stops in the middle of a part when told to', async () => {
    const controller = new AbortController();
    const file = new Blob([zipped({ 'metadata_0_to_20.json': `[${'1,'.repeat(2_000_000)}1]` }, 0)]);
    const reading = read(file, {
      signal: controller.signal,
      onProgress: () => controller.abort(new DOMException('enough', 'AbortError')),
    });
    await expect(reading).rejects.toThrow('enough');
  });
});
