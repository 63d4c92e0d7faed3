import { expect, test } from 'vitest';
import type { Browser, View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';
import { pictureOf } from './support/colours-at.ts';
import { openFirst } from './support/kept-items.ts';
import { LIBRARY_NEWS, newsPage } from './support/news-page.ts';
import type { Pixels } from './support/pixels.ts';

const STORY = 'http://news.example/story-4821973';
/** AA, of text. */
const LEAST = 4.5;

inBothBrowsers('colours of the system', (name) => {
  async function pressed(colours: 'dark' | 'forced'): Promise<{ browser: Browser; popup: View }> {
    const server = await startServer(() => ({
      body: newsPage(LIBRARY_NEWS.title, LIBRARY_NEWS.paragraphs),
    }));
    const browser = await startBrowser(name, { network: { port: server.port }, colours });
    const popup = await browser.pressToolbar(await browser.openPage(STORY));
    await popup.waitFor('article-body');
    return { browser, popup };
  }

  test('that are dark make the pages dark, for readers who follow them', async () => {
    const { browser, popup } = await pressed('dark');
    expect(await popup.evaluate(themeShown)).toEqual(['dark', 'rgb(28, 27, 25)']);
    await popup.close();
    const reader = await browser.openExtensionPage('reader.html');
    expect(await reader.evaluate(themeShown)).toEqual(['dark', 'rgb(28, 27, 25)']);
  });

  test('that are the reader’s own leave every word and every choice to be seen', async () => {
    const { browser, popup } = await pressed('forced');
    expect(await popup.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    expect(await unseen(popup)).toEqual([]);
    await popup.click('show-removals');
    expect(await unseen(popup)).toEqual([]);
    await popup.evaluate(selectFirst);
    await popup.waitFor('mark-tools');
    expect(await unseen(popup)).toEqual([]);
    await popup.click('mark-1');
    await popup.waitFor('saved-state');
    await until('the highlight', async () => (await popup.count('marks-line')) === 1);
    const [mark, body] = await popup.evaluate(groundsOfText);
    expect(mark).not.toBe(body);
    await popup.click('type-button');
    await popup.waitFor('text-size');
    expect(await unseen(popup)).toEqual([]);
    // What is chosen is told from what is not.
    const [chosen, other] = await popup.evaluate(outlinesOfSegments);
    expect(chosen).not.toBe(other);
    await popup.close();

    const reader = await browser.openExtensionPage('reader.html');
    await openFirst(reader);
    expect(await unseen(reader)).toEqual([]);
    await reader.click('more-menu', (await reader.count('more-menu')) - 1);
    await reader.click('menu-delete');
    await reader.waitFor('undo');
    expect(await unseen(reader)).toEqual([]);
  });
});

/** Words of controls that do not stand out from what is behind them in the picture of the view. */
async function unseen(view: View): Promise<string[]> {
  const words = await view.evaluate(wordsOfControls);
  expect(words.length).toBeGreaterThan(0);
  const picture = await pictureOf(view);
  return words.filter((word) => contrastIn(picture, word) < LEAST).map(({ text }) => text);
}

interface Word {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Of the lightest and the darkest pixel. */
function contrastIn(picture: Pixels, { left, top, right, bottom }: Word): number {
  let [least, most] = [1, 0];
  for (let y = Math.ceil(top); y < Math.min(bottom, picture.height); y += 1) {
    for (let x = Math.ceil(left); x < Math.min(right, picture.width); x += 1) {
      const light = luminance(picture.at(x, y));
      least = Math.min(least, light);
      most = Math.max(most, light);
    }
  }
  return (most + 0.05) / (least + 0.05);
}

/** WCAG 2.2, «relative luminance». */
function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// These run in the page.

function themeShown(): [theme: string | undefined, paper: string] {
  const root = document.documentElement;
  return [root.dataset['theme'], getComputedStyle(root).backgroundColor];
}

/** Words that no other element lies over, where they stand in the window once nothing moves. */
async function wordsOfControls(): Promise<Word[]> {
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
  const words: Word[] = [];
  for (const control of document.querySelectorAll('button, a[href], label, legend')) {
    const texts = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const { left, top, right, bottom } = range.getBoundingClientRect();
      const text = range.toString().trim();
      const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const isSeen = control.contains(over);
      if (text && isSeen && top >= 0 && bottom <= innerHeight) {
        words.push({ text, left, top, right, bottom });
      }
    }
  }
  return words;
}

function selectFirst(): void {
  const text = document.querySelector('[data-testid=article-body] p')?.firstChild;
  if (text) getSelection()?.setBaseAndExtent(text, 0, text, 12);
}

function groundsOfText(): (string | null)[] {
  return ['mark[data-mark]', 'html'].map((sought) => {
    const element = document.querySelector(sought);
    return element && getComputedStyle(element).backgroundColor;
  });
}

function outlinesOfSegments(): (string | null)[] {
  return ['.segment:has(:checked)', '.segment:not(:has(:checked))'].map((sought) => {
    const element = document.querySelector(sought);
    return element && getComputedStyle(element).outline;
  });
}
