import { afterEach, expect, test, vi } from 'vitest';
import { fromBase64, toBase64 } from '../../../../utils/library/pictures/base64.ts';
import { createPageReader } from '../../../../utils/library/pictures/page-reader.ts';
import { readBounded } from '../../../../utils/library/pictures/read-bounded.ts';

afterEach(() => vi.unstubAllGlobals());

function noise(size: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: size }, (_, at) => (at * 7919) % 251);
}

/** The part of a response that is read, in pieces; `sent` counts those asked for. */
function response(bytes: Uint8Array, { piece = 1000, announced = bytes.length, ok = true } = {}) {
  let at = 0;
  const cancelled = vi.fn();
  const reader = {
    read: async () => {
      if (at >= bytes.length) return { done: true, value: undefined };
      at += piece;
      return { done: false, value: bytes.subarray(at - piece, at) };
    },
    cancel: async () => cancelled(),
  };
  const headers = new Map([['content-length', String(announced)]]);
  const made = { ok, headers, body: { getReader: () => reader } } as unknown as Response;
  return { made, cancelled, sent: () => at };
}

test.each([0, 1, 2, 3, 24_576, 24_577, 100_000])('%i bytes survive as text', (size) => {
  expect(fromBase64(toBase64(noise(size)))).toEqual(noise(size));
});

test('an answer is read whole up to its bound', async () => {
  expect(await readBounded(response(noise(2500)).made, 2500)).toEqual(noise(2500));
});

test('one that is larger, announced or not, is refused without being read to its end', async () => {
  const told = response(noise(9000));
  expect(await readBounded(told.made, 2500)).toBeNull();
  expect(told.sent()).toBe(0);
  const silent = response(noise(9000), { announced: 10 });
  expect(await readBounded(silent.made, 2500)).toBeNull();
  expect(silent.sent()).toBe(3000);
  expect([told.cancelled, silent.cancelled].map((fn) => fn.mock.calls.length)).toEqual([1, 1]);
});

test('a page hands a picture over in parts, and forgets it', async () => {
  const bytes = noise(1_700_000);
  const fetching = vi.fn(async () => response(bytes, { piece: 65_536 }).made);
  vi.stubGlobal('fetch', fetching);
  const reader = createPageReader(document);
  expect(await reader.read('https://images.news.example/a.jpg')).toBe(bytes.length);
  const [, asked] = fetching.mock.calls[0] as unknown as [string, RequestInit];
  expect(asked.credentials).toBe('omit');

  const parts: Uint8Array[] = [];
  for (let at = 0; ;) {
    const text = reader.part('https://images.news.example/a.jpg', at);
    expect(text.length).toBeLessThanOrEqual(1024 * 1024);
    const part = fromBase64(text);
    if (part.length === 0) break;
    parts.push(part);
    at += part.length;
  }
  expect(parts).toHaveLength(3);
  expect(Uint8Array.from(parts.flatMap((part) => [...part]))).toEqual(bytes);
  reader.forget('https://images.news.example/a.jpg');
  expect(reader.part('https://images.news.example/a.jpg', 0)).toBe('');
});

test('a page that may not ask for it, and has not drawn it, has none', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('refused');
  });
  const reader = createPageReader(document);
  expect(await reader.read('https://images.news.example/a.jpg')).toBeNull();
  vi.stubGlobal('fetch', async () => response(noise(10), { ok: false }).made);
  expect(await reader.read('https://images.news.example/a.jpg')).toBeNull();
});
