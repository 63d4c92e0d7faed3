// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import {
  askForHosts,
  giveBackBorrowed,
  keepOtherPictures,
  keepsOtherPictures,
  whileAsking,
} from '../../utils/hosts.ts';

const EVERY_HOST = { origins: ['*://*/*'] };
const fake = vi.hoisted(() => ({
  stored: {} as Record<string, unknown>,
  request: vi.fn<(asked: object) => Promise<boolean>>(),
  contains: vi.fn<(asked: object) => Promise<boolean>>(),
  remove: vi.fn<(asked: object) => Promise<boolean>>(),
}));
vi.mock('wxt/browser', () => ({
  browser: {
    permissions: fake,
    storage: {
      local: {
        get: async () => fake.stored,
        set: async (entries: object) => void Object.assign(fake.stored, entries),
        remove: async (key: string) => void delete fake.stored[key],
      },
    },
  },
}));

beforeEach(() => {
  fake.stored = {};
  fake.request.mockReset().mockResolvedValue(true);
  fake.contains.mockReset().mockResolvedValue(true);
  fake.remove.mockReset().mockResolvedValue(true);
});

test('the right is asked for in the press itself', async () => {
  const asked = keepOtherPictures(true);
  expect(fake.request).toHaveBeenCalledWith(EVERY_HOST);
  expect(await asked).toBe(true);
  expect(await keepsOtherPictures()).toBe(true);
  expect(await askForHosts()).toBe(true);
});

test('refused, it stays off', async () => {
  fake.request.mockResolvedValue(false);
  expect(await keepOtherPictures(true)).toBe(false);
  expect(await keepsOtherPictures()).toBe(false);
});

test('off gives the right back', async () => {
  await keepOtherPictures(true);
  expect(await keepOtherPictures(false)).toBe(false);
  expect(fake.remove).toHaveBeenCalledWith(EVERY_HOST);
  expect(await keepsOtherPictures()).toBe(false);
});

test('off while texts are fetched leaves them the right until they are done', async () => {
  await keepOtherPictures(true);
  let end = (): void => undefined;
  const fetching = whileAsking(() => new Promise<void>((resolve) => (end = resolve)));
  await vi.waitFor(async () => expect((await navigator.locks.query()).held).toHaveLength(1));
  const off = keepOtherPictures(false);
  await vi.waitFor(async () => expect((await navigator.locks.query()).pending).toHaveLength(1));
  expect(await keepsOtherPictures()).toBe(false);
  expect(fake.remove).not.toHaveBeenCalled();
  end();
  await fetching;
  expect(await off).toBe(false);
  expect(fake.remove).toHaveBeenCalledWith(EVERY_HOST);
});

test('on again before that, it stays on and keeps the right', async () => {
  await keepOtherPictures(true);
  let end = (): void => undefined;
  const fetching = whileAsking(() => new Promise<void>((resolve) => (end = resolve)));
  const off = keepOtherPictures(false);
  await vi.waitFor(async () => expect((await navigator.locks.query()).pending).toHaveLength(1));
  expect(await keepOtherPictures(true)).toBe(true);
  end();
  await fetching;
  expect(await off).toBe(true);
  expect(fake.remove).not.toHaveBeenCalled();
});

test('taken back in the browser’s settings, it is off', async () => {
  await keepOtherPictures(true);
  fake.contains.mockResolvedValue(false);
  expect(await keepsOtherPictures()).toBe(false);
});

test('fetched texts leave no right behind where pictures do not need it', async () => {
  await askForHosts();
  expect(await whileAsking(async () => fake.remove.mock.calls.length)).toBe(0);
  expect(fake.remove).toHaveBeenCalledExactlyOnceWith(EVERY_HOST);
  await expect(whileAsking(() => Promise.reject(new Error('no more')))).rejects.toThrow('no more');
  expect(fake.remove).toHaveBeenCalledTimes(2);
  expect(fake.stored).toEqual({});
  await keepOtherPictures(true);
  await whileAsking(() => Promise.resolve());
  expect(fake.remove).toHaveBeenCalledTimes(2);
});

test('of two that fetch texts the last one gives the right back', async () => {
  const ends: (() => void)[] = [];
  const fetching = [1, 2].map(() => whileAsking(() => new Promise<void>((end) => ends.push(end))));
  await vi.waitFor(() => expect(ends).toHaveLength(2));
  ends[0]?.();
  await fetching[0];
  expect(fake.remove).not.toHaveBeenCalled();
  ends[1]?.();
  await fetching[1];
  expect(fake.remove).toHaveBeenCalledOnce();
});

test('what a closed page left is given back at the next start, and nothing while one fetches', async () => {
  await giveBackBorrowed();
  expect(fake.remove).not.toHaveBeenCalled();
  let end = (): void => undefined;
  const fetching = whileAsking(() => new Promise<void>((resolve) => (end = resolve)));
  await vi.waitFor(() => expect(fake.stored).not.toEqual({}));
  const left = { ...fake.stored };
  await giveBackBorrowed();
  expect(fake.remove).not.toHaveBeenCalled();
  end();
  await fetching;
  fake.remove.mockClear();
  fake.stored = left;
  await giveBackBorrowed();
  expect(fake.remove).toHaveBeenCalledOnce();
});

test('a right that does not go costs nothing of what was fetched', async () => {
  fake.remove.mockRejectedValue(new Error('required'));
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  expect(await whileAsking(() => Promise.resolve('texts'))).toBe('texts');
  expect(warned).toHaveBeenCalledOnce();
  warned.mockRestore();
});
