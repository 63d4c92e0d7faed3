import { beforeEach, expect, test, vi } from 'vitest';
import { keepKind, keptKinds, watchKeptKinds } from '../../utils/kept-kinds.ts';

const store = vi.hoisted(() => ({
  key: '',
  value: undefined as unknown,
  told: new Set<() => void>(),
}));
vi.mock('wxt/utils/storage', () => ({
  storage: {
    defineItem: (key: string) => {
      store.key = key;
      return {
        getValue: async () => store.value,
        setValue: async (value: unknown) => {
          store.value = structuredClone(value);
          for (const tell of store.told) tell();
        },
        watch: (tell: () => void) => {
          store.told.add(tell);
          return () => store.told.delete(tell);
        },
      };
    },
  },
}));

const KIND = { step: 'inner-noise', reason: 'read-also', phrase: null } as const;
const OTHER = { ...KIND, phrase: 'اقرأ أيضا' };

beforeEach(() => {
  store.value = undefined;
  let last: Promise<unknown> = Promise.resolve();
  vi.stubGlobal('navigator', {
    locks: {
      request: (_: string, work: () => Promise<unknown>) => (last = last.then(work)),
    },
  });
});

test('are kept by host on this device, and let go of', async () => {
  expect(store.key.startsWith('local:')).toBe(true);
  await Promise.all([keepKind('a.example', KIND, true), keepKind('a.example', OTHER, true)]);
  await keepKind('b.example', KIND, true);
  expect(await keptKinds('a.example')).toEqual([KIND, OTHER]);
  await keepKind('a.example', KIND, true);
  expect(await keptKinds('a.example')).toHaveLength(2);
  await keepKind('a.example', KIND, false);
  await keepKind('a.example', OTHER, false);
  // A host nothing is remembered of is not itself remembered.
  expect(Object.keys(store.value as object)).toEqual(['b.example']);
});

test('no more is stored of a removal than its kind', async () => {
  await keepKind('a.example', { ...KIND, text: 'نص', html: '<p>نص</p>' } as typeof KIND, true);
  expect(JSON.stringify(store.value)).not.toContain('نص');
});

test('a host called like a part of every object has nothing of it', async () => {
  expect(await keptKinds('constructor')).toEqual([]);
});

test('what is no list is none, and who watches is told until it goes', async () => {
  store.value = { 'a.example': 'x', 'b.example': [null, KIND] };
  expect(await keptKinds('a.example')).toEqual([]);
  expect(await keptKinds('b.example')).toEqual([KIND]);
  const told = vi.fn();
  const gone = new AbortController();
  watchKeptKinds(told, gone.signal);
  await keepKind('c.example', KIND, true);
  gone.abort();
  await keepKind('c.example', KIND, false);
  expect(told).toHaveBeenCalledTimes(1);
});
