// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { byHost } from '../../utils/by-host.ts';

const never = new AbortController().signal;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function links(...urls: string[]): { url: string }[] {
  return urls.map((url) => ({ url }));
}

/** A task of 100 ms, with what ran when. */
function record() {
  const open = new Set<string>();
  const begun: [string, number][] = [];
  const start = Date.now();
  let most = 0;
  const task = async ({ url }: { url: string }): Promise<void> => {
    const { host } = new URL(url);
    if (open.has(host)) throw new Error(`two of ${host} at once`);
    open.add(host);
    most = Math.max(most, open.size);
    begun.push([url, Date.now() - start]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    open.delete(host);
  };
  return { task, begun, most: () => most };
}

test('one host is asked one after the other, with a rest between, and three at once in all', async () => {
  const { task, begun, most } = record();
  const all = links(
    'http://a/1',
    'http://a/2',
    'http://b/1',
    'http://c/1',
    'http://d/1',
    'http://a/3',
  );
  const done = byHost(all, task, { hosts: 3, pause: 1000, signal: never });
  await vi.runAllTimersAsync();
  await done;
  expect(begun).toEqual([
    ['http://a/1', 0],
    ['http://b/1', 0],
    ['http://c/1', 0],
    ['http://d/1', 100],
    ['http://a/2', 1100],
    ['http://a/3', 2200],
  ]);
  expect(most()).toBe(3);
});

test('once cancelled none is begun, neither after a rest', async () => {
  const { task, begun } = record();
  const stop = new AbortController();
  const all = links('http://a/1', 'http://a/2', 'http://b/1', 'http://b/2');
  const done = byHost(all, task, { hosts: 1, pause: 1000, signal: stop.signal });
  await vi.advanceTimersByTimeAsync(500);
  stop.abort();
  await done;
  expect(begun.map(([url]) => url)).toEqual(['http://a/1']);
  expect(vi.getTimerCount()).toBe(0);
});

test('after an error none is begun, and it is told', async () => {
  const { task, begun } = record();
  const failing = async (one: { url: string }): Promise<void> => {
    await task(one);
    if (one.url === 'http://b/1') throw new Error('no room');
  };
  const all = links('http://a/1', 'http://a/2', 'http://b/1', 'http://b/2', 'http://c/1');
  const done = byHost(all, failing, { hosts: 2, pause: 1000, signal: never });
  const [told] = await Promise.allSettled([done, vi.runAllTimersAsync()]);
  expect(told).toMatchObject({ status: 'rejected', reason: { message: 'no room' } });
  expect(begun.map(([url]) => url)).not.toContain('http://c/1');
  expect(begun.map(([url]) => url)).not.toContain('http://a/2');
});

test('nothing to do is done', async () => {
  const { task, begun } = record();
  await byHost([], task, { hosts: 3, pause: 1000, signal: never });
  expect(begun).toEqual([]);
});
