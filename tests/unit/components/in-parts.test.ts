import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { inParts, type Working } from '../../../components/library/in-parts.ts';

/** One on which each item takes so many milliseconds. */
function machine(each: number, seen: () => void = () => undefined) {
  let time = 0;
  const parts: string[][] = [];
  const work = async (part: string[]): Promise<void> => {
    seen();
    parts.push(part);
    time += part.length * each;
  };
  return { now: () => time, parts, work };
}

const ids = Array.from({ length: 600 }, (_, at) => `n${at}`);

test('many items are changed part by part, and it is told how far that is', async () => {
  const working = signal<Working | null>(null);
  const told: (number | undefined)[] = [];
  const { now, parts, work } = machine(1, () => told.push(working.value?.done));
  expect(await inParts(ids, work, working, now)).toBe(600);
  expect(parts.flat()).toEqual(ids);
  expect(told.slice(0, 2)).toEqual([0, 25]);
  expect(told.every((at, index) => at === parts.slice(0, index).flat().length)).toBe(true);
  expect(working.value).toBeNull();
});

test('a part takes no longer than a save may wait, on any machine', async () => {
  for (const each of [0, 0.01, 1, 3, 40, 500]) {
    const { now, parts, work } = machine(each);
    await inParts(ids, work, signal<Working | null>(null), now);
    const sizes = parts.slice(1, -1).map((part) => part.length);
    for (const size of sizes) {
      expect(size === 1 || size * each <= 100, `${size} of ${each} ms`).toBe(true);
      expect(size).toBeLessThanOrEqual(250);
    }
  }
});

test('few items are told of where they take long', async () => {
  const working = signal<Working | null>(null);
  const told: boolean[] = [];
  const { now, work } = machine(30, () => told.push(working.value !== null));
  await inParts(ids.slice(0, 30), work, working, now);
  expect(told[0]).toBe(false);
  expect(told.at(-1)).toBe(true);
});

test('what is done before it is cancelled or fails stays done, and is counted', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const working = signal<Working | null>(null);
  expect(await inParts(ids, async () => working.value?.cancel(), working)).toBe(25);
  let asked = 0;
  const failing = async (): Promise<void> => {
    asked += 1;
    if (asked === 3) throw new Error('closed');
  };
  expect(await inParts(ids, failing, working, () => 0)).toBe(25 + 38);
  expect(working.value).toBeNull();
});
