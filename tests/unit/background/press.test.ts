import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readTab } from '../../../utils/background/press.ts';
import { article } from '../library/samples.ts';
import { fakeBrowser } from './fake-browser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser }));

const { executeScript } = fakeBrowser.scripting;

/** What the script answers on the page, and what kind of document it is; null where the browser refuses. */
function pageAnswers(result: unknown, contentType: string | null = 'text/html'): void {
  executeScript.mockImplementation(({ files }: { files?: string[] }) => {
    if (contentType === null) return Promise.reject(new Error('in words of any language'));
    return Promise.resolve([{ result: files ? result : contentType }]);
  });
}

beforeEach(() => {
  fakeBrowser.tabs.get.mockResolvedValue({ url: 'https://news.example/a', title: 'خبر' });
});

describe('readTab', () => {
  it('answers the article, in one injection of the one script', async () => {
    executeScript.mockClear();
    pageAnswers({ ok: true, article: article() });
    expect(await readTab(7)).toEqual({ ok: true, article: article() });
    expect(executeScript.mock.calls).toEqual([[{ target: { tabId: 7 }, files: ['/article.js'] }]]);
  });

  it('asks again where the page has not been told yet that it may be read', async () => {
    pageAnswers({ ok: true, article: article() });
    executeScript
      .mockClear()
      .mockRejectedValueOnce(new Error('Cannot access contents of the page'));
    expect(await readTab(7)).toEqual({ ok: true, article: article() });
    expect(executeScript).toHaveBeenCalledTimes(2);
  });

  it('asks once where the browser does not even tell the address', async () => {
    pageAnswers(null, null);
    executeScript.mockClear();
    fakeBrowser.tabs.get.mockResolvedValue({});
    expect(await readTab(7)).toMatchObject({ reason: 'restricted' });
    const asked = executeScript.mock.calls.filter(([{ files }]) => files);
    expect(asked).toHaveLength(1);
  });

  it('answers why a page is no article', async () => {
    const page = { url: 'https://news.example/', title: 'الرئيسية', lang: 'ar' };
    const none = { ok: false, reason: 'home-page', page, anyway: null };
    pageAnswers(none);
    expect(await readTab(7)).toEqual(none);
  });

  it.each([
    null,
    undefined,
    'x',
    {},
    { ok: true, article: { ...article(), title: { type: 'b' } } },
  ])('answers «failed» for an answer of a strange shape (%#)', async (result) => {
    pageAnswers(result);
    expect(await readTab(7)).toMatchObject({ ok: false, reason: 'failed' });
  });

  it('knows a PDF by its content type alone', async () => {
    pageAnswers(null, 'application/pdf');
    expect(await readTab(7)).toMatchObject({ reason: 'pdf' });
    fakeBrowser.tabs.get.mockResolvedValue({ url: 'https://news.example/a.pdf' });
    pageAnswers(null, null);
    expect(await readTab(7)).toMatchObject({ reason: 'restricted' });
  });

  it.each([
    ['chrome://settings/', 'browser-page'],
    ['about:config', 'browser-page'],
    ['view-source:https://news.example/', 'browser-page'],
    ['moz-extension://x/reader.html', 'browser-page'],
    ['https://news.example/', 'restricted'],
    [undefined, 'restricted'],
  ])('tells of a refused %s that it is %s', async (url, reason) => {
    pageAnswers(null, null);
    fakeBrowser.tabs.get.mockResolvedValue({ url });
    expect(await readTab(7)).toEqual({
      ok: false,
      reason,
      page: { url: url ?? null, title: null },
    });
  });

  it('answers «failed» when the tab is gone', async () => {
    pageAnswers(null, null);
    fakeBrowser.tabs.get.mockRejectedValue(new Error('no such tab'));
    expect(await readTab(7)).toMatchObject({ reason: 'failed', page: { url: null } });
  });
});
