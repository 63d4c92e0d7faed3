import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as housekeeping from '../../../utils/background/housekeeping.ts';
import * as library from '../../../utils/background/library.ts';
import { surroundings } from '../../../utils/background/surroundings.ts';
import { newIntent, writeIntent } from '../../../utils/library/saving/intents.ts';
import { perform } from '../../../utils/library/saving/saving.ts';
import type { SaveOutcome } from '../../../utils/library/requests.ts';
import { article, otherArticle, query } from '../library/samples.ts';
import { testSurroundings, type TestSurroundings } from '../library/stores.ts';
import { fakeBrowser } from './fake-browser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser }));
vi.mock('../../../utils/background/words.ts', () => ({
  interfaceWords: () => Promise.resolve({ t: (key: string) => key }),
}));
vi.mock('../../../utils/background/surroundings.ts', () => ({ surroundings: {} }));

const { action } = fakeBrowser;
let around: TestSurroundings;

beforeEach(async () => {
  around = await testSurroundings();
  Object.assign(surroundings, around);
  for (const call of Object.values(action)) call.mockReset().mockResolvedValue(undefined);
});

const badge = (): unknown => action.setBadgeText.mock.lastCall?.[0];
const titles = async (): Promise<string[]> =>
  (await library.listLibrary(query())).items.map(({ title }) => title);

async function saved(): Promise<string> {
  const request = { article: article(), tabId: 7, onConflict: 'ask' } as const;
  return idOf(await library.saveArticle(request));
}

function idOf(outcome: SaveOutcome): string {
  if (!('item' in outcome)) throw new Error(outcome.kind);
  return outcome.item.id;
}

describe('the badge of a tab', () => {
  it('follows a delete and its undo', async () => {
    const id = await saved();
    expect(badge()).toEqual({ tabId: 7, text: '✓' });
    await library.deleteItem({ id, tabId: 7 });
    expect(badge()).toEqual({ tabId: 7, text: '' });
    expect(await library.restoreItem({ id, tabId: 7 })).toBe(true);
    expect(badge()).toEqual({ tabId: 7, text: '✓' });
    expect(await library.restoreItem({ id: '0'.repeat(32), tabId: 7 })).toBe(false);
  });

  it('stays as it is where no tab shows what is deleted', async () => {
    const id = await saved();
    await library.deleteItem({ id, tabId: null });
    expect(badge()).toEqual({ tabId: 7, text: '✓' });
  });

  it('may fail: what was done is answered all the same', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    fakeBrowser.tabs.get.mockResolvedValue({});
    action.setTitle.mockRejectedValue(new Error('no button'));
    const id = await saved();
    await library.deleteItem({ id, tabId: 7 });
    expect(await titles()).toEqual([]);
  });

  it('is not given to a few lines whose article stays as it was', async () => {
    await saved();
    const few = article({ text: 'وحضر مئات من القراء.', fromSelection: true });
    await library.saveArticle({ article: few, tabId: 9, onConflict: 'ask' });
    expect(badge()).toEqual({ tabId: 7, text: '✓' });
  });

  it('does not call another article at the address saved', async () => {
    await saved();
    expect(await library.findSaved({ reading: otherArticle(), tabId: 8 })).toBeNull();
    expect(badge()).toEqual({ tabId: 8, text: '' });
  });
});

describe('a save that was committed and not marked as that', () => {
  const work = { kind: 'article', article: article(), onConflict: 'ask' } as const;
  const intent = { ...newIntent(article(), work), work };

  beforeEach(async () => {
    await perform(around, intent, true);
    await around.store.remove([`committed:${intent.id}`]);
    await writeIntent(around.store, intent);
  });

  it('is not done again after a delete', async () => {
    const [item] = await (await around.openLibrary()).items.toArray();
    await Promise.all([
      housekeeping.finishSavesAtWake(),
      library.deleteItem({ id: item?.id ?? '', tabId: null }),
    ]);
    await housekeeping.finishSavesAtWake();
    expect(await titles()).toEqual([]);
  });
});

it('a save cut short before its commit is in the list that is asked for next', async () => {
  const work = { kind: 'article', article: article(), onConflict: 'ask' } as const;
  await writeIntent(around.store, newIntent(article(), work));
  expect(await titles()).toEqual([article().title]);
});

it('the list is answered though the notes cannot be read, and waking throws nothing', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  await saved();
  vi.spyOn(around.store, 'get').mockRejectedValue(new Error('storage'));
  expect(await titles()).toEqual([article().title]);
  await expect(housekeeping.finishSavesAtWake()).resolves.toBeUndefined();
});
