import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TabReading } from '../../../utils/background/press.ts';
import { handOver, onPanelArticle, showInPanel, takeOver } from '../../../utils/handoff.ts';
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

beforeEach(() => {
  let now = 1000;
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 1));
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

  it('makes room for later ones, oldest first, in number', async () => {
    const keys: string[] = [];
    for (let index = 0; index < 12; index += 1) keys.push(await handOver(reading(`${index}`)));
    const kept = await Promise.all(keys.map(takeOver));
    expect(kept.map(titleOf).filter((title) => title !== null)).toEqual([
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
    ]);
  });

  it('and in size, whatever the script takes in bytes', async () => {
    const keys: string[] = [];
    for (let index = 0; index < 4; index += 1) {
      keys.push(await handOver(reading(`${index}`, 'ع'.repeat(1_500_000))));
    }
    expect(session.size()).toBeLessThan(10_485_760);
    expect(titleOf(await takeOver(keys.at(-1) ?? ''))).toBe('3');
    expect(await takeOver(keys[0] ?? '')).toBeNull();
  });

  it('leaves the contents of removed blocks behind where there is little room', async () => {
    session.reset(20_000);
    const [removal] = article().removals;
    if (!removal) throw new Error('the sample has a removal');
    const heavy = article({ removals: [{ ...removal, html: 'x'.repeat(30_000) }] });
    await handOver(reading('قديم'));
    const key = await handOver({ ok: true, article: heavy });
    const taken = await takeOver(key);
    expect(taken).toEqual({
      ok: true,
      article: { ...heavy, removals: [{ ...removal, html: null }] },
    });
  });

  it('says so when even the bare article finds no room', async () => {
    session.reset(500);
    await expect(handOver(reading('خبر'))).rejects.toThrow('quota');
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
