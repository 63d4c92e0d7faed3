import { expect, test } from 'vitest';
import { folderSite } from '../browser/folder-site.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';

const ADDRESS = 'http://news.example/boats.html';

inBothBrowsers('a private window', (name) => {
  test('reads as any other, and saves only after it was asked', async () => {
    const server = await startServer(folderSite('tests/fixtures/sample'));
    const browser = await startBrowser(name, {
      network: { port: server.port },
      privateWindows: true,
    });
    const page = await browser.openPage(ADDRESS, { private: true });
    const library = await browser.openExtensionPage('reader.html');

    const popup = await browser.pressToolbar(page);
    await popup.waitFor('article');
    await popup.click('save-button');
    await popup.waitFor('dialog-confirm');
    expect(await popup.count('saved-state')).toBe(0);
    expect(await library.count('library-item')).toBe(0);
    await popup.click('dialog-cancel');
    await popup.waitUntilGone('dialog-confirm');
    expect(await library.count('library-item')).toBe(0);

    await popup.click('save-button');
    await popup.click('dialog-confirm');
    await popup.waitFor('saved-state');
    await library.waitFor('library-item');
    expect(await library.count('library-item')).toBe(1);
  });
});
