import { browser } from 'wxt/browser';
import type { MessageKey } from '../i18n.ts';
import { interfaceWords } from './words.ts';

/**
 * What the toolbar button says of a tab: its page is saved or not, a question waits in the popup,
 * or the popup has something to explain. Gone by itself when the tab goes to another page.
 */
export type Mark = 'saved' | 'unsaved' | 'link-kept' | 'question' | 'trouble';

const MARKS: Record<Mark, { text: string; title: MessageKey; color: string }> = {
  saved: { text: '✓', title: 'actionTitleSaved', color: '#2f6b4f' },
  unsaved: { text: '', title: 'actionTitle', color: '#2f6b4f' },
  'link-kept': { text: '+', title: 'actionTitleLinkKept', color: '#2f6b4f' },
  question: { text: '؟', title: 'actionTitleQuestion', color: '#7a4b00' },
  trouble: { text: '!', title: 'actionTitleTrouble', color: '#8c1d18' },
};

export async function showMark(tabId: number, mark: Mark): Promise<void> {
  const { text, title, color } = MARKS[mark];
  const words = await interfaceWords();
  const { action } = browser;
  try {
    await action.setTitle({ tabId, title: words.t(title) });
    // Firefox for Android has a title and no badge.
    if (!('setBadgeText' in action)) return;
    await Promise.all([
      action.setBadgeText({ tabId, text }),
      action.setBadgeBackgroundColor({ tabId, color }),
      action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    ]);
  } catch (error) {
    if (await exists(tabId)) throw error;
    // The tab was closed meanwhile: there is nothing left to mark.
  }
}

async function exists(tabId: number): Promise<boolean> {
  try {
    await browser.tabs.get(tabId);
    return true;
  } catch {
    return false;
  }
}
