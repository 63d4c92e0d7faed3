import type { Browser } from '../../browser/types.ts';

export type InterfaceLanguage = 'ar' | 'en' | 'fr';
export type Theme = 'light' | 'sepia' | 'grey' | 'dark' | 'black';

/** Sets what the reader may set in the type panel, in the store and its mirror, as the panel does. */
export async function setLook(
  browser: Browser,
  look: { language: InterfaceLanguage; theme?: Theme },
): Promise<void> {
  const page = await browser.openExtensionPage('reader.html');
  await page.evaluate(async ({ language, theme = 'light' }) => {
    await chrome.storage.sync.set({ interfaceLanguage: language, theme });
    localStorage.setItem('warraq:look', JSON.stringify({ language, theme, textSize: 20 }));
  }, look);
  await page.close();
}
