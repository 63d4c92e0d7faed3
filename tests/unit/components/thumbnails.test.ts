import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { thumbnailUrl } from '../../../components/library/thumbnails.ts';

const readKept = vi.hoisted(() => vi.fn<(hashes: string[]) => Promise<Map<string, Blob>>>());
vi.mock('../../../utils/read-kept.ts', () => ({ readKept }));

const revoked: string[] = [];
let made = 0;

beforeEach(() => {
  readKept.mockReset();
  readKept.mockImplementation(
    async (hashes) =>
      new Map(hashes.filter((one) => !one.startsWith('no')).map((one) => [one, new Blob([one])])),
  );
  revoked.length = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${++made}`);
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void revoked.push(address));
});
afterEach(() => vi.restoreAllMocks());

const all = (...hashes: string[]) => Promise.all(hashes.map(thumbnailUrl));

test('those of one screen are read in one go, each picture once', async () => {
  const shown = await all('a1', 'a2', 'a1', 'no-a');
  expect(shown).toEqual([shown[0], expect.stringMatching(/^blob:/u), shown[0], null]);
  expect(shown[0]).not.toBe(shown[1]);
  expect(readKept.mock.calls).toEqual([[['a1', 'a2', 'no-a']]]);
  expect(await all('a2')).toEqual([shown[1]]);
  expect(readKept).toHaveBeenCalledOnce();
});

test('what could not be had is asked for again, and an error is none', async () => {
  await all('no-b');
  vi.spyOn(console, 'error').mockReturnValue();
  readKept.mockRejectedValueOnce(new Error('shut'));
  expect(await all('no-b')).toEqual([null]);
  expect(readKept).toHaveBeenCalledTimes(2);
});

test('those unused for longest are let go of', async () => {
  const [first = '', second = ''] = await all('c-first', 'c-second');
  for (let row = 0; row < 500; row += 1) {
    await all(`c${row}`, 'c-second');
  }
  await Promise.resolve();
  expect(revoked.length).toBeGreaterThanOrEqual(100);
  expect(revoked).toContain(first);
  expect(revoked).not.toContain(second);
});
