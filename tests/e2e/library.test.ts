import { expect, test } from 'vitest';
import { fold } from '../../utils/arabic/fold.ts';
import type { Article, Removal } from '../../utils/article/article.ts';
import { hash } from '../../utils/article/hash.ts';
import type { View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';
import { exportAs, openLine } from './support/exchange-page.ts';
import { LIBRARY_NEWS, newsPage } from './support/news-page.ts';
import { seed, storyOf, tell, titleOf } from './support/seed-library.ts';

const STORY = 'http://news.example/story-5550123';

inBothBrowsers('the library page', (name) => {
  test('the keyboard goes through the list, the pane follows, and nothing loses the focus', async () => {
    const { reader } = await library(6);
    await reader.evaluate(focusFirst);
    await reader.press('ArrowDown');
    await untilShown(reader, titleOf(4));
    expect(await focused(reader)).toBe(titleOf(4));

    await reader.press('Delete');
    await until('the row to go', async () => (await reader.count('library-item')) === 5);
    await until('the next row', async () => (await focused(reader)) === titleOf(3));
    await reader.waitFor('undo');
    await reader.press('Control+z');
    await until('the row', async () => (await reader.count('library-item')) === 6);

    await reader.press('Enter');
    await untilShown(reader, titleOf(3));
    expect(await reader.evaluate(() => document.activeElement?.localName)).toBe('main');
    await reader.press('/');
    expect(await focusedId(reader)).toBe('search');
    await reader.press('/');
    expect(await reader.evaluate(searchText)).toBe('/');
  });

  test('shelves, favourites and orders', async () => {
    const { browser, reader } = await library(5);
    await inRowMenu(reader, 0, 'archive-item');
    await until('the row to go', async () => (await reader.count('library-item')) === 4);
    await reader.click('undo');
    await until('the row', async () => (await reader.count('library-item')) === 5);
    await inRowMenu(reader, 0, 'archive-item');
    await until('the row to go', async () => (await reader.count('library-item')) === 4);
    await inRowMenu(reader, 1, 'favourite-item');

    await reader.click('shelf-archive');
    await until('the archive', async () => same(await titles(reader), [4]));
    await reader.click('shelf-favourites');
    await until('the favourites', async () => same(await titles(reader), [2]));
    await reader.click('library-item');
    await untilShown(reader, titleOf(2));
    await reader.click('toggle-favourite');
    await until('no favourite', async () => (await reader.count('library-item')) === 0);
    await reader.waitFor('state-empty-shelf');

    await reader.click('shelf-list');
    await until('the list', async () => same(await titles(reader), [3, 2, 1, 0]));
    await reader.click('sort-menu');
    await reader.click('order-published');
    await reader.click('order-ascending');
    await until('the oldest first', async () => same(await titles(reader), [0, 1, 2, 3]));
    await reader.press('Escape');
    await until('the count', async () => (await reader.text('shelf-archive')).includes('1'));

    // Kept for the next time, and for the popup.
    await reader.close();
    const again = await browser.openExtensionPage('reader.html');
    await until('the oldest first', async () => same(await titles(again), [0, 1, 2, 3]));
    expect(await again.evaluate(isChecked, 'order-published')).toBe(true);
    const popup = await browser.openExtensionPage('popup.html');
    await popup.waitFor('open-library');
    await popup.click('open-library');
    await until('the oldest first', async () => same(await titles(popup), [0, 1, 2, 3]));
  });

  test('a headline stands on its own side, whatever that of the list', async () => {
    const { reader } = await library(1);
    const side = await reader.evaluate(() => {
      const headline = document.querySelector('[data-testid=library-item] .name');
      return headline && getComputedStyle(headline).textAlign;
    });
    expect(side).toBe('start');
  });

  test('every site can be chosen, and rows that are not loaded are found by theirs', async () => {
    const far = { ...storyOf(0), siteName: 'صحيفة لم تُذكر بعد' };
    const { reader } = await library(33, far);
    expect(await reader.evaluate(sitesOffered)).not.toContain(far.siteName);
    await reader.click('filter-menu');
    await until('the site', async () =>
      (await reader.evaluate(sitesOffered)).includes(far.siteName),
    );
    await reader.evaluate(chooseSite, far.siteName);
    await until('its rows', async () => same(await titles(reader), [0]));
  });

  test('what was left out is put back, is there when it is opened again and in an export, and taken out again', async () => {
    const { browser, reader, ids } = await library(2, withRemoval());
    await reader.click('library-item', 1);
    await untilShown(reader, titleOf(0));
    expect(await reader.evaluate(bodyLines)).toHaveLength(6);
    await reader.click('show-removals');
    await reader.click('put-back');
    const withIt = (view: View) => async () =>
      (await view.evaluate(bodyLines))[2] === 'اقرأ أيضا: خبر آخر';
    await until('it to be back', withIt(reader));
    expect(await focusedId(reader)).toBe('put-back');
    await reader.close();

    const again = await browser.openExtensionPage(`reader.html?id=${ids[0]}`);
    await untilShown(again, titleOf(0));
    await until('it to be back', withIt(again));
    expect(await again.evaluate(bodyLines)).toHaveLength(7);
    await openLine(again, 'export');
    const { base64 } = await exportAs(again, 'html');
    expect(Buffer.from(base64, 'base64').toString()).toContain('اقرأ أيضا: خبر آخر');
    await again.click('dialog-cancel');

    await again.click('show-removals');
    await again.click('put-back');
    await until('it to go', async () => (await again.evaluate(bodyLines)).length === 6);
    const { edits } = await tell<{ edits: unknown[] }>(again, 'openItem', { id: ids[0] });
    expect(edits).toMatchObject([{ kind: 'put-back', value: 'r1', removed: true }]);
  });

  test('several are chosen, tagged, found by their tag; a tag gets another name', async () => {
    const { reader } = await library(5);
    await reader.click('choose');
    await reader.click('choose-item', 0);
    expect(await reader.evaluate(isChecked, 'choose-item')).toBe(true);
    await reader.evaluate(focusFirst);
    await reader.press('Shift+ArrowDown');
    await reader.press('Shift+ArrowDown');
    expect(await reader.text('chosen-count')).toContain('3');
    await reader.click('tag-chosen');
    await reader.waitFor('dialog-tags');
    await write(reader, 'tag-input', 'سوق المال');
    await reader.press('Enter');
    await reader.click('dialog-confirm');
    await reader.waitFor('shelf-tag');
    await reader.waitUntilGone('selection-bar');
    await reader.click('shelf-tag');
    await until('the tagged', async () => same(await titles(reader), [4, 3, 2]));

    await reader.evaluate(() =>
      document.querySelector<HTMLElement>('[data-testid=rename-tag]')?.focus(),
    );
    await reader.press('Enter');
    await reader.waitFor('tag-name');
    await write(reader, 'tag-name', 'أسواق');
    await reader.click('dialog-confirm');
    await until('the name', async () => (await reader.text('list-title')) === 'أسواق');
    expect(await reader.count('library-item')).toBe(3);
  });

  test('what is typed is found in the texts, marked there, and narrowed by what is typed or chosen', async () => {
    const { reader } = await library(9);
    await reader.press('/');
    await write(reader, 'search', 'القاهره');
    await until(
      'the results',
      async () => (await reader.text('list-title')) !== '' && (await marks(reader)).length > 0,
    );
    await until(
      'every passage',
      async () => (await reader.count('passage')) === (await reader.count('library-item')),
    );
    expect(new Set(await marks(reader))).toEqual(new Set(['بالقاهرة']));

    await write(reader, 'search', 'قطار موقع:المدينة');
    await until('the chip', async () => (await reader.count('chip')) === 1);
    await until('the result', async () => same(await titles(reader), [2]));
    expect(await marks(reader)).toContain('قطار');
    await reader.click('chip');
    await until('no chip', async () => (await reader.count('chip')) === 0);
    expect((await reader.evaluate(searchText)).trim()).toBe('قطار');

    await write(reader, 'search', 'زرافة');
    await reader.waitFor('state-nothing-found');
    expect(await reader.text('state-nothing-found')).toContain('زرافة');
    await reader.click('clear-search');
    await until('the list', async () => (await reader.count('library-item')) === 9);

    await inRowMenu(reader, 0, 'tag-item');
    await write(reader, 'tag-input', 'سفر');
    await reader.press('Enter');
    await reader.click('dialog-confirm');
    await reader.waitFor('shelf-tag');
    await write(reader, 'search', 'وسم:سفر');
    await until('the tagged', async () => same(await titles(reader), [8]));
  });

  test('what is in the trash comes back, or goes for good after a question', async () => {
    const { reader } = await library(4);
    await reader.click('choose');
    await reader.click('choose-shown');
    await reader.click('delete-chosen');
    await reader.waitFor('state-empty-shelf');
    await reader.click('shelf-trash');
    await until('the trash', async () => (await reader.count('library-item')) === 4);
    await inRowMenu(reader, 0, 'restore-item');
    await until('one to go', async () => (await reader.count('library-item')) === 3);
    await reader.click('library-item');
    await reader.waitFor('restore');
    await reader.evaluate(() =>
      document.querySelector<HTMLElement>('[data-testid=restore]')?.focus(),
    );
    await reader.press('Enter');
    await reader.waitFor('article-body');
    expect(await reader.evaluate(() => document.activeElement?.localName)).toBe('main');
    await until('another to go', async () => (await reader.count('library-item')) === 2);
    await inRowMenu(reader, 0, 'purge-item');
    await reader.waitFor('dialog-purge');
    await reader.press('Escape');
    await reader.waitUntilGone('dialog-purge');
    await reader.click('empty-trash');
    await reader.click('dialog-confirm');
    await until('none', async () => (await reader.count('library-item')) === 0);
    expect(await reader.count('undo')).toBe(0);
    const facts = await tell<{ shelves: Record<string, number> }>(
      reader,
      'libraryFacts',
      undefined,
    );
    expect(facts.shelves).toEqual({ list: 2, archive: 0, trash: 0 });
  });

  test('headline and byline are corrected, and go back to what was published', async () => {
    const { reader } = await library(2);
    await reader.click('library-item');
    await untilShown(reader, titleOf(1));
    await reader.click('more-menu', 1);
    await reader.click('menu-correct');
    await write(reader, 'correct-title', 'العنوان كما ينبغي');
    await reader.click('dialog-confirm');
    await untilShown(reader, 'العنوان كما ينبغي');
    await until('the row', async () => (await names(reader))[0] === 'العنوان كما ينبغي');
    await inRowMenu(reader, 0, 'correct-item');
    await reader.click('correct-title-published');
    await reader.click('dialog-confirm');
    await untilShown(reader, titleOf(1));
    await expect.poll(async () => (await titles(reader))[0], { timeout: 20_000 }).toBe(titleOf(1));
  });

  test('an article opens where it was left, at another size of type and in the popup', async () => {
    const server = await startServer(() => ({
      body: newsPage(LIBRARY_NEWS.title, LIBRARY_NEWS.paragraphs),
    }));
    const browser = await startBrowser(name, { network: { port: server.port } });
    const reader = await browser.openExtensionPage('reader.html');
    const [id = ''] = await seed(reader, [storyOf(0, 40), storyOf(1)]);
    // Rows move while others come in above them.
    await until('the rows', async () => same(await titles(reader), [1, 0]));
    await reader.click('library-item', 1);
    await untilShown(reader, titleOf(0));
    await reader.evaluate(scrollToBlock, 17);
    const kept = await until('the place', async () => {
      const opened = await tell<{ item: { position: { share: number } | null } }>(
        reader,
        'openItem',
        { id },
      );
      // On a slow machine the first line was read for a while before it was scrolled away.
      return opened.item.position?.share ? opened.item.position : null;
    });
    expect(kept.share).toBeGreaterThan(0.3);
    expect(kept.share).toBeLessThan(0.6);
    const first = await reader.evaluate(firstBlock);
    expect(first).toContain('الفقرة 18 ');
    await reader.click('library-item', 0);
    await untilShown(reader, titleOf(1));
    await reader.close();

    const again = await browser.openExtensionPage(`reader.html?id=${id}`);
    await again.evaluate(() => document.documentElement.style.setProperty('--text-size', '2rem'));
    await again.waitFor('article');
    await until('the place', async () => (await again.evaluate(firstBlock)) === first);
    await until('the row to show it', async () => (await again.count('read-line')) === 1);
    await again.close();

    const popup = await browser.pressToolbar(await browser.openPage(STORY));
    await popup.waitFor('article');
    await popup.click('open-library');
    await popup.waitFor('library-item');
    await popup.click('library-item', 1);
    await untilShown(popup, titleOf(0));
    await until('the place', async () => (await popup.evaluate(firstBlock)) === first);
  });

  test('a save in the popup is in the open list at once, in its order', async () => {
    const server = await startServer(() => ({
      body: newsPage(LIBRARY_NEWS.title, LIBRARY_NEWS.paragraphs),
    }));
    const browser = await startBrowser(name, { network: { port: server.port } });
    const reader = await browser.openExtensionPage('reader.html');
    await seed(reader, [storyOf(0), storyOf(1)]);
    await reader.waitFor('library-item');
    await reader.click('sort-menu');
    await reader.click('order-ascending');
    await until('the order', async () => same(await titles(reader), [0, 1]));
    const popup = await browser.pressToolbar(await browser.openPage(STORY));
    await popup.waitFor('article');
    await popup.click('save-button');
    await popup.waitFor('saved-state');
    await until('the row', async () => (await names(reader))[2] === LIBRARY_NEWS.title);
    expect(await names(reader)).toEqual([titleOf(0), titleOf(1), LIBRARY_NEWS.title]);
  });

  test('a long list comes as it is scrolled, and what lies far behind is not drawn', async () => {
    const { reader } = await library(150);
    await reader.evaluate(focusFirst);
    await until('the last row', async () => {
      await reader.press('End');
      return (await focused(reader)) === titleOf(0);
    });
    expect(await reader.count('show-more')).toBe(0);
    await until('the others to go', async () => (await reader.count('library-item')) <= 90);
    await reader.press('ArrowUp');
    expect(await focused(reader)).toBe(titleOf(1));
    await reader.press('Home');
    await until('the first row', async () => (await focused(reader)) === titleOf(149));
    expect(await reader.text('list-count')).toContain('150');
  });

  /** @param oldest in place of the first story */
  async function library(count: number, oldest = storyOf(0)) {
    const browser = await startBrowser(name, { network: 'cut' });
    const reader = await browser.openExtensionPage('reader.html');
    const stories = Array.from({ length: count }, (_, n) => (n === 0 ? oldest : storyOf(n)));
    const ids = await seed(reader, stories);
    const shown = Math.min(count, 30);
    // Seeding told of itself row by row: the page is opened anew, as a reader finds it.
    await reader.close();
    const opened = await browser.openExtensionPage('reader.html');
    await until('the rows', async () => (await opened.count('library-item')) === shown);
    return { browser, reader: opened, ids };
  }
});

/** A story with a passage left out before its third paragraph. */
function withRemoval(): Article {
  const story = storyOf(0);
  const blocks = story.text.split('\n').map((line) => hash(fold(line)));
  const removal: Removal = {
    id: 'r1',
    step: 'inner-noise',
    reason: 'read-also',
    phrase: null,
    text: 'اقرأ أيضا: خبر آخر',
    html: '<p>اقرأ أيضا: خبر آخر</p>',
    count: 1,
    at: blocks[2] ?? null,
  };
  return { ...story, blocks, removals: [removal] };
}

async function inRowMenu(view: View, row: number, line: string): Promise<void> {
  await view.click('row-menu', row);
  await view.waitFor(line);
  await view.click(line);
}

/** As if typed: keys of the driver know no Arabic. */
async function write(view: View, field: string, text: string): Promise<void> {
  await view.waitFor(field);
  await view.evaluate(
    (given) => {
      const found = document.querySelector<HTMLInputElement>(`[data-testid=${given.field}]`);
      if (!found) return;
      found.focus();
      found.value = given.text;
      found.dispatchEvent(new Event('input', { bubbles: true }));
    },
    { field, text },
  );
}

async function untilShown(view: View, title: string): Promise<void> {
  await until(`«${title}» to be shown`, async () =>
    (await view.count('article-title')) === 1 ? (await view.text('article-title')) === title : null,
  );
}

function same(shown: string[], numbers: number[]): boolean {
  return shown.join('\n') === numbers.map(titleOf).join('\n');
}

const titles = (view: View): Promise<string[]> => names(view);

function names(view: View): Promise<string[]> {
  return view.evaluate(() =>
    [...document.querySelectorAll('[data-testid=library-item] .name')].map(
      ({ textContent }) => textContent ?? '',
    ),
  );
}

function marks(view: View): Promise<string[]> {
  return view.evaluate(() =>
    [...document.querySelectorAll('[data-testid=library-item] mark')].map(
      ({ textContent }) => textContent ?? '',
    ),
  );
}

function focused(view: View): Promise<string | null> {
  return view.evaluate(
    () => document.activeElement?.closest('li')?.querySelector('.name')?.textContent ?? null,
  );
}

function focusedId(view: View): Promise<string | null> {
  return view.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? null);
}

