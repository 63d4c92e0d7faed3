// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import { askForHosts, keepOtherPictures, keepsOtherPictures } from '../../utils/hosts.ts';

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

test('taken back in the browser’s settings, it is off', async () => {
  await keepOtherPictures(true);
  fake.contains.mockResolvedValue(false);
  expect(await keepsOtherPictures()).toBe(false);
});
