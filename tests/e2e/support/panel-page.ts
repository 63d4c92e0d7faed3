import type { Browser, BrowserName, View } from '../../browser/types.ts';
import { until } from '../../browser/until.ts';

/** No driver reaches into the browser's own panel: this is the same page of ours, in a tab behind. */
export async function openPanelPage(browser: Browser, helper: View): Promise<View> {
  await helper.evaluate(async () => {
    await chrome.tabs.create({ url: chrome.runtime.getURL('sidepanel.html'), active: false });
  });
  const panel = await browser.extensionTab('sidepanel.html');
  await until('the article', async () => (await panel.count('article')) === 1);
  return panel;
}

export function isPanelOpen(view: View, name: BrowserName): Promise<boolean> {
  return name === 'chromium'
    ? view.evaluate(async () => {
        const panels = await chrome.runtime.getContexts({
          contextTypes: [chrome.runtime.ContextType.SIDE_PANEL],
        });
        return panels.length > 0;
      })
    : view.evaluate(() => {
        const { sidebarAction } = chrome as unknown as {
          sidebarAction: { isOpen(details: object): Promise<boolean> };
        };
        return sidebarAction.isOpen({});
      });
}
