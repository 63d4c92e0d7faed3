import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commandGiven } from '../../../utils/background/commands.ts';
import { savePage } from '../../../utils/background/save-page.ts';
import { saveLinkFrom } from '../../../utils/background/save-link.ts';
import { surroundings } from '../../../utils/background/surroundings.ts';
import { takeSaveQuestion } from '../../../utils/save-question.ts';
import { readIntents } from '../../../utils/library/saving/intents.ts';
import { finishSaves } from '../../../utils/library/saving/saving.ts';
import { article, otherArticle } from '../library/samples.ts';
import { testSurroundings, type TestSurroundings } from '../library/stores.ts';
import { fakeBrowser } from './fake-browser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser }));
vi.mock('../../../utils/background/words.ts', () => ({
  interfaceWords: () => Promise.resolve({ t: (key: string) => key }),
}));
vi.mock('../../../utils/background/surroundings.ts', () => ({ surroundings: {} }));

const { action } = fakeBrowser;
let around: TestSurroundings;

type Tab = Parameters<typeof savePage>[0];
const tab = (changes: object = {}) =>
  ({ id: 7, windowId: 1, incognito: false, url: article().url, title: 'خبر', ...changes }) as Tab;

function pageIs(extraction: unknown): void {
  fakeBrowser.scripting.executeScript.mockResolvedValue([{ result: extraction }]);
}

const badge = (): unknown => action.setBadgeText.mock.lastCall?.[0];
const titles = async (): Promise<string[]> =>
  (await (await around.openLibrary()).items.toArray()).map(({ title }) => title);

beforeEach(async () => {
  around = await testSurroundings();
  Object.assign(surroundings, around);
  fakeBrowser.storage.session.reset();
  for (const call of Object.values(action)) call.mockReset().mockResolvedValue(undefined);
  fakeBrowser.tabs.get.mockReset().mockResolvedValue({});
  pageIs({ ok: true, article: article() });
});

describe('saving by key or menu', () => {
  it('saves and says so on the button of that tab', async () => {
    await savePage(tab());
    expect(await titles()).toEqual([article().title]);
    expect(badge()).toEqual({ tabId: 7, text: '✓' });
    expect(action.setTitle).toHaveBeenLastCalledWith({ tabId: 7, title: 'actionTitleSaved' });
    expect(await readIntents(around.store)).toEqual([]);
  });

  it('marks a page without an article and leaves no reminder', async () => {
    const page = { url: 'https://news.example/', title: 'الرئيسية', lang: 'ar' };
    pageIs({ ok: false, reason: 'home-page', page, anyway: null });
    await savePage(tab());
    expect(badge()).toEqual({ tabId: 7, text: '!' });
    expect(around.kept).toEqual({});
  });

  it('leaves a reminder of a save that failed', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    Object.assign(surroundings, { openLibrary: () => Promise.reject(new Error('shut')) });
    await savePage(tab());
    expect(badge()).toEqual({ tabId: 7, text: '!' });
    expect(Object.keys(around.kept)).toHaveLength(1);
    expect(await finishSaves(around)).toEqual([]);
    expect(await titles()).toEqual([article().title]);
  });

  it('saves on a disk with no room for its notes, and says so', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const real = around.store.set.bind(around.store);
    vi.spyOn(around.store, 'set').mockImplementation((entries) =>
      'device' in entries ? real(entries) : Promise.reject(new Error('quota')),
    );
    await savePage(tab());
    expect(await titles()).toEqual([article().title]);
    expect(badge()).toEqual({ tabId: 7, text: '✓' });
  });

  it('shows trouble when it fails in a way nobody foresaw', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    Object.assign(surroundings, { locks: { request: () => Promise.reject(new Error('shut')) } });
    commandGiven('save-page', tab());
    await vi.waitFor(() => expect(badge()).toEqual({ tabId: 7, text: '!' }));
  });

  it('writes nothing of a private window, and has the popup ask', async () => {
    await savePage(tab({ incognito: true }));
    expect(action.openPopup).toHaveBeenCalledWith({ windowId: 1 });
    expect(around.kept).toEqual({});
    expect(await titles()).toEqual([]);
    expect(await takeSaveQuestion(7)).toEqual({ kind: 'private-page' });
    expect(await takeSaveQuestion(7)).toBeNull();
  });

  it('calls for a press where the popup does not open by itself', async () => {
    action.openPopup.mockRejectedValue(new Error('not now'));
    await savePage(tab({ incognito: true }));
    expect(badge()).toEqual({ tabId: 7, text: '؟' });
  });

  it('has the popup ask before another article is replaced', async () => {
    await savePage(tab());
    pageIs({ ok: true, article: otherArticle() });
    await savePage(tab());
    expect(await titles()).toEqual([article().title]);
    expect(await takeSaveQuestion(7)).toEqual({ kind: 'conflict' });
  });

  it('does not mind that the tab was closed meanwhile', async () => {
    action.setTitle.mockRejectedValue(new Error('no tab'));
    fakeBrowser.tabs.get.mockRejectedValue(new Error('no tab'));
    await savePage(tab());
    expect(await titles()).toEqual([article().title]);
  });
});

describe('keeping a link', () => {
  const linkUrl = 'https://news.example/story-4821973';

  it('under its own words, and completes it later', async () => {
    pageIs('عنوان الرابط');
    await saveLinkFrom(tab(), { linkUrl });
    expect(await titles()).toEqual(['عنوان الرابط']);
    expect(badge()).toEqual({ tabId: 7, text: '+' });
    pageIs({ ok: true, article: article() });
    await savePage(tab());
    expect(await titles()).toEqual([article().title]);
  });

  it('under its address where the page may not be asked', async () => {
    fakeBrowser.scripting.executeScript.mockRejectedValue(new Error('refused'));
    await saveLinkFrom(tab(), { linkUrl });
    expect(await titles()).toEqual([linkUrl]);
  });

  it.each(['javascript:alert(1)', 'mailto:a@b.example', ''])('not one to «%s»', async (url) => {
    await saveLinkFrom(tab(), { linkUrl: url, linkText: 'رابط' });
    expect(await titles()).toEqual([]);
    expect(badge()).toEqual({ tabId: 7, text: '!' });
  });

  it('only after asking in a private window', async () => {
    await saveLinkFrom(tab({ incognito: true }), { linkUrl, linkText: 'رابط' });
    expect(await titles()).toEqual([]);
    expect(around.kept).toEqual({});
    expect(await takeSaveQuestion(7)).toEqual({
      kind: 'private-link',
      url: linkUrl,
      title: 'رابط',
    });
  });
});
