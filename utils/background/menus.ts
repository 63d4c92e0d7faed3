import { browser, type Browser } from 'wxt/browser';
import { pressed } from './pressed.ts';
import { saveLinkFrom } from './save-link.ts';
import { savePage } from './save-page.ts';
import { interfaceWords } from './words.ts';

const PAGE = 'save-page';
const LINK = 'save-link';
/** Pages the menu is of use on; the browser's own pages show no entry. */
const WEB = ['http://*/*', 'https://*/*', 'file:///*'];

/** Firefox for Android has no context menus; naming one there would end the background. */
const hasMenus = (): boolean => 'contextMenus' in browser;

/** Makes the entries, or makes them again in another language; one making at a time. */
export async function createMenus(): Promise<void> {
  if (!hasMenus()) return;
  await navigator.locks.request('menus', async () => {
    const words = await interfaceWords();
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({
      id: PAGE,
      title: words.t('menuSavePage'),
      contexts: ['page', 'selection'],
      documentUrlPatterns: WEB,
    });
    browser.contextMenus.create({
      id: LINK,
      title: words.t('menuSaveLink'),
      contexts: ['link'],
      targetUrlPatterns: WEB,
    });
  });
}

/** Follows the interface language, which is a setting. */
export async function settingsChanged(changes: Record<string, unknown>): Promise<void> {
  if ('interfaceLanguage' in changes) await createMenus();
}

export function listenToMenus(): void {
  if (hasMenus()) browser.contextMenus.onClicked.addListener(menuClicked);
}

function menuClicked(
  info: Browser.contextMenus.OnClickData,
  tab: Browser.tabs.Tab | undefined,
): void {
  if (!tab) return;
  if (info.menuItemId === PAGE) void pressed(tab, savePage(tab));
  if (info.menuItemId === LINK) void pressed(tab, saveLinkFrom(tab, info));
}
