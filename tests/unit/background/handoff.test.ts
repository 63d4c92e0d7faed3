import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TabReading } from '../../../utils/background/press.ts';
import { handOver, NoRoom, onPanelArticle, showInPanel, takeOver } from '../../../utils/handoff.ts';
import { article } from '../library/samples.ts';
import { fakeBrowser } from './fake-browser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser }));

const { session } = fakeBrowser.storage;
const reading = (title: string, text = ''): TabReading => ({
  ok: true,
  article: article({ title, text }),
});
const titleOf = (taken: TabReading | null): string | null =>
  taken?.ok ? taken.article.title : null;

/** More than a tab needs to open, ms. */
const MINUTE = 61_000;
/** Keys in the addresses of the tabs that are open. */
const openKeys: string[] = [];
let now = 0;

async function openTab(title: string, text = ''): Promise<string> {
  const key = await handOver(reading(title, text));
  openKeys.push(key);
  return key;
}

/** Of those that are still kept. */
async function titles(keys: string[]): Promise<(string | null)[]> {
  const kept = await Promise.all(keys.map(takeOver));
  return kept.map(titleOf).filter((title) => title !== null);
}

beforeEach(() => {
  now = 1000;
  openKeys.length = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 1));
  fakeBrowser.tabs.query.mockImplementation(({ url }: { url: string }) =>
    Promise.resolve(openKeys.map((key) => ({ url: url.replace('*', `?key=${key}`) }))),
  );
  fakeBrowser.windows.getAll.mockResolvedValue([{ id: 1 }, { id: 2 }]);
  session.reset();
});

describe('an article handed to a tab', () => {
  it('is there again after every reload', async () => {
    const key = await handOver(reading('خبر'));
    expect(await takeOver(key)).toEqual(reading('خبر'));
    expect(await takeOver(key)).toEqual(reading('خبر'));
  });

  it('is null for a key nobody has', async () => {
    expect(await takeOver('none')).toBeNull();
  });

  it('stays as long as its tab is open, however many come after it', async () => {
    const keys: string[] = [];
    for (let index = 0; index < 12; index += 1) keys.push(await openTab(`${index}`));
    expect(await titles(keys)).toEqual(keys.map((_, index) => `${index}`));
  });

  it('stays a while after its tab has closed: eight of those, the oldest go first', async () => {
    const keys: string[] = [];
    for (let index = 0; index < 12; index += 1) keys.push(await openTab(`${index}`));
    openKeys.length = 0;
    now += MINUTE;
    const last = await openTab('آخر');
    expect(await titles([...keys, last])).toEqual([
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      'آخر',
    ]);
  });

  it('gives its room away once its tab has closed, whatever the script takes in bytes', async () => {
    const long = 'ع'.repeat(1_500_000);
    const keys = [await openTab('0', long), await openTab('1', long)];
    openKeys.shift();
    now += MINUTE;
    keys.push(await openTab('2', long), await openTab('3', ''));
    expect(session.size()).toBeLessThan(8_000_000);
    expect(await titles(keys)).toEqual(['1', '2', '3']);
  });

  it('is never dropped for a later one while its tab is open: that one is told there is no room', async () => {
    const long = 'ع'.repeat(1_500_000);
    const keys = [await openTab('0', long), await openTab('1', long), await openTab('2', long)];
    now += MINUTE;
    await expect(handOver(reading('3', long))).rejects.toThrow(NoRoom);
    expect(await titles(keys)).toEqual(['0', '1', '2']);
  });

  it('leaves the contents of removed blocks behind where there is little room', async () => {
    session.reset(20_000);
    const [removal] = article().removals;
    if (!removal) throw new Error('the sample has a removal');
    const heavy = article({ removals: [{ ...removal, html: 'x'.repeat(30_000) }] });
    const key = await handOver({ ok: true, article: heavy });
    const taken = await takeOver(key);
    expect(taken).toEqual({
      ok: true,
      article: { ...heavy, removals: [{ ...removal, html: null }] },
    });
  });

  it('says so when even the bare article finds no room', async () => {
    session.reset(500);
    await expect(handOver(reading('خبر'))).rejects.toThrow(NoRoom);
  });
});

describe('the panel of a window', () => {
  it('shows what was handed to it before and while it is open, and nothing of other windows', async () => {
    const shown: (string | null)[] = [];
    const end = new AbortController();
    await showInPanel(1, reading('قبل'), 7);
    onPanelArticle(
      1,
      ({ reading: one, tabId }) => shown.push(titleOf(one), `${tabId}`),
      end.signal,
    );
    await vi.waitFor(() => expect(shown).toEqual(['قبل', '7']));
    await showInPanel(2, reading('غيرها'), 8);
    await showInPanel(1, reading('بعد'), 9);
    expect(shown).toEqual(['قبل', '7', 'بعد', '9']);
    end.abort();
    expect(session.onChanged.count()).toBe(0);
  });
});
