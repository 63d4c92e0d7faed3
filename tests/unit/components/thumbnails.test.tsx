import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useThumbnail } from '../../../components/library/thumbnails.ts';

const readKept = vi.hoisted(() => vi.fn<(hashes: string[]) => Promise<Map<string, Blob>>>());
vi.mock('../../../utils/library/pictures/read-kept.ts', () => ({ readKept }));

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

function Row({ hash }: { hash: string | null }) {
  return <img alt="" src={useThumbnail(hash) ?? 'none'} />;
}

async function show(place: Element, hashes: (string | null)[]): Promise<string[]> {
  void act(() => {
    render(
      hashes.map((hash, row) => <Row key={hash ?? row} hash={hash} />),
      place,
    );
  });
  // Effects run at the end of the first; what they asked for comes in the second.
  await act(() => new Promise<void>((resolve) => setTimeout(resolve)));
  return Array.from(place.querySelectorAll('img'), (image) => image.getAttribute('src') ?? '');
}

test('rows of one screen are read in one go, each picture once', async () => {
  const place = document.createElement('div');
  const shown = await show(place, ['a1', 'a2', null, 'no-a']);
  expect(shown.map((src) => src.startsWith('blob:'))).toEqual([true, true, false, false]);
  expect(readKept.mock.calls).toEqual([[['a1', 'a2', 'no-a']]]);
  await show(place, []);
  expect(await show(place, ['a1'])).toEqual([shown[0]]);
  expect(readKept).toHaveBeenCalledOnce();
  expect(revoked).toEqual([]);
});

test('what could not be had is asked for again, and an error is none', async () => {
  const place = document.createElement('div');
  await show(place, ['no-b']);
  await show(place, []);
  vi.spyOn(console, 'error').mockReturnValue();
  readKept.mockRejectedValueOnce(new Error('shut'));
  expect(await show(place, ['no-b'])).toEqual(['none']);
  expect(readKept).toHaveBeenCalledTimes(2);
});

test('those of rows long gone are let go of, never those shown', async () => {
  const place = document.createElement('div');
  const [kept = ''] = await show(place, ['c-shown']);
  const many = Array.from({ length: 300 }, (_, row) => `c${row}`);
  await show(place, ['c-shown', ...many]);
  expect(await show(place, ['c-shown'])).toEqual([kept]);
  expect(revoked.length).toBeGreaterThanOrEqual(100);
  expect(revoked).not.toContain(kept);
});
