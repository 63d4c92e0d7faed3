import { beforeEach, expect, it, vi } from 'vitest';
import { askActiveTab, takeActiveTab } from '../../../utils/background/active-tab.ts';
import { fakeBrowser } from './fake-browser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser }));

const { executeScript } = fakeBrowser.scripting;
const { query } = fakeBrowser.tabs;

beforeEach(() => {
  globalThis.warraqActiveTab = undefined;
  query.mockReset().mockResolvedValue([{ id: 7, windowId: 2 }]);
  executeScript.mockReset().mockResolvedValue([{ result: 'what the page said' }]);
});

it('what was asked before the popup ran is taken once, and asked anew after that', async () => {
  const early = askActiveTab();
  globalThis.warraqActiveTab = early;
  expect(takeActiveTab()).toBe(early);
  const again = takeActiveTab();
  expect(again).not.toBe(early);
  expect(await again.tab).toMatchObject({ id: 7, windowId: 2 });
  expect(await again.answer).toEqual({ refused: false, result: 'what the page said' });
  expect(executeScript).toHaveBeenCalledTimes(2);
});

it('no script goes where the browser names no tab', async () => {
  query.mockResolvedValue([]);
  const asked = askActiveTab();
  expect(await asked.tab).toBeNull();
  expect(await asked.answer).toEqual({ refused: true });
  expect(executeScript).not.toHaveBeenCalled();
});
