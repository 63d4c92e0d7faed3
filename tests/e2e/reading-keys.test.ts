import { expect, test } from 'vitest';
import type { Article } from '../../utils/article/article.ts';
import { hash } from '../../utils/article/hash.ts';
import { fold } from '../../utils/arabic/fold.ts';
import type { View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { inBothBrowsers, startBrowser } from './support/browsers.ts';
import { pasted } from './support/copied.ts';
import { seed, storyOf, tell, titleOf } from './support/seed-library.ts';

const LEAD = 'فتحت المكتبة أبوابها صباح اليوم، وحضر <b>مئات</b> من القراء.';
const ITEMS = ['ستون ألف كتاب', 'قاعة للأطفال'];
const QUOTED = 'الدخول إليها مجاني *دائمًا*';

inBothBrowsers('keys, copies and paper', (name) => {
  test('in the full tab keys do what the buttons do, on an Arabic keyboard too', async () => {
    const { reader } = await library([0, 1, 2, 3].map((n) => storyOf(n)));
    await reader.press('j');
    await shows(reader, 3);
    await reader.press('j');
    await shows(reader, 2);
    await reader.press('ArrowLeft');
    await shows(reader, 1);
    await reader.press('ArrowRight');
    await shows(reader, 2);
    await arabic(reader, 'ن', 'KeyK');
    await shows(reader, 3);
    await arabic(reader, 'ت', 'KeyJ');
    await shows(reader, 2);

    await arabic(reader, 'ب', 'KeyF');
    await until('a favourite', async () =>
      (await reader.html('toggle-favourite')).includes('icon-button on'),
    );
    await reader.press('a');
    await until('the row to go', async () => (await reader.count('library-item')) === 3);
    await reader.press('j');
    await shows(reader, 1);
    const size = await textSize(reader);
    await reader.press('=');
    await until('larger text', async () => (await textSize(reader)) > size);

    await reader.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await reader.press('?');
    await reader.waitFor('dialog-keys');
    expect(await reader.evaluate(dialogStart)).toEqual({ focus: 'H2', scrolled: 0, fits: false });
    await reader.evaluate(() => (document.documentElement.style.fontSize = ''));
    expect(await keysShown(reader)).toMatchObject({
      next: expect.stringContaining('J'),
      archive: 'A',
      delete: 'DDelete',
    });
    await reader.press('d');
    await reader.click('single-keys');
    await reader.click('dialog-cancel');
    await reader.waitUntilGone('dialog-keys');
    await reader.press('d');
    await reader.press('j');
    await reader.press('ArrowLeft');
    await shows(reader, 0);
    expect(await reader.count('library-item')).toBe(3);
    await reader.press('Delete');
    await until('the row to go', async () => (await reader.count('library-item')) === 2);
  });

  test('a key of a row is that row’s; in the search field it is a letter', async () => {
    const { reader } = await library([0, 1, 2].map((n) => storyOf(n)));
    await reader.press('j');
    await shows(reader, 2);
    await reader.evaluate(() =>
      document.querySelectorAll<HTMLElement>('[data-testid=library-item] > a')[1]?.focus(),
    );
    await reader.press('d');
    await until('the row to go', async () => (await reader.count('library-item')) === 2);
    expect(await reader.text('article-title')).toBe(titleOf(2));
    expect(await rows(reader)).toEqual([titleOf(2), titleOf(0)]);

    await reader.press('/');
    await until('the field', () =>
      reader.evaluate(() => (document.activeElement as HTMLElement).dataset['testid'] === 'search'),
    );
    for (const key of ['d', 'a', '?']) await reader.press(key);
    expect(
      await reader.evaluate(
        () => document.querySelector<HTMLInputElement>('[data-testid=search]')?.value,
      ),
    ).toBe('da?');
    expect(await reader.count('dialog-keys')).toBe(0);
  });

  test('copies as text, as Markdown and as a quotation hold the source, with where it is from', async () => {
    const { reader } = await library([story()]);
    await reader.press('j');
    await shows(reader, 0);
    await take(reader, 'menu-copyMarkdown');
    const about = 'سلمى الحداد ◆ البيان الجديد ◆ 20 نوفمبر 2026';
    const address = story().url;
    expect(await copied(reader, '#')).toBe(
      [
        `# ${titleOf(0)}`,
        about,
        `<${address}>`,
        LEAD.replace(/<.?b>/g, '**'),
        `-   ${ITEMS[0]}\n-   ${ITEMS[1]}`,
        `> ${QUOTED.replaceAll('*', String.raw`\*`)}`,
      ].join('\n\n'),
    );

    await reader.press('c');
    expect(await copied(reader, titleOf(0))).toBe(
      [
        `${titleOf(0)}\n${about}\n${address}`,
        LEAD.replace(/<.?b>/g, ''),
        `• ${ITEMS[0]}\n• ${ITEMS[1]}`,
        QUOTED,
      ].join('\n\n'),
    );

    await reader.evaluate(selectWords);
    await take(reader, 'menu-copyQuotation');
    expect(await copied(reader, '«')).toBe(
      `«صباح اليوم، وحضر مئات»\n— «${titleOf(0)}»، ${about.replaceAll(' ◆ ', '، ')}\n${address}`,
    );
  });

  test('on paper there is the article and its source, in ink alone, and nothing of the interface', async () => {
    const { reader, ids } = await library([story()]);
    await tell(reader, 'editsOf', { id: ids[0] });
    await reader.press('j');
    await shows(reader, 0);
    await reader.evaluate(markWord);
    await reader.press('l');
    await reader.waitFor('listening-bar');
    // What plays and how fast, on one line.
    const [play = 0, speed = 1] = await reader.evaluate(() =>
      ['.play', '.speed'].map((part) => {
        const box = document.querySelector(`.listening-bar ${part}`)?.getBoundingClientRect();
        return box ? Math.round(box.top + box.height / 2) : -1;
      }),
    );
    expect(speed).toBe(play);
    await reader.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
    await reader.media('print');
    const paper = await reader.evaluate(lookAtPaper);
    expect(paper).toEqual({
      shown: ['article-title', 'article-byline', 'source-line', 'article-body'],
      interface: [],
      paper: 'rgb(255, 255, 255)',
      ink: 'rgb(0, 0, 0)',
      direction: 'rtl',
      mark: 'underline',
      source: expect.stringContaining(story().url),
      sideways: 0,
    });
    await reader.media('screen');
    const pdf = Buffer.from(await reader.print()).toString('latin1');
    expect(pdf).toMatch(/^%PDF-[^]*%%EOF\s*$/u);
  });

  test('the guide keeps the lines at the pointer clear, and what is left to read is told', async () => {
    const { reader } = await library([storyOf(0, 60)]);
    await reader.press('j');
    await shows(reader, 0);
    expect(await reader.count('line-guide')).toBe(0);
    await reader.press('g');
    await reader.waitFor('line-guide');
    const first = await until('a clear band', () => reader.evaluate(band));
    expect(first.lines).toBe(3);
    expect(await reader.evaluate(veiled)).toEqual([]);
    await reader.press('ArrowDown');
    await until('the next line', async () => (await reader.evaluate(band))?.text !== first.text);
    for (let step = 0; step < 30; step += 1) await reader.press('ArrowDown');
    const later = await until('a clear band', () => reader.evaluate(band));
    expect(later.lines).toBe(3);
    expect(later.scrolled).toBeGreaterThan(0);
    await reader.waitFor('time-left');
    expect(await reader.text('time-left')).toContain('المتبقي');
    await reader.press('g');
    await reader.waitUntilGone('line-guide');
  });

  async function library(stories: Article[]) {
    const browser = await startBrowser(name, { network: 'cut', locale: 'ar' });
    const page = await browser.openExtensionPage('reader.html');
    const ids = await seed(page, stories);
    await page.evaluate(() => chrome.storage.sync.set({ interfaceLanguage: 'ar' }));
    await page.close();
    const reader = await browser.openExtensionPage('reader.html');
    await until('the rows', async () => (await reader.count('library-item')) === stories.length);
    return { browser, reader, ids };
  }
});

function story(): Article {
  const html = `<p>${LEAD}</p><ul>${ITEMS.map((item) => `<li>${item}</li>`).join('')}</ul><blockquote><p>${QUOTED}</p></blockquote>`;
  const lines = [LEAD.replace(/<.?b>/g, ''), ...ITEMS, QUOTED];
  const blocks = lines.map((line) => hash(fold(line)));
  return {
    ...storyOf(0),
    url: 'https://news.example/library-4821973',
    byline: 'سلمى الحداد',
    siteName: 'البيان الجديد',
    publishedTime: '2026-11-20',
    html,
    text: lines.join('\n'),
    blocks,
  };
}

async function shows(reader: View, n: number): Promise<void> {
  await until(`article ${n}`, async () =>
    (await reader.count('article-title')) > 0
      ? (await reader.text('article-title')) === titleOf(n)
      : false,
  );
}

/** A line of the article's own menu: the shelves have one too. */
async function take(reader: View, line: string): Promise<void> {
  await reader.click('more-menu', (await reader.count('more-menu')) - 1);
  await reader.click(line);
  await reader.waitFor('toast');
}

/** What is on the clipboard, once it begins so. */
function copied(reader: View, beginning: string): Promise<string> {
  return until(`a copy that begins with ${beginning}`, async () => {
    const { text } = await pasted(reader);
    return text.startsWith(beginning) ? text.replaceAll('\r', '').trim() : null;
  });
}

/** A key as an Arabic keyboard gives it: the driver’s own keys are Latin. */
async function arabic(reader: View, key: string, code: string): Promise<void> {
  await reader.evaluate(
    (press) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true }),
      ),
    { key, code },
  );
}

