// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { collectPictures, type ReadPicture } from '../../../../utils/library/pictures/collect.ts';

const never = new AbortController().signal;
const prepare = async (bytes: Uint8Array<ArrayBuffer>) => ({
  bytes,
  type: 'image/png',
  width: 1,
  height: 1,
});
const gives =
  (size: number): ReadPicture =>
  async () =>
    new Uint8Array(size);

beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue());
afterEach(() => vi.restoreAllMocks());

async function collected(addresses: string[], ways: ReadPicture[], signal = never) {
  const found = await collectPictures(addresses, { ways, prepare, signal });
  return found
    .map(({ address, bytes }): [string, number] => [address, bytes.length])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

test('the first way that leads to a picture is taken, and one that fails stops no other', async () => {
  const own: ReadPicture = async (address) => {
    if (address === 'broken') throw new Error('gone');
    return address === 'own' ? new Uint8Array(1) : null;
  };
  expect(await collected(['own', 'broken', 'other'], [own, gives(2)])).toEqual([
    ['broken', 2],
    ['other', 2],
    ['own', 1],
  ]);
  expect(await collected(['other'], [own])).toEqual([]);
});

test('what does not make a picture is left out', async () => {
  const means = { ways: [gives(1)], prepare: async () => null, signal: never };
  expect(await collectPictures(['a', 'b'], means)).toEqual([]);
});

test('no more than three are asked for at once', async () => {
  let open = 0;
  let most = 0;
  const slow: ReadPicture = async () => {
    most = Math.max(most, ++open);
    await new Promise((resolve) => setTimeout(resolve));
    open -= 1;
    return new Uint8Array(1);
  };
  expect(await collected([...'abcdefgh'], [slow])).toHaveLength(8);
  expect(most).toBe(3);
});

test('one article takes no more than its room', async () => {
  const found = await collected(['a', 'b', 'c'], [gives(9_000_000)]);
  expect(found).toHaveLength(2);
});

test('once ended, what is there until then counts', async () => {
  const stop = new AbortController();
  const way: ReadPicture = async () => {
    stop.abort();
    return new Uint8Array(1);
  };
  const found = await collected([...'abcdefgh'], [way], stop.signal);
  expect(found.length).toBeLessThanOrEqual(3);
  expect(found.length).toBeGreaterThan(0);
});
