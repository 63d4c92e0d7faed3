import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { inParts, type Working } from '../../../components/library/in-parts.ts';

const ids = Array.from({ length: 600 }, (_, at) => `n${at}`);

test('many items are changed part by part, and it is told how far that is', async () => {
  const working = signal<Working | null>(null);
  const told: (number | undefined)[] = [];
  const parts: string[][] = [];
  const done = await inParts(
    ids,
    async (part) => {
      told.push(working.value?.done);
      parts.push(part);
    },
    working,
  );
  expect(done).toBe(600);
  expect(parts.flat()).toEqual(ids);
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(250);
  expect(told).toEqual([0, 250, 500]);
  expect(working.value).toBeNull();
});

test('what is done before it is cancelled or fails stays done, and is counted', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const working = signal<Working | null>(null);
  expect(await inParts(ids, async () => working.value?.cancel(), working)).toBe(250);
  let asked = 0;
  const failing = async (): Promise<void> => {
    asked += 1;
    if (asked === 3) throw new Error('closed');
  };
  expect(await inParts(ids, failing, working)).toBe(500);
  expect(working.value).toBeNull();
});
