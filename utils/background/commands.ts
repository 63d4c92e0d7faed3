import type { Browser } from 'wxt/browser';
import { pressed } from './pressed.ts';
import { savePage } from './save-page.ts';

/** Keyboard commands other than opening the popup, which the browser does itself. */
export function commandGiven(command: string, tab: Browser.tabs.Tab | undefined): void {
  if (command === 'save-page' && tab) void pressed(tab, savePage(tab));
}
