import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { LookState } from '../../../components/reading/look-state.ts';
import { DEFAULT_LOOK } from '../../../utils/look.ts';

let createLookState: typeof import('../../../components/reading/look-state.ts').createLookState;
let gone: AbortController;

beforeAll(async () => {
  vi.stubGlobal('browser', fakeBrowser);
  ({ createLookState } = await import('../../../components/reading/look-state.ts'));
});
beforeEach(() => {
  fakeBrowser.reset();
  localStorage.clear();
  gone = new AbortController();
});
afterEach(() => gone.abort());

const page = (): LookState => createLookState(document, gone.signal);
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

test('a choice the synced store refuses holds here, and on the next page', async () => {
  await fakeBrowser.storage.sync.set({ theme: 'sepia' });
  vi.spyOn(fakeBrowser.storage.sync, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
  vi.spyOn(console, 'warn').mockReturnValue();
  const first = page();
  await settle();
  expect(first.look.value.theme).toBe('sepia');
  await first.choose('theme', 'black');
  await settle();
  expect(first.look.value.theme).toBe('black');
  const next = page();
  await settle();
  expect(next.look.value).toEqual({ ...DEFAULT_LOOK, theme: 'black' });
});

test('where no store takes it, it is shown as long as the page stands', async () => {
  for (const area of ['sync', 'local'] as const)
    vi.spyOn(fakeBrowser.storage[area], 'set').mockRejectedValue(new Error('full'));
  vi.spyOn(console, 'warn').mockReturnValue();
  const first = page();
  await settle();
  await first.choose('theme', 'black');
  await settle();
  expect(first.look.value.theme).toBe('black');
});
