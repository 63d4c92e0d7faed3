// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import {
  askForHosts,
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
