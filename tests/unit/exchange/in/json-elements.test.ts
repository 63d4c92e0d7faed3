// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { jsonElements, type JsonElement } from '../../../../utils/exchange/in/json-elements.ts';

function parse(text: string, size = text.length, key: string | null = null): JsonElement[] {
  const elements = jsonElements(key);
  const all = [];
  for (let at = 0; at < text.length; at += size)
    all.push(...elements.push(text.slice(at, at + size)));
  return [...all, ...elements.end()];
}

const VALUES: unknown[] = [
  { a: 'ن"ص\\', b: ['[', { c: ']}' }], d: '\n\u2028,😀' },
  [],
  {},
  'نص, [{',
  -1.5e3,
  null,
  true,
  { 'x"y': { z: [[[1]]] } },
];

describe('jsonElements', () => {
  it('cuts out what JSON.parse reads, wherever the chunks end', () => {
    for (const text of [
      JSON.stringify(VALUES),
      JSON.stringify(VALUES, null, 2),
      ` \ufeff${JSON.stringify(VALUES)}\r\n`,
    ]) {
      for (const size of [text.length, 1, 2, 3, 5, 17]) {
        expect(parse(text, size)).toEqual(VALUES.map((value) => ({ value })));
      }
    }
  });

  it('finds a list under a key of the outermost object, not under one within', () => {
    const text = JSON.stringify({
      note: 'bookmarks',
      first: { bookmarks: [1] },
      other: [{ bookmarks: [2] }],
      bookmarks: VALUES,
      after: [3],
    });
    for (const size of [text.length, 1, 4]) {
      expect(parse(text, size, 'bookmarks')).toEqual(VALUES.map((value) => ({ value })));
    }
  });

  it('counts an element that is no JSON, or too deep, and goes on', () => {
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    const text = `[1,{"a":},${deep},{a:1},NaN,"\u0001",2]`;
    expect(parse(text, 7)).toEqual([
      { value: 1 },
      { faulty: 'malformed' },
      { faulty: 'too-deep' },
      { faulty: 'malformed' },
      { faulty: 'malformed' },
      { faulty: 'malformed' },
      { value: 2 },
    ]);
  });

  it('lets go of an element that is too large and goes on', () => {
    const elements = jsonElements(null);
    const piece = 'ا'.repeat(1_000_000);
    const all = elements.push('[{"a":"');
    for (let at = 0; at < 33; at += 1) all.push(...elements.push(piece));
    all.push(...elements.push('"},7]'), ...elements.end());
    expect(all).toEqual([{ faulty: 'too-large' }, { value: 7 }]);
  });

  it.each([
    ['[1', 'truncated'],
    ['["', 'truncated'],
    ['[{"a":1}', 'truncated'],
    ['[1]]', 'damaged'],
    ['[1]x', 'damaged'],
    ['[1][2]', 'damaged'],
    ['[1}', 'damaged'],
    ['x[1]', 'not-recognised'],
    ['{"a":1}', 'not-recognised'],
    ['', 'not-recognised'],
  ])('refuses %j: %s', (text, refusal) => {
    expect(() => parse(text, 1)).toThrow(expect.objectContaining({ refusal }) as Error);
  });
});
