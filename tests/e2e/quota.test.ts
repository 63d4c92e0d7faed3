import { beforeAll, expect, test } from 'vitest';
import type { View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import type { ItemPage } from '../../utils/library/list.ts';
import type { SaveOutcome } from '../../utils/library/requests.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';
import { base64Of, chooseFile, openLine } from './support/exchange-page.ts';
import { LIBRARY_NEWS, newsPage } from './support/news-page.ts';
import { storyOf, tell, titleOf } from './support/seed-library.ts';
import { buildLimited } from './limited/build.ts';

/** Firefox gives no site less than 10 MB. */
const QUOTA = 12 * 1024 * 1024;
const IMPORTED = 'مستوردة';
const STORY = 'http://news.example/story-5550123';

inBothBrowsers('a full disk', (name) => {
  let extension: string;
  beforeAll(async () => {
    extension = await buildLimited(name);
  }, 120_000);

  test('a save and an import say so, and nothing saved before is lost', async () => {
    const server = await startServer(() => ({
      body: newsPage(LIBRARY_NEWS.title, LIBRARY_NEWS.paragraphs),
    }));
    const browser = await startBrowser(name, {
      extension,
      quota: QUOTA,
      network: { port: server.port },
    });
    const filled = await browser.openExtensionPage('reader.html');
    const saved = await fill(filled);
    expect(saved.length).toBeGreaterThan(2);
    const before = await listed(filled);
    await filled.close();
    expect(titlesOf(before)).toEqual(expect.arrayContaining(saved));
    // What was refused is tried again with every answer, and may find room by then.
    const refused = [...saved, titleAt(saved.length), LIBRARY_NEWS.title];
    expect(titlesOf(before).filter((title) => !refused.includes(title))).toEqual([]);

    const popup = await browser.pressToolbar(await browser.openPage(STORY));
    await popup.waitFor('article');
    await popup.click('save-button');
    await popup.waitFor('save-failed');
    expect(await popup.text('save-failed')).toContain('room');
    expect(await popup.text('article-title')).toBe(LIBRARY_NEWS.title);
    await popup.close();
    const reader = await browser.openExtensionPage('reader.html');
    await reader.waitFor('library-item');
    expect((await listed(reader)).filter((row) => before.includes(row))).toEqual(before);

    // Chromium tells pages of room they may not have: there is nothing to warn by.
    if (name === 'firefox') await reader.waitFor('note-little');
    await openLine(reader, 'import');
    await chooseFile(reader, base64Of(wallabagList()), 'list.json');
    await reader.waitFor('import-preview', { timeout: 30_000 });
    await reader.click('dialog-confirm');
    await reader.waitFor('import-failed', { timeout: 60_000 });
    expect(await reader.text('import-failed')).toContain('room');
    await reader.click('dialog-cancel');

    await reader.close();
    const again = await browser.openExtensionPage('reader.html');
    await again.waitFor('library-item');
    // What could not be taken back on a full disk is taken back now, while the page opens.
    const isImported = (row: string): boolean => row.includes(IMPORTED);
    await until('the import to be gone', async () => !(await listed(again)).some(isImported));
    const after = await listed(again);
    expect(after.filter((row) => before.includes(row))).toEqual(before);
    expect(titlesOf(after).filter((title) => !refused.includes(title))).toEqual([]);
    await again.evaluate(() =>
      document.querySelector<HTMLElement>('[data-testid=library-item] a')?.click(),
    );
    await again.waitFor('article');
  }, 300_000);
});

/**
 * Saves until not even a short article goes in; answers the titles of those that did. Firefox
 * refuses the save after one that was too large whatever its size, so it takes several to know.
 */
async function fill(view: View): Promise<string[]> {
  const saved: string[] = [];
  for (const kilobytes of [1024, 256, 64, 16, 4]) {
    for (let refused = 0; refused < 3;) {
      const outcome = await tell<SaveOutcome>(view, 'saveArticle', {
        article: large(saved.length, kilobytes),
        tabId: null,
        onConflict: 'keep-both',
      });
      if (outcome.kind === 'failed') {
        expect(outcome.reason).toBe('no-space');
        refused += 1;
      } else {
        saved.push(titleAt(saved.length));
        refused = 0;
      }
    }
  }
  return saved;
}

function titleAt(n: number): string {
  return `${titleOf(n)} ${n}`;
}

/** Of letters that cannot be packed smaller. */
function large(n: number, kilobytes: number) {
  const story = storyOf(n, 2);
  const noise = randomText(kilobytes * 512);
  return { ...story, title: titleAt(n), html: `<p>${noise}</p>`, text: noise };
}

function randomText(length: number): string {
  const codes = crypto.getRandomValues(new Uint16Array(Math.min(length, 32_000)));
  const piece = [...codes].map((code) => String.fromCharCode(0x4e00 + (code % 20_000))).join('');
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

async function listed(view: View): Promise<string[]> {
  const { items } = await tell<ItemPage>(view, 'listItems', {
    shelf: 'kept',
    order: 'saved',
    ascending: false,
    tag: null,
    site: null,
    only: [],
    offset: 0,
    limit: 500,
  });
  return items.map(({ id, title }) => `${id} ${title}`);
}

function titlesOf(rows: readonly string[]): string[] {
  return rows.map((row) => row.slice(row.indexOf(' ') + 1));
}

function wallabagList(): string {
  const rows = Array.from({ length: 8 }, (_, n) => ({
    url: `https://news.example/imported-${n}-99123`,
    title: `${IMPORTED} ${n}`,
    is_archived: 0,
    is_starred: 0,
    created_at: '2024-05-01T10:00:00+0000',
    content: `<p>${randomText(1_000_000)}</p>`,
    tags: [],
  }));
  return JSON.stringify(rows);
}
