import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_LOOK, type Look } from '../../utils/look.ts';

let settings: typeof import('../../utils/settings.ts');

beforeAll(async () => {
  vi.stubGlobal('browser', fakeBrowser);
  settings = await import('../../utils/settings.ts');
});
beforeEach(() => fakeBrowser.reset());

/** As the browser's store has them: by the names they are kept under. */
const CHOSEN = {
  interfaceLanguage: 'fr',
  theme: 'contrast-dark',
  face: 'own',
  ownFace: 'Scheherazade New',
  textSize: 28,
  lineHeight: 'loose',
  width: 'wide',
  align: 'justify',
  digits: 'arabic',
  tashkeel: 'sparse',
  pictures: 'tap',
  months: 'levantine',
  hijri: true,
  singleKeys: false,
};
const stored = () => fakeBrowser.storage.sync.get(null);
const look = (): Look => {
  const { interfaceLanguage: language, ...others } = CHOSEN;
  return { language, ...others } as Look;
};

describe('settings', () => {
  test('are what is stored, each under its name', async () => {
    expect(Object.keys(look()).toSorted()).toEqual(Object.keys(DEFAULT_LOOK).toSorted());
    await fakeBrowser.storage.sync.set(CHOSEN);
    expect(await settings.loadSettings()).toEqual(look());
    await fakeBrowser.storage.sync.clear();
    await settings.saveSettings(look());
    expect(await stored()).toEqual(CHOSEN);
  });

  test.each(Object.keys(CHOSEN) as (keyof typeof CHOSEN)[])(
    'one broken %s leaves the others as they are',
    async (broken) => {
      const name = broken === 'interfaceLanguage' ? 'language' : broken;
      for (const wrong of [null, 'plaid', 7.5, -1, [], {}, 'x'.repeat(500), '\u0000']) {
        // A short word is a font's name, whatever it is.
        if (broken === 'ownFace' && wrong === 'plaid') continue;
        await fakeBrowser.storage.sync.set({ ...CHOSEN, [broken]: wrong });
        expect(await settings.loadSettings()).toEqual({ ...look(), [name]: DEFAULT_LOOK[name] });
      }
    },
  );

  test('of an older version have what they have', async () => {
    await fakeBrowser.storage.sync.set({ theme: 'sepia', textSize: 18 });
    expect(await settings.loadSettings()).toEqual({
      ...DEFAULT_LOOK,
      theme: 'sepia',
      textSize: 18,
    });
  });

  test('of a newer version stay in the store as they are, whatever is read and chosen here', async () => {
    const newer = {
      theme: { day: 'linen', night: 'coal' },
      face: 'kufi',
      gutter: 3,
      theme$: { v: 4 },
    };
    await fakeBrowser.storage.sync.set({ ...CHOSEN, ...newer });
    const read = await settings.loadSettings();
    expect(read).toEqual({ ...look(), theme: DEFAULT_LOOK.theme, face: DEFAULT_LOOK.face });
    await settings.saveSettings({ textSize: 22 });
    expect(await stored()).toEqual({ ...CHOSEN, ...newer, textSize: 22 });
  });

  test('that the synced store refuses are kept on this device until it takes them', async () => {
    await fakeBrowser.storage.sync.set({ theme: 'sepia', digits: 'latin' });
    const full = vi
      .spyOn(fakeBrowser.storage.sync, 'set')
      .mockRejectedValue(new Error('QUOTA_BYTES'));
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    await settings.saveSettings({ theme: 'black' });
    await settings.saveSettings({ textSize: 28 });
    expect(warn).toHaveBeenCalledTimes(2);
    const chosen = { ...DEFAULT_LOOK, theme: 'black', textSize: 28, digits: 'latin' };
    expect(await settings.loadSettings()).toEqual(chosen);
    full.mockRestore();

    await settings.saveSettings({ digits: 'arabic' });
    expect(await stored()).toEqual({ theme: 'black', textSize: 28, digits: 'arabic' });
    // Another device chooses, and is heard again.
    await fakeBrowser.storage.sync.set({ theme: 'grey' });
    expect((await settings.loadSettings()).theme).toBe('grey');
  });

  test('are told of when one of them changes', async () => {
    const told = vi.fn<() => void>();
    const until = new AbortController();
    settings.watchSettings(told, until.signal);
    await fakeBrowser.storage.sync.set({ digits: 'latin' });
    await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
    until.abort();
    told.mockClear();
    await fakeBrowser.storage.sync.set({ digits: 'arabic' });
    await settings.loadSettings();
    expect(told).not.toHaveBeenCalled();
  });
});
