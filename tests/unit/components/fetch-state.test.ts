import { beforeEach, expect, test, vi } from 'vitest';
import { createFetching, type FetchStage } from '../../../components/exchange/fetch-state.ts';
import type { fetchTexts as FetchTexts } from '../../../components/library/fetch-texts.ts';
import type { ListQuery } from '../../../utils/library/list.ts';

const fake = vi.hoisted(() => ({
  askForHosts: vi.fn<() => Promise<boolean>>(),
  whileAsking: <T>(work: () => Promise<T>) => work(),
  sendMessage: vi.fn<(type: string, data: ListQuery) => Promise<unknown>>(),
  fetchTexts: vi.fn<typeof FetchTexts>(),
}));
vi.mock('../../../utils/hosts.ts', () => fake);
vi.mock('../../../utils/messages.ts', () => fake);
vi.mock('../../../components/library/fetch-texts.ts', () => fake);

/** As many kept links as said. */
function keep(count: number): void {
  const links = Array.from({ length: count }, (_, n) => ({
    id: `l${n}`,
    url: `https://news.example/${n}`,
  }));
  fake.sendMessage.mockImplementation(async (_, { offset, limit }) => ({
    items: links.slice(offset, offset + limit),
    total: count,
  }));
}

const countsOf = (stage: FetchStage) => stage.kind === 'done' && Object.fromEntries(stage.counts);

beforeEach(() => {
  fake.askForHosts.mockReset().mockResolvedValue(true);
  fake.sendMessage.mockReset();
  fake.fetchTexts.mockReset();
});

test('the right is asked for in the press itself; without it nothing is', async () => {
  fake.askForHosts.mockResolvedValue(false);
  const { start, stage } = createFetching();
  const started = start();
  expect(fake.askForHosts).toHaveBeenCalledOnce();
  await started;
  expect(stage.value).toEqual({ kind: 'ask', denied: true });
  expect(fake.sendMessage).not.toHaveBeenCalled();
});

test('links of all pages of the list are fetched, and each outcome is counted', async () => {
  keep(501);
  const { start, stage } = createFetching();
  const shown: FetchStage[] = [];
  fake.fetchTexts.mockImplementation(async (links, { progress }) => {
    for (const [index, { id }] of links.entries()) {
      const outcome = index < 499 ? 'saved' : 'no-answer';
      progress({ done: index + 1, total: links.length, last: { id, outcome } });
      shown.push(stage.value);
    }
    return { outcomes: new Map(), stopped: null };
  });
  await start();
  expect(fake.sendMessage.mock.calls[0]?.[1]).toMatchObject({ shelf: 'kept', only: ['link'] });
  expect(shown[0]).toEqual({ kind: 'working', done: 1, total: 501 });
  expect(countsOf(stage.value)).toEqual({ saved: 499, 'no-answer': 2 });
  expect(stage.value).toMatchObject({ stopped: null });
});

test('a cancel reaches the work, and what was saved is told', async () => {
  keep(2);
  const { start, stage, cancel } = createFetching();
  fake.fetchTexts.mockImplementation(async (_, { signal, progress }) => {
    progress({ done: 1, total: 2, last: { id: 'l0', outcome: 'saved' } });
    cancel();
    return { outcomes: new Map(), stopped: signal.aborted ? 'cancelled' : null };
  });
  await start();
  expect(countsOf(stage.value)).toEqual({ saved: 1 });
  expect(stage.value).toMatchObject({ stopped: 'cancelled' });
});

test('an error is told together with what was saved before it', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  keep(2);
  const { start, stage } = createFetching();
  fake.fetchTexts.mockImplementation(async (_, { progress }) => {
    progress({ done: 1, total: 2, last: { id: 'l0', outcome: 'saved' } });
    throw new Error('no one answers');
  });
  await start();
  expect(countsOf(stage.value)).toEqual({ saved: 1 });
  expect(stage.value).toMatchObject({ stopped: 'database' });
});

test('with no links there is nothing to fetch', async () => {
  keep(0);
  const { start, stage } = createFetching();
  await start();
  expect(stage.value).toEqual({ kind: 'none' });
  expect(fake.fetchTexts).not.toHaveBeenCalled();
});
