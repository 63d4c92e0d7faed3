import { browser, type Browser } from 'wxt/browser';
import { setSaveQuestion, type SaveQuestion } from '../save-question.ts';
import { showMark } from './badge.ts';

/** Has the popup put a question; where the browser does not open it by itself, the badge calls for a press. */
export async function askInPopup(tab: Browser.tabs.Tab, question: SaveQuestion): Promise<void> {
  const { id: tabId, windowId } = tab;
  if (tabId === undefined) return;
  // Firefox opens it only while it still sees the reader's press: at once, before any waiting.
  const opened = openPopup(windowId);
  await setSaveQuestion(tabId, question);
  if (!(await opened)) await showMark(tabId, 'question');
}

async function openPopup(windowId: number): Promise<boolean> {
  try {
    await browser.action.openPopup({ windowId });
    return true;
  } catch {
    // Not possible just now (another popup, a window out of focus, an older browser).
    return false;
  }
}
