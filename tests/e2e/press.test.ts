import { expect, test } from 'vitest';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';

const PAGE = '<!doctype html><html lang="ar" dir="rtl"><title>صفحة</title><p>نص</p></html>';

inBothBrowsers('the toolbar button', (name) => {
  test('opens the popup, and both default keys are assigned', async () => {
    const server = await startServer(() => ({ body: PAGE }));
    const browser = await startBrowser(name, { network: { port: server.port } });
    const page = await browser.openPage('http://news.example/');

    const popup = await browser.pressToolbar(page);

    expect(await popup.evaluate(() => location.pathname)).toBe('/popup.html');
    const keys = await popup.evaluate(async () => {
      const commands = await chrome.commands.getAll();
      return Object.fromEntries(commands.map(({ name: command, shortcut }) => [command, shortcut]));
    });
    expect(keys).toEqual({ _execute_action: 'Alt+W', 'save-page': 'Alt+K' });
  });
});
