import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchPage, saveFetched, stopFetching } from '../../../utils/background/fetch-texts.ts';
import { surroundings } from '../../../utils/background/surroundings.ts';
import { saveLink } from '../../../utils/library/saving/save-link.ts';
import { deleteItem } from '../../../utils/library/trash.ts';
import { article } from '../library/samples.ts';
import { testSurroundings, type TestSurroundings } from '../library/stores.ts';
import { fakeBrowser } from './fake-browser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser }));
vi.mock('../../../utils/background/surroundings.ts', () => ({ surroundings: {} }));

const URL_KEPT = 'https://news.example/story-4821973';
const { permissions } = fakeBrowser;
const fetching = vi.fn<(url: string, how: RequestInit) => Promise<Response>>();
let around: TestSurroundings;
let id: string;

beforeEach(async () => {
  around = await testSurroundings();
  Object.assign(surroundings, around);
  const kept = await saveLink({ url: URL_KEPT, title: 'رابط' }, around.context);
  id = 'item' in kept ? kept.item.id : '';
  permissions.contains.mockReset().mockResolvedValue(true);
  fetching.mockReset().mockImplementation(async () => answer('<p>خبر</p>'));
  vi.stubGlobal('fetch', fetching);
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => vi.unstubAllGlobals());

function answer(body: string, how: { type?: string; ok?: boolean; size?: number } = {}): Response {
  const bytes = new TextEncoder().encode(body);
  const headers = new Map([['content-type', how.type ?? 'text/html; charset=utf-8']]);
  if (how.size) headers.set('content-length', String(how.size));
  let sent = false;
  const reader = {
    read: async () => {
      const done = sent;
      sent = true;
      return done ? { done } : { done, value: bytes };
    },
    cancel: async () => undefined,
  };
  const stream = { getReader: () => reader, cancel: async () => undefined };
  return { ok: how.ok ?? true, headers, url: URL_KEPT, body: stream } as unknown as Response;
}

describe('the page of a kept link', () => {
  it('is asked for by the library’s own address, and tells nothing of the reader', async () => {
    expect(await fetchPage({ id })).toEqual({ ok: true, html: '<p>خبر</p>', url: URL_KEPT });
    expect(fetching).toHaveBeenCalledOnce();
    expect(fetching.mock.lastCall?.[0]).toBe(URL_KEPT);
    expect(fetching.mock.lastCall?.[1]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  });

  it.each([
    ['refused', () => answer('', { ok: false })],
    ['not-a-page', () => answer('', { type: 'application/pdf' })],
    ['not-a-page', () => answer('', { type: 'image/svg+xml' })],
    ['too-large', () => answer('', { size: 7_000_000 })],
  ])('is %s', async (reason, given) => {
    fetching.mockImplementation(async () => given());
    expect(await fetchPage({ id })).toEqual({ ok: false, reason });
  });

  it('gives no answer where there is no network, or the reader cancels', async () => {
    fetching.mockRejectedValueOnce(new TypeError('offline'));
    expect(await fetchPage({ id })).toEqual({ ok: false, reason: 'no-answer' });
    fetching.mockImplementation(
      (_, { signal }) =>
        new Promise((__, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    );
    const asked = fetchPage({ id });
    await vi.waitFor(() => expect(fetching).toHaveBeenCalledTimes(2));
    stopFetching({ id });
    expect(await asked).toEqual({ ok: false, reason: 'no-answer' });
  });

  it('is not asked for without the right, nor of what is gone', async () => {
    permissions.contains.mockResolvedValue(false);
    expect(await fetchPage({ id })).toEqual({ ok: false, reason: 'not-allowed' });
    permissions.contains.mockResolvedValue(true);
    await deleteItem(id, around.context);
    expect(await fetchPage({ id })).toEqual({ ok: false, reason: 'gone' });
    expect(await fetchPage({ id: 'http://127.0.0.1/' })).toEqual({ ok: false, reason: 'gone' });
    expect(fetching).not.toHaveBeenCalled();
  });
});

describe('a fetched text', () => {
  it('is kept with its link, and told of', async () => {
    const outcome = await saveFetched({ id, article: article() });
    expect(outcome).toMatchObject({ kind: 'updated', item: { id, complete: false } });
    expect(around.told).toEqual([id]);
  });

  it('of no article’s shape is not', async () => {
    expect(await saveFetched({ id, article: { title: {} } })).toEqual({
      kind: 'failed',
      reason: 'invalid',
    });
  });

  it('that finds no room says so', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const library = await around.openLibrary();
    library.texts.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await saveFetched({ id, article: article() })).toEqual({
      kind: 'failed',
      reason: 'no-space',
    });
  });
});