function rows(reader: View): Promise<(string | undefined)[]> {
  return reader.evaluate(() =>
    Array.from(
      document.querySelectorAll('[data-testid=library-item] .name'),
      (title) => title.textContent,
    ),
  );
}

function textSize(reader: View): Promise<number> {
  return reader.evaluate(() =>
    Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--text-size')),
  );
}

function keysShown(reader: View): Promise<Record<string, string>> {
  return reader.evaluate(() =>
    Object.fromEntries(
      Array.from(document.querySelectorAll<HTMLElement>('[data-command]'), (line) => [
        line.dataset['command'] ?? '',
        line.querySelector('dd')?.textContent ?? '',
      ]),
    ),
  );
}

// These run in a page: they may use nothing but their arguments.

function dialogStart() {
  const dialog = document.querySelector('dialog');
  return {
    focus: document.activeElement?.tagName,
    scrolled: dialog?.scrollTop,
    fits: dialog?.scrollHeight === dialog?.clientHeight,
  };
}

function selectWords(): void {
  const [first, bold] = document.querySelector('[data-testid=article-body] p')?.childNodes ?? [];
  const selection = getSelection();
  if (!first || !bold || !selection) throw new Error('No paragraph');
  const from = (first.textContent ?? '').indexOf('صباح');
  selection.setBaseAndExtent(first, from, bold, 1);
}

