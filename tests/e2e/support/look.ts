import { DEFAULT_LOOK, type Look } from '../../../utils/look.ts';
import type { Browser } from '../../browser/types.ts';

/** Sets what the reader may set in the type panel, in the store and its mirror, as the panel does. */
export async function setLook(browser: Browser, changed: Partial<Look>): Promise<void> {
  const page = await browser.openExtensionPage('reader.html');
  await page.evaluate(
    async ({ language, ...others }) => {
      await chrome.storage.sync.set({ interfaceLanguage: language, ...others });
      localStorage.setItem('warraq:look', JSON.stringify({ language, ...others }));
    },
    { ...DEFAULT_LOOK, theme: 'light' as const, ...changed },
  );
  await page.close();
}
