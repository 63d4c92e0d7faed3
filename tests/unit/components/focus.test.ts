import { describe, expect, test } from 'vitest';
import { bandAround, lineNear, mergeLines } from '../../../components/focus/lines.ts';
import { minutesLeft } from '../../../components/focus/minutes-left.ts';

const LINES = [
  { top: 100, bottom: 120 },
  { top: 136, bottom: 156 },
  { top: 190, bottom: 210 },
];

describe('lines', () => {
  test('runs of one line are one, be they raised, larger or apart', () => {
    const boxes = [
      { top: 136, bottom: 156 },
      { top: 100, bottom: 120 },
      { top: 97, bottom: 109 },
      { top: 98, bottom: 122 },
    ];
    expect(mergeLines(boxes)).toEqual([
      { top: 97, bottom: 122 },
      { top: 136, bottom: 156 },
    ]);
  });

  test('lines whose boxes overlap a little stay two', () => {
    const close = [
      { top: 100, bottom: 130 },
      { top: 122, bottom: 152 },
    ];
    expect(mergeLines(close)).toEqual(close);
  });

  test('the nearest is found, in a line, between two and beyond all', () => {
    expect(lineNear(LINES, 140)).toBe(1);
    expect(lineNear(LINES, 165)).toBe(1);
    expect(lineNear(LINES, 180)).toBe(2);
    expect(lineNear(LINES, 0)).toBe(0);
    expect(lineNear(LINES, 900)).toBe(2);
    expect(lineNear([], 10)).toBe(-1);
  });

  test('one before and one after stay clear, as far as there are any', () => {
    expect(bandAround(LINES, 1)).toEqual({ top: 100, bottom: 210 });
    expect(bandAround(LINES, 0)).toEqual({ top: 100, bottom: 156 });
    expect(bandAround(LINES, -1)).toBeNull();
  });
});

describe('what is left to read', () => {
  const arabic = { text: 'كلمة '.repeat(1400) };

  test('goes by Gecko’s reading speeds, of the letters that are left', () => {
    // 3,500 characters, at 700 and at 524 a minute.
    expect(minutesLeft(arabic, 0.5)).toEqual({ min: 5, max: 7 });
    expect(minutesLeft({ text: 'word '.repeat(1400) }, 0.5)).toEqual({ min: 4, max: 5 });
    expect(minutesLeft(arabic, 0.99)).toEqual({ min: 1, max: 1 });
  });

  test('is not told before reading begins, after its end, and of what is no text', () => {
    expect(minutesLeft(arabic, 0)).toBeNull();
    expect(minutesLeft(arabic, 1)).toBeNull();
    expect(minutesLeft({ text: '' }, 0.5)).toBeNull();
    expect(minutesLeft({ text: null as never }, 0.5)).toBeNull();
  });
});
