// @vitest-environment node
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../../utils/exchange/in/read-import.ts';
import { FIXTURES, fixture, read } from './support.ts';

function zip(files: Record<string, string>): Blob {
  const parts = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return new Blob([zipSync(Object.fromEntries(parts))]);
}

const FORMATS: Record<(typeof FIXTURES)[number], string> = {
  'pocket-five-columns.csv': 'pocket-csv',
  'pocket-six-columns.csv': 'pocket-csv',
  'pocket.html': 'pocket-html',
  'instapaper-four-columns.csv': 'instapaper-csv',
  'instapaper-six-columns.csv': 'instapaper-csv',
  'readwise.csv': 'readwise-csv',
  'matter.csv': 'matter-csv',
  'omnivore.json': 'omnivore-json',
  'wallabag.json': 'wallabag-json',
  'karakeep.json': 'karakeep-json',
  'bookmarks.html': 'netscape-bookmarks',
};

describe('detectFormat', () => {
  it.each(FIXTURES)('tells %s by its content, also zipped', async (name) => {
    const text = fixture(name);
    // A name and a type that say otherwise are not believed.
    const file = new File([text], 'backup.zip', { type: 'application/pdf' });
    expect(await detectFormat(file)).toEqual({ format: FORMATS[name] });
    expect(await detectFormat(zip({ [name]: text }))).toEqual({ format: FORMATS[name] });
    expect(await read(zip({ [name]: text }))).toEqual(await read(text));
  });

  it('reads columns by name, wherever they stand', async () => {
    const file =
      'tags,status,URL ,time_added,Title\nا|ب,unread,https://n.example/a,1700000000,خبر\n';
    expect(await detectFormat(new Blob([file]))).toEqual({ format: 'pocket-csv' });
    expect(await read(file)).toMatchObject([{ row: { title: 'خبر', tags: ['ا', 'ب'] } }]);
  });

  it('tells a list whose first row is broken or very long', async () => {
    const rows = fixture('wallabag.json').trim().slice(1);
    const long = `{"content":"${'ا'.repeat(3_000_000)}","url":"https://n.example/a","title":"خبر","is_archived":0,"is_starred":0,"tags":[]}`;
    for (const first of ['7', 'null', '{"a"', '{}', long]) {
      const file = new Blob([`[${first},${rows}`]);
      // A bracket that stays open is no broken row: the list never ends.
      const expected = first === '{"a"' ? { refused: 'truncated' } : { format: 'wallabag-json' };
      expect(await detectFormat(file), first.slice(0, 20)).toEqual(expected);
    }
  });

  it('tells our own, for others to read', async () => {
    const archive = zip({ 'manifest.json': '{"format":"warraq-backup","version":1}' });
    expect(await detectFormat(archive)).toEqual({ format: 'warraq-backup' });
    const packedAgain = zip({ 'كتبي/manifest.json': '{"format":"warraq-backup","version":1}' });
    expect(await detectFormat(packedAgain)).toEqual({ format: 'warraq-backup' });
    const list = new Blob(['{"format":"warraq-library","version":1,"items":[]}']);
    expect(await detectFormat(list)).toEqual({ format: 'warraq-json' });
    expect(await read(archive)).toEqual([{ refused: 'not-recognised' }]);
    expect(await read(list)).toEqual([{ refused: 'not-recognised' }]);
  });

  it.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['[]', 'empty'],
    ['{"bookmarks":[]}', 'empty'],
    ['خبر', 'not-recognised'],
    ['a,b,c\n1,2,3\n', 'not-recognised'],
    ['<!doctype html><title>خبر</title><p>نص</p>', 'not-recognised'],
    ['[1,2,3]', 'not-recognised'],
    ['[[[[]]]]', 'not-recognised'],
    ['{"a":[1]}', 'not-recognised'],
    ['{"__proto__":{"bookmarks":[{"content":1,"createdAt":1,"tags":[]}]}}', 'not-recognised'],
    ['"text"', 'not-recognised'],
    ['%PDF-1.7', 'not-recognised'],
    ['[{"url":"https://n.example"', 'truncated'],
    ['PK\u0003\u0004', 'truncated'],
  ])('refuses %j: %s', async (text, refused) => {
    expect(await detectFormat(new Blob([text]))).toEqual({ refused });
    expect(await read(text)).toEqual([{ refused }]);
  });

  it('passes over what else lies in a zip, but not over two kinds of lists', async () => {
    const both = {
      'pocket.csv': fixture('pocket-five-columns.csv'),
      'a.html': fixture('bookmarks.html'),
    };
    expect(await detectFormat(zip(both))).toEqual({ refused: 'not-recognised' });
    const pocket = {
      'pocket/part_000000.csv': fixture('pocket-five-columns.csv'),
      'pocket/part_000001.csv': fixture('pocket-six-columns.csv'),
      'pocket/annotations/part_000000.json': '[]',
      'pocket/collections/one.json': '{"title":"مجموعة","items":[{"url":"https://n.example"}]}',
      '__MACOSX/pocket/._part_000000.csv': '\u0000\u0005\u0016\u0007',
    };
    expect(await detectFormat(zip(pocket))).toEqual({ format: 'pocket-csv' });
    expect(await read(zip(pocket))).toEqual([
      ...(await read(fixture('pocket-five-columns.csv'))),
      ...(await read(fixture('pocket-six-columns.csv'))),
    ]);
    expect(await detectFormat(zip({ 'a.txt': 'نص' }))).toEqual({ refused: 'not-recognised' });
  });

  it('says so when the browser can no longer read the file', async () => {
    const gone = new File(['[{}]'], 'list.json');
    gone.slice = () =>
      ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }) as never;
    expect(await detectFormat(gone)).toEqual({ refused: 'unreadable' });
  });
});
