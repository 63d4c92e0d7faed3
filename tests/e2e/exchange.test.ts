import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import type { Item } from '../../utils/library/item.ts';
import { axeViolations } from './support/axe.ts';
import { inBothBrowsers, startBrowser } from './support/browsers.ts';
import {
  base64Of,
  chooseFile,
  dropFile,
  exportAs,
  keepHandedFiles,
  openLine,
} from './support/exchange-page.ts';
import { unreachable } from './support/keyboard.ts';
import { setLook } from './support/look.ts';
import { keptPage } from './support/kept-items.ts';
import { seed, storyOf, tell, titleOf } from './support/seed-library.ts';

const HEADER = 'title,url,time_added,tags,status\n';

inBothBrowsers('in and out', (name) => {
  test('a backup taken into another library makes it the same', async () => {
    const downloads = await mkdtemp(join(tmpdir(), 'warraq-saved-'));
    const { reader, browser } = await library(6, downloads);
    await tell(reader, 'tagItems', { ids: await ids(reader), add: ['وسم «أول»'], remove: [] });
    await tell(reader, 'setFlags', {
      ids: (await ids(reader)).slice(0, 2),
      flags: { archived: true },
    });
    await tell(reader, 'setFlags', {
      ids: (await ids(reader)).slice(0, 1),
      flags: { deleted: true },
    });
    await openLine(reader, 'export');
    const made = await exportAs(reader, 'backup');
    expect(made.name).toMatch(/^warraq-backup-\d{4}-\d\d-\d\d\.zip$/u);
    await until(
      'the file on the disk',
      async () => (await saved(downloads, made.name)) === made.base64,
    );
    await browser.close();

    const other = await library(0);
    await openLine(other.reader, 'import');
    await chooseFile(other.reader, made.base64, 'anything');
    await other.reader.waitFor('import-preview');
    expect(await other.reader.text('import-count-new')).toContain('6');
    await other.reader.click('dialog-confirm');
    await other.reader.waitFor('import-done');
    await other.reader.click('dialog-cancel');
    await until('the list', async () => (await other.reader.count('library-item')) === 4);
    await openLine(other.reader, 'export');
    const again = await exportAs(other.reader, 'backup');
    expect(articlesOf(again.base64)).toBe(articlesOf(made.base64));
    expect(articlesOf(made.base64).split('\n')).toHaveLength(7);
  });

  test('what was deleted stays so, unless it is to be brought back', async () => {
    const { reader } = await library(3);
    await openLine(reader, 'export');
    const { base64 } = await exportAs(reader, 'json');
    await reader.click('dialog-cancel');
    const all = await ids(reader);
    await reader.click('library-item');
    await reader.waitFor('article-body');
    await tell(reader, 'setFlags', { ids: all, flags: { deleted: true } });
    await tell(reader, 'purgeItems', { ids: all });
    await reader.waitFor('state-empty-library');
    await reader.waitFor('state-gone');

    await openLine(reader, 'import');
    await chooseFile(reader, base64, 'library.json');
    await reader.waitFor('bring-back');
    expect(await isDisabled(reader, 'dialog-confirm')).toBe(true);
    await reader.click('bring-back');
    await reader.click('dialog-confirm');
    await reader.waitFor('import-done');
    await reader.click('dialog-cancel');
    await until('the list', async () => (await reader.count('library-item')) === 3);
    expect((await items(reader)).map(({ title }) => title)).toEqual([2, 1, 0].map(titleOf));
    // What was open is there again too.
    await reader.waitFor('article-body');
  });

  test('a list of Pocket’s with Arabic headlines, dropped; the second time there is nothing new', async () => {
    const { reader } = await library(1);
    const csv =
      `${HEADER}«كتاب» قديمٌ في القاهرة,https://news.example/one-5500123,1610000000,أدب|سياسة,unread\n` +
      'أخبار,https://news.example/two-5500124,1610000001,,archive\n,,1610000001,,unread\n';
    await openLine(reader, 'import');
    await dropFile(reader, base64Of(csv), 'part_000000.csv');
    await reader.waitFor('import-preview');
    expect(await reader.text('import-count-new')).toContain('2');
    expect(await reader.text('import-count-faulty')).toContain('1');
    await reader.click('dialog-confirm');
    await reader.waitFor('import-done');
    await reader.click('dialog-cancel');
    await until('the rows', async () => (await reader.count('library-item')) === 2);
    const imported = (await items(reader)).find(({ title }) => title === '«كتاب» قديمٌ في القاهرة');
    expect(imported?.kind).toBe('link');
    expect(imported?.tags.map((tag) => tag.name)).toEqual(['أدب', 'سياسة']);
    expect(imported?.savedAt).toBe(1_610_000_000_000);
    await reader.waitFor('shelf-tag');

    await openLine(reader, 'import');
    await chooseFile(reader, base64Of(csv), 'again');
    await reader.waitFor('import-preview');
    expect(await isDisabled(reader, 'dialog-confirm')).toBe(true);
    await chooseAgain(reader);
  });

  test('an import that is cancelled leaves the library as it was', async () => {
    const { reader } = await library(3);
    const before = await items(reader);
    const rows = Array.from(
      { length: 6_000 },
      (_, n) => `خبر رقم ${n},https://news.example/long-${n}-770123,1610000000,وسم,unread\n`,
    );
    await openLine(reader, 'import');
    await chooseFile(reader, base64Of(HEADER + rows.join('')), 'long.csv');
    await reader.waitFor('import-preview', { timeout: 60_000 });
    await reader.click('dialog-confirm');
    await reader.waitFor('stage-working');
    await until('rows to be taken in', async () => (await total(reader)) > before.length);
    await reader.click('exchange-cancel');
    await reader.waitFor('import-cancelled', { timeout: 60_000 });
    await reader.click('dialog-cancel');
    expect(await items(reader)).toEqual(before);
    expect(await total(reader)).toBe(3);
  }, 180_000);

  test('files that are none of ours are refused in a sentence', async () => {
    const { reader } = await library(1);
    await openLine(reader, 'import');
    for (const [file, reason] of [
      ['hello', 'not-recognised'],
      ['{"format":"warraq-library","version":9,"articles":[]}', 'newer'],
      ['{"format":"warraq-library","version":1,"articles":[{"item":', 'truncated'],
      [`${HEADER}عنوان,https://news.example/x-12345,16100`, 'truncated'],
      ['', 'empty'],
    ] as const) {
      await chooseFile(reader, base64Of(file), 'file');
      await until(`«${reason}»`, () =>
        reader.evaluate(
          (why) => !!document.querySelector(`[data-testid=import-refused][data-reason=${why}]`),
          reason,
        ),
      );
      expect((await reader.text('import-refused')).length).toBeGreaterThan(10);
    }
    expect(await total(reader)).toBe(1);
  });

  test('every format is written, of all, of a shelf, of the chosen ones', async () => {
    const { reader } = await library(4);
    for (const [format, begins] of [
      ['html', '<!doctype html>'],
      ['markdown', 'PK'],
      ['epub', 'PK'],
      ['csv', '\u00ef\u00bb\u00bf"title"'],
      ['json', '{"format":"warraq-library"'],
    ] as const) {
      await openLine(reader, 'export');
      const { base64 } = await exportAs(reader, format);
      expect(Buffer.from(base64, 'base64').toString('latin1').startsWith(begins), format).toBe(
        true,
      );
      await reader.click('dialog-cancel');
      if (format !== 'csv') continue;
      await openLine(reader, 'import');
      await chooseFile(reader, base64, 'own.csv');
      await reader.waitFor('import-preview');
      expect(await reader.text('import-count-known')).toContain('4');
      await reader.click('dialog-cancel');
    }
    await reader.click('choose');
    await reader.click('choose-item', 1);
    await reader.click('export-chosen');
    await reader.waitFor('dialog-export');
    const { base64 } = await exportAs(reader, 'json');
    const list = JSON.parse(Buffer.from(base64, 'base64').toString()) as {
      articles: { item: Item }[];
    };
    expect(list.articles.map(({ item }) => item.title)).toEqual([titleOf(2)]);
    await reader.click('dialog-cancel');
    await reader.waitUntilGone('selection-bar');

    await reader.click('shelf-archive');
    await reader.waitFor('state-empty-shelf');
    await openLine(reader, 'export');
    await reader.click('export-scope-shown');
    expect(await isDisabled(reader, 'dialog-confirm')).toBe(true);
  });

  test('a backup is offered after twenty, in a line that can be waved away', async () => {
    const { reader, browser } = await library(19);
    expect(await reader.count('note-backup')).toBe(0);
    const top = await listTop(reader);
    await seed(reader, [storyOf(19)]);
    await reader.waitFor('note-backup');
    expect(await listTop(reader)).toBe(top);
    expect(await reader.evaluate(rowsCovered, '100%')).toBe(true);
    expect(await reader.evaluate(rowsCovered, '200%')).toBe(false);
    await reader.evaluate(() => (document.documentElement.style.fontSize = ''));
    await reader.click('note-dismiss');
    await reader.waitUntilGone('note-backup');
    await reader.close();
    const again = await browser.openExtensionPage('reader.html');
    await again.waitFor('library-item');
    await openLine(again, 'storage');
    await again.waitFor('storage-facts');
    expect(await again.count('note-backup')).toBe(0);
    expect(await again.text('storage-since')).toContain('20');
    await keepHandedFiles(again);
    await again.click('back-up-now');
    await again.waitFor('export-done');
    await again.click('dialog-cancel');
    await openLine(again, 'storage');
    await again.waitFor('storage-since');
  });

  for (const [language, theme] of [
    ['ar', 'light'],
    ['en', 'dark'],
  ] as const) {
    test(`axe finds nothing, the keyboard reaches all, nothing is too wide (${language})`, async () => {
      const browser = await startBrowser(name, { network: 'cut' });
      await setLook(browser, { language, theme });
      const reader = await browser.openExtensionPage('reader.html');
      await seed(
        reader,
        Array.from({ length: 20 }, (_, n) => storyOf(n)),
      );
      await reader.waitFor('note-backup');
      const found: Record<string, string[]> = {};
      const look = async (face: string): Promise<void> => {
        found[`axe, ${face}`] = await axeViolations(reader);
        found[`keyboard, ${face}`] = await unreachable(reader);
        found[`width, ${face}`] = await tooWide(reader);
      };
      await look('note');
      await reader.click('more-menu');
      await reader.waitFor('menu-import');
      found['axe, menu'] = await axeViolations(reader);
      await reader.press('Escape');
      await reader.waitUntilGone('menu-import');
      await openLine(reader, 'export');
      await look('export');
      await exportAs(reader, 'backup');
      await look('export done');
      await reader.click('dialog-cancel');
      await openLine(reader, 'import');
      await look('import');
      await chooseFile(reader, base64Of('hello'), 'x');
      await reader.waitFor('import-refused');
      await look('refused');
      const csv = `${HEADER}عنوان,https://news.example/a-551234,1610000000,,unread\n,,1,,unread\n`;
      await chooseFile(reader, base64Of(csv), 'x');
      await reader.waitFor('import-preview');
      await look('preview');
      await reader.click('dialog-confirm');
      await reader.waitFor('import-done');
      await look('import done');
      await reader.click('dialog-cancel');
      await openLine(reader, 'storage');
      await reader.waitFor('storage-facts');
      await look('storage');
      await reader.click('dialog-cancel');
      await openLine(reader, 'fetch');
      await look('fetch');
      expect(Object.entries(found).filter(([, wrong]) => wrong.length > 0)).toEqual([]);
      expect(Object.keys(found)).toHaveLength(28);
    }, 180_000);
  }

  async function library(count: number, downloads?: string) {
    const browser = await startBrowser(name, {
      network: 'cut',
      ...(downloads === undefined ? {} : { downloads }),
    });
    const reader = await browser.openExtensionPage('reader.html');
    await seed(
      reader,
      Array.from({ length: count }, (_, n) => storyOf(n)),
    );
    if (count > 0)
      await until('the rows', async () => (await reader.count('library-item')) === count);
    else await reader.waitFor('state-empty-library');
    return { browser, reader };
  }
});