// These run in the page: they may use nothing but their argument.

function focusFirst(): void {
  document.querySelector<HTMLElement>('[data-testid=library-item] > a')?.focus();
}

function searchText(): string {
  return document.querySelector<HTMLInputElement>('[data-testid=search]')?.value ?? '';
}

function isChecked(testid: string): boolean {
  return document.querySelector<HTMLInputElement>(`[data-testid=${testid}]`)?.checked ?? false;
}

function sitesOffered(): string[] {
  return [...document.querySelectorAll('[data-testid=filter-site] option')].map(
    ({ textContent }) => textContent ?? '',
  );
}

function chooseSite(site: string): void {
  const select = document.querySelector<HTMLSelectElement>('[data-testid=filter-site]');
  if (!select) return;
  select.value = site;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

function bodyLines(): string[] {
  return [...document.querySelectorAll('[data-testid=article-body] p')].map(
    ({ textContent }) => textContent ?? '',
  );
}

function scrollToBlock(at: number): void {
  const block = document.querySelectorAll('[data-testid=article-body] [data-block]')[at];
  const bar = document.querySelector('header.bar')?.getBoundingClientRect().bottom ?? 0;
  if (block) scrollBy(0, block.getBoundingClientRect().top - bar);
}

/** The first block under the bar, by its first words. */
function firstBlock(): string {
  const bar = document.querySelector('header.bar')?.getBoundingClientRect().bottom ?? 0;
  const blocks = [...document.querySelectorAll('[data-testid=article-body] [data-block]')];
  const first = blocks.find((block) => block.getBoundingClientRect().bottom > bar + 4);
  return first?.textContent?.slice(0, 20) ?? '';
}
