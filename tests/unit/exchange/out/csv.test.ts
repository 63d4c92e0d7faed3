import { parse } from 'papaparse';
import { describe, expect, it } from 'vitest';
import { CSV_COLUMNS, exportCsv } from '../../../../utils/exchange/out/csv.ts';
import { asWritten, harmless } from '../../../../utils/exchange/harmless-cell.ts';
import { splitTags } from '../../../../utils/exchange/tag-cell.ts';
import { collect } from '../collect.ts';
import { each, edit, exported, HARD, type Sample } from './samples.ts';

async function rows(...samples: Sample[]): Promise<Record<string, string>[]> {
  const out = collect();
  await exportCsv(each(...samples.map(exported)), out.write, {});
  const { data, errors, meta } = parse<Record<string, string>>(out.text(), { header: true });
  expect(errors.filter(({ code }) => code !== 'TooFewFields')).toEqual([]);
  expect(meta.fields).toEqual(CSV_COLUMNS);
  // papaparse takes the empty end of the last line for a row.
  return data.filter((row) => Object.keys(row).length > 1);
}

const tag = (name: string, removed = false) => ({ name, stamp: '1', removed });

it('begins with a byte order mark and ends its lines as RFC 4180 does', async () => {
  const out = collect();
  await exportCsv(each(exported()), out.write, {});
  expect([...out.bytes().subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(out.text().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
});

it('tells what is known of an article', async () => {
  const [row] = await rows({
    item: { tags: [tag('سياسة'), tag('قديم', true), tag('a|b')], archived: true, favourite: true },
    edits: [
      edit('title', { value: 'عنوان صححته' }),
      edit('note', { value: 'للعودة إليها' }),
      edit('note', { id: 'gone', value: 'محذوفة', removed: true }),
    ],
  });
  expect(row).toEqual({
    title: 'عنوان صححته',
    url: 'https://news.example/story-4821973',
    byline: 'سلمى حداد',
    site: 'صحيفة المثال',
    published: '2026-11-24T09:30:00+03:00',
    saved: '2026-11-24T18:00:00.000Z',
    tags: String.raw`سياسة|a\|b`,
    status: 'archive',
    favourite: '1',
    minutes: '1',
    note: 'للعودة إليها',
  });
});

it('tells what was read from what was not', async () => {
  const position = { block: 'b1', offset: 3, share: 0.5 };
  const read = await rows(
    {},
    { item: { position } },
    { item: { position, archived: true } },
    { item: { position, deletedAt: 1 } },
  );
  expect(read.map(({ status }) => status)).toEqual(['unread', 'read', 'archive', 'trash']);
});

it('keeps order and every character', async () => {
  const title = `"${HARD}", \r\n«;»\t'`;
  const read = await rows({ article: { title } }, { article: null }, { article: { title: 'ب' } });
  expect(read.map((row) => row['title'])).toEqual([title, 'رابط', 'ب']);
  expect(read[1]).toMatchObject({ minutes: '', published: '', status: 'unread' });
});

describe('a cell a spreadsheet would run', () => {
  const HOSTILE = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\u0000x',
    '\u001Bx',
    '\u009Fx',
    '\u202E=1',
    '\u200F\u061C =1',
    '\uFEFF=1',
    '\u2066\u00A0@x',
    '\u00AD+x',
    '＝1',
    '＋1',
    "'=1",
    "''=1",
  ];

  it.each(HOSTILE)('%j is made harmless, and comes back as it was', async (cell) => {
    const [row] = await rows({ article: { title: cell }, item: { tags: [tag(cell)] } });
    expect(row?.['title']).toBe(`'${cell}`);
    expect(asWritten(row?.['title'] ?? '')).toBe(cell);
    expect(splitTags(asWritten(row?.['tags'] ?? ''))).toEqual([cell]);
  });

  it.each(['مقالة', "'مقالة'", '١=١', 'a=b', '«-»', '', "'", ' س'])('%j is left alone', (cell) => {
    expect(harmless(cell)).toBe(cell);
    expect(asWritten(cell)).toBe(cell);
  });
});