async function items(view: View): Promise<Item[]> {
  return (await keptPage(view)).items;
}

async function ids(view: View): Promise<string[]> {
  return (await items(view)).map(({ id }) => id);
}

async function total(view: View): Promise<number> {
  return (await keptPage(view)).total ?? -1;
}

function articlesOf(base64: string): string {
  const files = unzipSync(new Uint8Array(Buffer.from(base64, 'base64')));
  return new TextDecoder().decode(files['articles-0001.jsonl']);
}

/** The file as the browser saved it, as base64; null while it is not there. */
async function saved(folder: string, name: string): Promise<string | null> {
  try {
    return await readFile(join(folder, name), 'base64');
  } catch {
    // Not yet: whoever waits for it tells if it never comes.
    return null;
  }
}

/** Where the list begins in its pane, px. */
function listTop(view: View): Promise<number | undefined> {
  return view.evaluate(
    () => document.querySelector('[data-testid="library-list"]')?.getBoundingClientRect().top,
  );
}

/** Whether the note lies over rows, with letters of that size; else it stands behind the last of them. */
function rowsCovered(size: string): boolean {
  document.documentElement.style.fontSize = size;
  const end = document
    .querySelector('[data-testid="library-list"]')
    ?.getBoundingClientRect().bottom;
  const note = document.querySelector('.foot-note')?.getBoundingClientRect().top;
  if (end === undefined || note === undefined) throw new Error('Nothing there');
  return note < end - 1;
}

function isDisabled(view: View, testId: string): Promise<boolean> {
  return view.evaluate(
    (id) => document.querySelector<HTMLButtonElement>(`[data-testid=${id}]`)?.disabled === true,
    testId,
  );
}

async function chooseAgain(view: View): Promise<void> {
  await view.click('dialog-cancel');
  await view.waitUntilGone('dialog-import');
}

/** What of a dialog would have to be scrolled sideways on a telephone, and with letters twice as large. */
function tooWide(view: View): Promise<string[]> {
  return view.evaluate(() => {
    const dialog = document.querySelector<HTMLElement>('dialog');
    if (!dialog) return [];
    const found: string[] = [];
    for (const size of ['100%', '200%']) {
      document.documentElement.style.fontSize = size;
      dialog.style.inlineSize = '288px';
      const over = dialog.scrollWidth - dialog.clientWidth;
      if (over > 0) found.push(`${over} px too wide with letters at ${size}`);
    }
    document.documentElement.style.fontSize = '';
    dialog.style.inlineSize = '';
    return found;
  });
}
