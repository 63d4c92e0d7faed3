import { browser } from 'wxt/browser';
import { markShown } from '../../mark-shown.ts';

/**
 * The least a popup can do between press and text: it asks the page for the first of its words, with
 * nothing found out about them, and shows them. No interface, no settings, no fonts, no storage.
 */
performance.mark('bench:boot');
markShown();
const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
performance.mark('bench:asked');
const [frame] = await browser.scripting.executeScript({
  target: { tabId: tab!.id! },
  func: () => document.body.textContent.slice(0, 4000),
});
performance.mark('bench:answered');
document.querySelector('article')!.textContent = String(frame!.result);
