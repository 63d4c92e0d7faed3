import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepPictures, picturesFollow } from '../../../utils/background/pictures.ts';
import { surroundings } from '../../../utils/background/surroundings.ts';
import { saveArticle } from '../../../utils/library/saving/save.ts';
import { article } from '../library/samples.ts';
import { testSurroundings, type TestSurroundings } from '../library/stores.ts';
import { toBase64 } from '../../../utils/library/pictures/base64.ts';
import { openItem } from '../../../utils/library/open.ts';
import { pngFile } from '../library/pictures/files.ts';
import { fakeBrowser } from './fake-browser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser }));
vi.mock('../../../utils/background/surroundings.ts', () => ({ surroundings: {} }));
vi.mock('../../../utils/library/pictures/painter.ts', () => ({
  painter: {
    decode: async () => ({ width: 640, height: 400, release: () => undefined, write: () => null }),
  },
}));

const OWN = 'https://news.example/a.png';
const OTHER = 'https://pictures.example/b.png';
const PAGE = { id: 7, url: `${article().url}?utm_source=x#part` };
const pictured = article({ html: `<p>نص</p><img src="${OWN}"><img src="${OTHER}">` });
const { tabs, scripting, permissions, storage } = fakeBrowser;
let around: TestSurroundings;
let id: string;

beforeEach(async () => {
  around = await testSurroundings();
  Object.assign(surroundings, around);
  const saved = await saveArticle(pictured, 'ask', around.context);
  id = 'item' in saved ? saved.item.id : '';
  tabs.query.mockReset().mockResolvedValue([{ id: 3 }, PAGE]);
  storage.local.get.mockReset().mockResolvedValue({});
  permissions.contains.mockReset().mockResolvedValue(false);
  scripting.executeScript.mockReset().mockImplementation(page(pngFile(640, 400)));
  vi.stubGlobal('fetch', vi.fn());
});

/** A page with the injected reader: bytes in two parts. */
function page(bytes: Uint8Array) {
  return async ({ args = [] }: { args?: [string?, number?] }) => {
    const [address, at] = args;
    if (address === undefined) return [{}];
    if (at === undefined) return [{ result: bytes.length }];
    return [{ result: toBase64(bytes.subarray(at, at + 60)) }];
  };
}

async function kept(): Promise<string[] | undefined> {
  const opened = await openItem(await around.openLibrary(), id);
  return opened?.pictures.map(({ address }) => address);
}

describe('the pictures of a saved article', () => {
  it('of its own site come from the tab that was pressed in', async () => {
    await keepPictures({ id });
    expect(await kept()).toEqual([OWN]);
    expect(around.told).toEqual([id]);
    const asked = scripting.executeScript.mock.calls.map(([{ target }]) => target.tabId);
    expect(new Set(asked)).toEqual(new Set([7]));
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([2_000_000_000, -1, Number.NaN])('said to have %d bytes are not taken', async (size) => {
    const parts = page(pngFile(640, 400));
    scripting.executeScript.mockImplementation(async (given: { args?: [string?, number?] }) =>
      given.args?.length === 1 ? [{ result: size }] : parts(given),
    );
    await keepPictures({ id });
    expect(await kept()).toEqual([]);
    const asked = scripting.executeScript.mock.calls.map(([{ args }]) => args?.length ?? 0);
    expect(Math.max(...asked)).toBe(1);
  });

  it('that are kept are not read again', async () => {
    await keepPictures({ id });
    around.told.length = 0;
    scripting.executeScript.mockClear();
    await keepPictures({ id });
    const addresses = scripting.executeScript.mock.calls.flatMap(([{ args = [] }]) => args);
    expect(addresses).not.toContain(OWN);
    expect(around.told).toEqual([]);
  });

  it('asked for twice at once are read once', async () => {
    await Promise.all([keepPictures({ id }), keepPictures({ id })]);
    const reads = scripting.executeScript.mock.calls.filter(([{ args }]) => args?.length === 1);
    expect(reads).toHaveLength(2);
  });

  it('stay out where no tab shows the page, another page is there, or the tab refuses', async () => {
    tabs.query.mockResolvedValue([{ id: 7, url: 'https://news.example/other-5550123' }]);
    await keepPictures({ id });
    tabs.query.mockResolvedValue([PAGE]);
    scripting.executeScript.mockRejectedValue(new Error('left'));
    await keepPictures({ id });
    expect(await kept()).toEqual([]);
    expect(around.told).toEqual([]);
  });

  it('of a text fetched without a press are asked from no tab', async () => {
    const opened = await openItem(await around.openLibrary(), id);
    picturesFollow({ kind: 'saved', item: opened!.item }, { pressed: false });
    await vi.waitFor(() =>
      expect(
        permissions.contains.mock.calls.length + storage.local.get.mock.calls.length,
      ).toBeGreaterThan(0),
    );
    expect(tabs.query).not.toHaveBeenCalled();
  });

  it.each([
    ['switched on without the right', { otherPictures: true }, false],
    ['with the right and not switched on', {}, true],
    ['with a word that is no «on»', { otherPictures: 'true' }, true],
  ])('of other hosts are not asked for %s', async (_, stored, right) => {
    storage.local.get.mockResolvedValue(stored);
    permissions.contains.mockResolvedValue(right);
    await keepPictures({ id });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('are those of an article that is not there any more: none', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    await keepPictures({ id: '0'.repeat(32) });
    Object.assign(surroundings, { openLibrary: () => Promise.reject(new Error('shut')) });
    await keepPictures({ id });
    expect(scripting.executeScript).not.toHaveBeenCalled();
  });
});
