// @vitest-environment node
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../../../utils/exchange/in/csv-rows.ts';
import { Refused } from '../../../../utils/exchange/in/refusal.ts';

function parse(text: string, size = text.length): string[][] {
  const rows = csvRows(',');
  const all = [];
  for (let at = 0; at < text.length; at += Math.max(1, size)) {
    all.push(...rows.push(text.slice(at, at + Math.max(1, size))));
  }
  return [...all, ...rows.end()].map(({ cells }) => cells);
}

/** A small generator with a seed: the same tables every time. */
function chooser(seed: number): (upTo: number) => number {
  let state = seed;
  return (upTo) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % upTo;
  };
}

const PIECES = [
  'خبر',
  '"',
  ',',
  '\n',
  '\r\n',
  ' ',
  'مَدْرَسة',
  '😀',
  "'",
  '',
  'a;b',
  '\u200f',
  '=1+1',
];

function table(seed: number): string[][] {
  const choose = chooser(seed);
  const cell = () =>
    Array.from({ length: choose(5) }, () => PIECES[choose(PIECES.length)]).join('');
  return Array.from({ length: 1 + choose(6) }, () => [
    'x',
    ...Array.from({ length: 1 + choose(4) }, cell),
  ]);
}

describe('csvRows', () => {
  it('reads what papaparse writes, wherever the chunks end', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const cells = table(seed);
      for (const newline of ['\n', '\r\n']) {
        const text = Papa.unparse(cells, { newline }) + newline;
        for (const size of [text.length, 1, 2, 3, 7]) {
          expect(parse(text, size), JSON.stringify(text)).toEqual(cells);
        }
      }
    }
  });

  it.each([
    ['a,b', [['a', 'b']]],
    ['a,b\n', [['a', 'b']]],
    ['a,b\r', [['a', 'b']]],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['""', [['']]],
    ['"",""\n', [['', '']]],
    ['a"b"c,d\n', [['a"b"c', 'd']]],
    ['"a"b,c\n', [['ab', 'c']]],
    ['"a""b"\n', [['a"b']]],
    ['\r\na\r\n\r\n\nb', [['a'], ['b']]],
  ])('reads %j', (text, rows) => {
    expect(parse(text)).toEqual(rows);
    expect(parse(text, 1)).toEqual(rows);
  });

  it('refuses a file that ends within quotes', () => {
    expect(() => parse('a,"b')).toThrow(Refused);
    expect(() => parse('a,"b""')).toThrow(Refused);
  });

  it('follows a row that is too large to its end, and keeps the next', () => {
    const rows = csvRows(',');
    const piece = 'ا'.repeat(100_000);
    const all = rows.push('"');
    for (let at = 0; at < 30; at += 1) all.push(...rows.push(piece));
    all.push(...rows.push(`"\nb\n${','.repeat(501)}\nc\n`), ...rows.end());
    expect(all.map(({ cells, tooLarge }) => [cells, tooLarge])).toEqual([
      [[], true],
      [['b'], false],
      [[], true],
      [['c'], false],
    ]);
  });
});
