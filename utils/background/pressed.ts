import type { Browser } from 'wxt/browser';
import { showMark } from './badge.ts';

/** What a key or the menu set going, which nobody awaits: if it fails the button says so. Never rejects. */
export async function pressed(tab: Browser.tabs.Tab, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    console.error(error);
    if (tab.id !== undefined) await showMark(tab.id, 'trouble').catch(console.error);
  }
}