function markWord(): void {
  const bold = document.querySelector('[data-testid=article-body] b');
  const mark = document.createElement('mark');
  mark.textContent = bold?.textContent ?? '';
  bold?.replaceWith(mark);
}

function lookAtPaper() {
  const seen = (element: Element): boolean => element.getClientRects().length > 0;
  const shown = ['article-title', 'article-byline', 'source-line', 'article-body'].filter((id) => {
    const element = document.querySelector(`[data-testid="${id}"]`);
    return element !== null && seen(element);
  });
  const controls = document.querySelectorAll(
    'button, input, select, nav, [data-testid=library-item]',
  );
  const root = document.documentElement;
  const style = (selector: string) => {
    const element = document.querySelector(selector);
    if (!element) throw new Error(`No ${selector}`);
    return getComputedStyle(element);
  };
  return {
    shown,
    interface: [...controls].filter(seen).map((element) => element.outerHTML.slice(0, 80)),
    paper: style('body').backgroundColor,
    ink: style('[data-testid=article-body] p').color,
    direction: style('[data-testid=article-body] p').direction,
    mark: style('[data-testid=article-body] mark').textDecorationLine,
    source: document.querySelector('[data-testid=source-line]')?.textContent,
    sideways: root.scrollWidth - root.clientWidth,
  };
}

/** What the guide dims of all that can be pressed: the text alone lies under it. */
function veiled(): string[] {
  const cover = document.querySelector<HTMLElement>('[data-testid=line-guide]')!;
  const { top } = cover.getBoundingClientRect();
  const veils = ['::before', '::after'].map((name) => {
    const style = getComputedStyle(cover, name);
    const begin = top + Number.parseFloat(style.top);
    return { begin, end: begin + Number.parseFloat(style.height) };
  });
  if (veils.some(({ end }) => Number.isNaN(end))) return ['a veil without a length'];
  return [...document.querySelectorAll('main :is(button, a, summary, h1)')].flatMap((part) => {
    const box = part.getBoundingClientRect();
    const isOutside = !part.closest('[data-testid=article-body]') && box.height > 0;
    const isDimmed = veils.some(({ begin, end }) => box.bottom > begin + 1 && box.top < end - 1);
    return isOutside && isDimmed ? part.outerHTML : [];
  });
}

/** How many lines of text the guide leaves clear, and the first words of them. */
function band(): { lines: number; text: string; scrolled: number } | null {
  const cover = document.querySelector<HTMLElement>('[data-testid=line-guide]');
  const from = Number.parseFloat(cover?.style.getPropertyValue('--from') ?? '');
  const to = Number.parseFloat(cover?.style.getPropertyValue('--to') ?? '');
  if (!cover || Number.isNaN(from) || Number.isNaN(to)) return null;
  const top = cover.getBoundingClientRect().top;
  const range = document.createRange();
  const middles = new Set<number>();
  let text = '';
  for (const block of document.querySelectorAll('[data-block]')) {
    range.selectNodeContents(block);
    for (const box of range.getClientRects()) {
      const middle = (box.top + box.bottom) / 2 - top;
      if (middle < from || middle > to) continue;
      middles.add(Math.round(middle));
      text ||= `${block.textContent.slice(0, 20)} ${Math.round(box.top + document.documentElement.scrollTop)}`;
    }
  }
  return { lines: middles.size, text, scrolled: document.documentElement.scrollTop };
}
