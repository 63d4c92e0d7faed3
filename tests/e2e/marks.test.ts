import { describe, expect, test } from 'vitest';
import type { View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { axeViolations } from './support/axe.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';
import { exportAs, openLine } from './support/exchange-page.ts';
import { newestId, openedItem, openFirst } from './support/kept-items.ts';
import { LIBRARY_NEWS, newsPage } from './support/news-page.ts';
import { png } from './support/png.ts';
import { reload } from './support/reload.ts';
import { found } from './support/search-field.ts';

const ADDRESS = 'http://news.example/story-4821973';
const [, SECOND = '', THIRD = ''] = LIBRARY_NEWS.paragraphs;
const NOTE = 'زنجبيل للذكرى';
const NOISE = '<p>اقرأ أيضا: <a href="/other">مهرجان القراءة يعود إلى الساحة</a></p>';
const PICTURE = '/hall-4821973.png';
/** From the second paragraph's last words into the third. */
const QUOTE = ['من الصباح حتى المساء.', 'وحضر الافتتاح مئات'];

/** @param before markup in front of the third paragraph */
async function pressed(name: 'chromium' | 'firefox', before = NOISE) {
  const server = await startServer(({ pathname }) => {
    if (pathname === PICTURE) return { body: png(640, 400), type: 'image/png' };
    const page = newsPage(LIBRARY_NEWS.title, LIBRARY_NEWS.paragraphs);
    return { body: page.replace(`<p>${THIRD}`, `${before}<p>${THIRD}`) };
  });
  const browser = await startBrowser(name, { network: { port: server.port } });
  const popup = await browser.pressToolbar(await browser.openPage(ADDRESS));
  await popup.waitFor('article-body');
  return { browser, popup };
}

inBothBrowsers('what is marked in an article', (name) => {
  test('stays, is noted, found, exported, and taken away with a way back', async () => {
    const { browser, popup } = await pressed(name);
    // Not saved yet: the press on the colour saves it.
    await popup.evaluate(select, {
      from: SECOND,
      at: SECOND.indexOf(QUOTE[0] ?? ''),
      to: THIRD,
      end: QUOTE[1]?.length ?? 0,
    });
    await popup.waitFor('mark-tools');
    await popup.click('mark-2');
    await popup.waitFor('saved-state');
    await until('the highlight', async () => (await popup.evaluate(marked)).length === 2);
    expect(await popup.evaluate(marked)).toEqual(QUOTE.map((text) => ['2', text]));
    expect(await popup.text('marks-line')).toContain('1 highlight');
    await popup.close();

    const reader = await browser.openExtensionPage('reader.html');
    await openFirst(reader);
    await reload(reader, 'article-body');
    expect(await reader.evaluate(marked)).toEqual(QUOTE.map((text) => ['2', text]));

    // A press on it brings its tools; another colour, and a note.
    await pressMark(reader);
    await reader.click('mark-4');
    await until('the other colour', async () => (await reader.evaluate(marked))[0]?.[0] === '4');
    await pressMark(reader);
    await reader.click('mark-note');
    await reader.waitFor('dialog-note');
    await reader.evaluate(type, NOTE);
    await reader.click('dialog-confirm');
    await until('the sign of the note', () =>
      reader.evaluate(() => document.querySelector('mark[data-noted]') !== null),
    );

    const answer = await found(reader, 'زنجبيل');
    expect(answer.names).toEqual([LIBRARY_NEWS.title]);
    expect(answer.passages).toEqual([NOTE]);
    await found(reader, '');

    await openLine(reader, 'export');
    const { base64 } = await exportAs(reader, 'html');
    const html = Buffer.from(base64, 'base64').toString();
    expect(html).toContain(`<mark data-colour="4">${QUOTE[0]}</mark>`);
    expect(html).toContain(NOTE);
    await reader.press('Escape');
    await reader.waitUntilGone('dialog-export');

    await reader.click('show-marks');
    await reader.waitFor('dialog-marks');
    expect(await reader.text('mark-item')).toContain(QUOTE[1]);
    expect(await reader.text('note')).toBe(NOTE);
    await reader.click('remove-mark');
    await until('no highlight', async () => (await reader.evaluate(marked)).length === 0);
    await reader.press('Escape');
    await reader.waitUntilGone('dialog-marks');
    await reader.click('undo');
    await until('the highlight again', async () => (await reader.evaluate(marked)).length === 2);
    expect(await reader.evaluate(marked)).toEqual(QUOTE.map((text) => ['4', text]));
    expect(await reader.count('marks-line')).toBe(1);
  });

  test('what was left out of a page just read is put back, which saves it', async () => {
    const { browser, popup } = await pressed(name);
    await popup.click('show-removals');
    await popup.click('put-back');
    await popup.waitFor('saved-state');
    const left = 'مهرجان القراءة يعود إلى الساحة';
    await until('it in the text', async () => (await popup.text('article-body')).includes(left));
    await popup.close();
    const view = await browser.openExtensionPage('reader.html');
    const kept = await openedItem(view, await newestId(view));
    expect(kept?.edits).toMatchObject([{ kind: 'put-back', removed: false }]);
  });

  test('is reached from the list, by keyboard', async () => {
    const { popup } = await pressed(name);
    await popup.evaluate(select, { from: SECOND, at: 0, to: SECOND, end: 5 });
    await popup.waitFor('mark-tools');
    expect(await axeViolations(popup)).toEqual([]);
    await popup.press('Tab');
    expect(await popup.evaluate(focused)).toBe('mark-1');
    await popup.press('Enter');
    await until('the highlight', async () => (await popup.evaluate(marked)).length === 1);
    // The key does what the tools do; with nothing to mark the hand takes a block.
    await popup.evaluate(select, { from: THIRD, at: 0, to: THIRD, end: 5 });
    await popup.waitFor('mark-tools');
    await popup.press('h');
    await until('two highlights', async () => (await popup.evaluate(marked)).length === 2);
    await popup.press('h');
    await popup.waitFor('hand-tools');
    // Not Escape, by which Firefox closes a popup whatever it holds.
    await popup.click('hand-done');
    await popup.waitUntilGone('hand-tools');
    await popup.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await popup.click('more-menu');
    await popup.click('menu-marks');
    await popup.waitFor('dialog-marks');
    expect(await axeViolations(popup)).toEqual([]);
    // The keyboard stays in the list when what it stood on is taken away.
    await popup.evaluate(() =>
      document.querySelector<HTMLElement>('[data-testid=remove-mark]')?.focus(),
    );
    await popup.press('Enter');
    await until('one item', async () => (await popup.count('mark-item')) === 1);
    await until('the keyboard at the other', () =>
      popup.evaluate(() => document.activeElement?.closest('.mark-item') !== null),
    );
    await popup.click('jump-to-mark');
    await until('the keyboard at the highlight', () =>
      popup.evaluate(() => document.activeElement?.localName === 'mark'),
    );
    expect(await axeViolations(popup)).toEqual([]);
  });

  describe('by hand', () => {
    test('blocks are hidden and turned with the keyboard, and shown again', async () => {
      const { browser, popup } = await pressed(name);
      await popup.click('save-button');
      await popup.waitFor('saved-state');
      await popup.click('more-menu');
      await popup.click('menu-hand');
      await popup.waitFor('hand-tools');
      expect(await axeViolations(popup)).toEqual([]);
      await popup.press('ArrowDown');
      await until('the second', async () => (await popup.evaluate(current)) === SECOND);
      await popup.press('Delete');
      await until('it is hidden', async () => !(await popup.text('article-body')).includes(SECOND));
      await until('the hand goes on', async () => (await popup.evaluate(current)) === THIRD);
      await popup.press('Enter');
      expect(await popup.evaluate(focused)).toBe('hand-hide');
      await popup.press('Tab');
      await popup.press('Enter');
      await until('it is turned', () =>
        popup.evaluate(
          () => document.querySelector('[data-current]')?.getAttribute('dir') === 'ltr',
        ),
      );
      await popup.click('hand-done');
      await popup.waitUntilGone('hand-tools');
      await popup.click('show-marks');
      await popup.click('show-block');
      await until('it is shown', async () => (await popup.text('article-body')).includes(SECOND));
      await popup.close();
      const view = await browser.openExtensionPage('reader.html');
      const kept = await openedItem(view, await newestId(view));
      expect(kept?.edits.map(({ kind, value, removed }) => [kind, value, removed])).toEqual([
        ['direction', 'ltr', false],
        ['hide', SECOND, true],
      ]);
    });

    test('a picture without a caption is hidden, and shown again', async () => {
      const { popup } = await pressed(
        name,
        `<p><img src="${PICTURE}" width="640" height="400"></p>`,
      );
      const pictures = () =>
        popup.evaluate(() => document.querySelectorAll('.article-body img').length);
      expect(await pictures()).toBe(1);
      await popup.click('more-menu');
      await popup.click('menu-hand');
      await popup.waitFor('hand-tools');
      await popup.evaluate(() => document.querySelector<HTMLElement>('.article-body img')?.click());
      await popup.waitUntilGone('hand-turn');
      expect(await axeViolations(popup)).toEqual([]);
      await popup.click('hand-hide');
      await until('it is hidden', async () => (await pictures()) === 0);
      await until('the hand goes on', async () => (await popup.evaluate(current)) === THIRD);
      await popup.press('ArrowUp');
      await until('the second', async () => (await popup.evaluate(current)) === SECOND);
      await popup.click('hand-done');
      await popup.waitUntilGone('hand-tools');
      await popup.evaluate(() => scrollTo(0, 0));
      await popup.click('show-marks');
      await popup.click('show-block');
      await until('it is shown', async () => (await pictures()) === 1);
    });

    test('a kind a site is told to show is shown by itself, until it is stopped', async () => {
      const { browser, popup } = await pressed(name);
      const noise = 'مهرجان القراءة';
      expect(await popup.text('article-body')).not.toContain(noise);
      await popup.click('show-removals');
      await popup.click('keep-kind');
      await until('it is shown', async () => (await popup.text('article-body')).includes(noise));
      await popup.close();
      const again = await browser.pressToolbar(await browser.openPage(`${ADDRESS}?again`));
      await again.waitFor('article-body');
      await until('it is shown', async () => (await again.text('article-body')).includes(noise));
      await again.click('show-removals');
      await again.click('keep-kind');
      await until('it is not', async () => !(await again.text('article-body')).includes(noise));
      const synced = await again.evaluate(async () =>
        JSON.stringify(await chrome.storage.sync.get()),
      );
      expect(synced).not.toContain('news.example');
    });
  });
});

async function pressMark(view: View): Promise<void> {
  await view.evaluate(() => document.querySelector<HTMLElement>('mark[data-mark]')?.click());
  await view.waitFor('mark-tools');
}

// These run in the page.

/** Selects from a place in one paragraph to one in another, as a mouse or caret browsing would. */
function select(sought: { from: string; at: number; to: string; end: number }): void {
  const textOf = (words: string): Node => {
    const paragraphs = [...document.querySelectorAll('[data-testid=article-body] p')];
    const text = paragraphs.find(({ textContent }) => textContent === words)?.firstChild;
    if (!text) throw new Error(`No paragraph «${words}».`);
    return text;
  };
  document
    .getSelection()
    ?.setBaseAndExtent(textOf(sought.from), sought.at, textOf(sought.to), sought.end);
}

/** Colour and text of each mark. */
function marked(): (string | undefined)[][] {
  return [...document.querySelectorAll<HTMLElement>('mark[data-mark]')].map((mark) => [
    mark.dataset['colour'],
    mark.textContent ?? '',
  ]);
}

function type(text: string): void {
  const field = document.querySelector<HTMLTextAreaElement>('[data-testid=note-text]');
  if (!field) throw new Error('No field.');
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function focused(): string | undefined {
  return (document.activeElement as HTMLElement | null)?.dataset['testid'];
}

function current(): string | null {
  const block = document.activeElement;
  return block?.hasAttribute('data-current') ? block.textContent : null;
}
