// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { momentOf, publishedOf } from '../../../../utils/exchange/in/imported-dates.ts';
import { checkRow, type RawRow } from '../../../../utils/exchange/in/imported.ts';
import { NOW, row } from './support.ts';

const ADDRESS = 'https://news.example/a';
const check = (raw: RawRow) => checkRow({ url: ADDRESS, ...raw }, NOW);

/** What a field might hold instead, among it what a view would take for an element. */
const STRANGERS: unknown[] = [
  {},
  { type: 'script', props: { children: 'alert(1)' }, key: null, ref: null, constructor: undefined },
  { toString: () => 'text', length: 4 },
  [{ a: 1 }],
  [['a']],
  JSON.parse('{"__proto__":{"length":3}}'),
];

describe('checkRow', () => {
  const FIELDS = ['title', 'byline', 'siteName', 'excerpt', 'lang', 'tags', 'notes', 'archived'];
  const MORE = ['favourite', 'progress', 'savedAt', 'publishedTime', 'html'];

  it.each([...FIELDS, ...MORE])('counts a row with a strange %s as faulty', (field) => {
    for (const stranger of STRANGERS) {
      if (field === 'notes' && Array.isArray(stranger) && !Array.isArray(stranger[0])) continue;
      expect(check({ [field]: stranger }), JSON.stringify(stranger)).toEqual({ faulty: 'type' });
    }
  });

  it.each([...FIELDS, ...MORE])('takes a row without %s', (field) => {
    expect(check({ [field]: null })).toEqual(row({ url: ADDRESS }));
    expect(check({ [field]: undefined })).toEqual(row({ url: ADDRESS }));
  });

  it.each([
    undefined,
    null,
    7,
    {},
    [],
    '',
    'news',
    'https://',
    'https://n.example/\u0000',
    `https://n.example/${'a'.repeat(32_000)}`,
  ])('needs an address (%#)', (url) => {
    expect(checkRow({ url }, NOW)).toEqual({ faulty: 'address' });
  });

  it.each([
    'javascript:alert(1)',
    'place:sort=8',
    'data:text/html,x',
    'chrome://settings',
    'mailto:a@n.example',
    'about:blank',
    ' JavaScript:alert(1)',
  ])('passes over what leads to no page: %s', (url) => {
    expect(checkRow({ url }, NOW)).toEqual({ skipped: 'no-page' });
  });

  it('takes no field from a prototype', () => {
    const raw = JSON.parse('{"url":"https://news.example/a","__proto__":{"title":"x"}}') as RawRow;
    expect(checkRow(raw, NOW)).toEqual(row({ url: ADDRESS }));
    const notes = JSON.parse('[{"__proto__":{"quote":"x","text":"y"}}]') as unknown;
    expect(check({ notes })).toEqual(row({ url: ADDRESS }));
    expect(({} as Record<string, unknown>)['title']).toBeUndefined();
  });

  it('cleans and bounds what is shown, never through a letter', () => {
    const long = `${'ا'.repeat(1_999)}😀`;
    expect(check({ title: long })).toEqual(row({ url: ADDRESS, title: 'ا'.repeat(1_999) }));
    expect(check({ title: ' أ\n\t ب \u0000\u009f' })).toEqual(row({ url: ADDRESS, title: 'أ ب' }));
    expect(check({ title: 'أ\ud800ب' })).toEqual(row({ url: ADDRESS, title: 'أ\ufffdب' }));
    expect(check({ title: ` ${ADDRESS} ` })).toEqual(row({ url: ADDRESS }));
    const tags = [' أ ', 'أ', '', 'ب'.repeat(500)];
    expect(check({ tags })).toEqual(row({ url: ADDRESS, tags: ['أ', 'ب'.repeat(80)] }));
    expect(check({ tags: Array.from({ length: 201 }, () => 'أ') })).toEqual({ faulty: 'type' });
  });

  it('leaves out a text that no parser should be given, and says so', () => {
    const link = row({ url: ADDRESS, textLeftOut: true });
    expect(check({ html: 'ا'.repeat(8_000_001) })).toEqual(link);
    expect(check({ html: '<div>'.repeat(100_000) })).toEqual(link);
    const formatting = Array.from({ length: 250 }, (_, at) => `<b id=${at}>`).join('');
    const given = check({ html: formatting + '<p>نص'.repeat(100_000) });
    expect(given).toMatchObject({ row: { textLeftOut: true } });
    expect(check({ html: ' ' })).toEqual(row({ url: ADDRESS }));
    const honest = `<div>${'<section><p>نص <b>غليظ</b><p>آخر<br>'.repeat(2_000)}`;
    expect(check({ html: honest.replaceAll('<p>آخر', '</section><p>آخر') })).toMatchObject({
      row: { textLeftOut: false },
    });
  });

  it.each([
    [0.5, 0.5],
    ['0.5', 0.5],
    [7, 1],
    [-1, 0],
    ['', null],
    ['half', null],
    [Number.NaN, null],
  ])('reads a share of %j as %j', (progress, expected) => {
    expect(check({ progress })).toEqual(row({ url: ADDRESS, progress: expected }));
  });
});

describe('momentOf', () => {
  const AT = Date.UTC(2023, 10, 14, 22, 13, 20);

  it.each([
    1_700_000_000,
    '1700000000',
    1_700_000_000_000,
    '1700000000000',
    1_700_000_000_000_000,
    '1700000000000000000',
    '2023-11-14T22:13:20Z',
    '2023-11-14T22:13:20.000Z',
    '2023-11-14 22:13:20+00:00',
    '2023-11-15T01:13:20+0300',
    '2023-11-14 22:13:20',
    'Tue, 14 Nov 2023 22:13:20 GMT',
  ])('reads %j in whatever unit it is', (value) => {
    expect(momentOf(value, NOW)).toBe(AT);
  });

  it.each([
    '9999-12-31T23:59:59Z',
    253_402_300_799,
    253_402_300_799_000,
    '253402300799',
    '275760-09-13',
    NOW / 1000 + 86_401,
    NOW + 90_000_000,
    Number.MAX_VALUE,
    Number.POSITIVE_INFINITY,
  ])('brings %j back to now', (value) => {
    expect(momentOf(value, NOW)).toBe(NOW);
  });

  it('lets a clock be a few hours ahead', () => {
    expect(momentOf(NOW + 3_600_000, NOW)).toBe(NOW + 3_600_000);
  });

  it.each([
    0,
    1,
    -1,
    -1_700_000_000,
    '-1700000000',
    '',
    'x',
    'أمس',
    '2023-13-45',
    '1969-12-31',
    null,
    undefined,
    {},
    [],
    Number.NaN,
  ])('finds nothing in %j', (value) => {
    expect(momentOf(value, NOW)).toBeNull();
  });
});

describe('publishedOf', () => {
  it.each([
    ['2023-05', '2023-05'],
    ['2023-05-06', '2023-05-06'],
    ['2023-05-06 07:08', '2023-05-06T07:08:00'],
    ['2023-05-06T07:08:09.123+0300', '2023-05-06T07:08:09+03:00'],
    ['2023-05-06T07:08:09Z', '2023-05-06T07:08:09Z'],
    ['1923-05-06', '1923-05-06'],
    [1_683_356_889, '2023-05-06T07:08:09Z'],
    ['9999-12-31', null],
    [253_402_300_799, null],
    ['0000-00-00 00:00:00', null],
    ['x', null],
    [null, null],
  ])('reads %j as %j', (value, expected) => {
    expect(publishedOf(value, NOW)).toBe(expected);
  });
});
