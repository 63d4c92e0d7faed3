import { browser, type Browser } from 'wxt/browser';
import { askForArticle, type Injected } from './inject.ts';

/** The tab the toolbar button was pressed in, and what it answers. */
export interface ActiveTab {
  /** null where the browser names none. */
  tab: Promise<PressedTab | null>;
  answer: Promise<Injected>;
}

export type PressedTab = Browser.tabs.Tab & { id: number };

declare global {
  /** Left by `entrypoints/press.ts`, before anything else of the popup runs. */
  var warraqActiveTab: ActiveTab | undefined;
}

/** Asks the active tab of this window for its article. */
export function askActiveTab(): ActiveTab {
  const tab = activeTab();
  return { tab, answer: answerOf(tab) };
}

/** What `press.ts` has asked for already, the first time; asks anew after that. */
export function takeActiveTab(): ActiveTab {
  const asked = globalThis.warraqActiveTab;
  globalThis.warraqActiveTab = undefined;
  return asked ?? askActiveTab();
}

async function activeTab(): Promise<PressedTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { ...tab, id: tab.id };
}

async function answerOf(tab: Promise<PressedTab | null>): Promise<Injected> {
  const pressed = await tab;
  return pressed ? askForArticle(pressed.id) : { refused: true };
}
