import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser/open.ts';
import type { Browser, View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { bidiLines } from '../fixtures/bidi-lines.ts';
import { westernDigits } from '../../utils/arabic/digits.ts';
import { DIGITS, TASHKEEL } from '../../utils/look.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { buildOf } from './support/builds.ts';
import { copyAll } from './support/copied.ts';
import { drawnLines } from './support/drawn-order.ts';
import { seed, storyOf } from './support/seed-library.ts';

const LINES = bidiLines();
const VOWELLED =
  'وَقَالَ كُتَّابُ الْمَدِينَةِ فِي عَامِ 2024 إِنَّ 3-1 مِنَ الْكُتُبِ عِنْدَ NATO 2020-2024 قُرِئَتْ كُلُّهَا، وَهٰذَا كَثِيرٌ جِدًّا.';
const BODY = [
  `<p>${VOWELLED}</p>`,
  '<h2>القسم 2</h2>',
  '<ul><li>بند <b>٣</b>-1 أول</li><li>بند <a href="https://news.example/2024">+971 4 123 4567</a> ثانٍ</li></ul>',
  '<blockquote><p>قال: «<em>صَدَقْتَ</em>» يوم 15/3/2024<br>ثم مضى.</p></blockquote>',
  '<table><tr><th>العام</th><th>النسبة</th></tr><tr><td>2024</td><td>50%</td></tr></table>',
  '<p>The years ١٤٤٥–١٤٤٦ in <code>v2 = 3</code></p>',
].join('');
const COPIED = [
  VOWELLED,
  'القسم 2',
  'بند ٣-1 أول\nبند +971 4 123 4567 ثانٍ',
  'قال: «صَدَقْتَ» يوم 15/3/2024\nثم مضى.',
  'العام\tالنسبة\n2024\t50%',
  'The years ١٤٤٥–١٤٤٦ in v2 = 3',
].join('\n\n');
const TITLE = 'مُدَرِّسَةٌ تَقْرَأُ 12 كِتَابًا في 2020-2024';

inBothBrowsers('text shown as the reader likes it', (name) => {
  let browser: Browser;
  let ids: string[];

  beforeAll(async () => {
    browser = await openBrowser(name, { extension: buildOf(name), network: 'cut' });
    const reader = await browser.openExtensionPage('reader.html');
    await reader.waitFor('state-empty-library');
    const lines = LINES.map(({ text }) => `<p>${text.replaceAll('&', '&amp;')}</p>`).join('');
    const long = `<p>${`${VOWELLED} `.repeat(6)}</p>`.repeat(20);
    ids = await seed(reader, [
      { ...storyOf(1), html: lines },
      { ...storyOf(2), title: TITLE, html: BODY },
      { ...storyOf(3), html: long.replaceAll('<p>', () => `<p>${Math.random()} `) },
    ]);
    await reader.close();
  });
  afterAll(() => browser.close());

  async function open(index: number): Promise<View> {
    const reader = await browser.openExtensionPage(`reader.html?id=${ids[index]}`);
    await reader.waitFor('article-body');
    return reader;
  }

  test('stands in one order under every setting of the digits', async () => {
    const reader = await open(0);
    for (const digits of [...DIGITS, 'published']) {
      await choose(reader, { digits });
      const sample = digits === 'arabic' ? 'فاز الأهلي ٣-١ على ضيفه' : LINES[0]?.text;
      await until(digits, () => reader.evaluate(holds, sample ?? ''));
      const drawn = await reader.evaluate(drawnLines);
      expect(drawn).toHaveLength(LINES.length);
      const wrong = LINES.flatMap(({ text, order }, at) => {
        const line = drawn[at];
        if (!line || line.rows > 1 || asRead(line.text) !== asRead(text)) return [text];
        const seen = order.filter((offset) => !/[\s\p{M}]/u.test(text[offset] ?? ''));
        const asDrawn = line.order.map((offset) => text[offset]).join('');
        const asMeant = seen.map((offset) => text[offset]).join('');
        return line.order.join() === seen.join() ? [] : [`${text}: ${asDrawn} for ${asMeant}`];
      });
      expect({ digits, wrong }).toEqual({ digits, wrong: [] });
    }
    await reader.close();
  });

  describe('is copied as published', () => {
    test.each(TASHKEEL.flatMap((tashkeel) => DIGITS.map((digits) => ({ tashkeel, digits }))))(
      '$digits digits, $tashkeel marks',
      async (showing) => {
        const reader = await open(1);
        await choose(reader, showing);
        const shown = showing.tashkeel === 'published' ? 'وَقَالَ' : 'وقال';
        const year = showing.digits === 'arabic' ? '٢٠٢٤' : '2024';
        await until('the setting', () => reader.evaluate(holds, shown));
        await until('the setting', () => reader.evaluate(holds, year));

        const { text, html } = await copyAll(reader);
        expect(text).toContain(TITLE);
        expect(text).toContain(COPIED);
        const pasted = await reader.evaluate(readHtml, html);
        expect(pasted.text).toContain(`${VOWELLED}القسم 2بند ٣-1 أولبند +971 4 123 4567 ثانٍ`);
        expect(pasted.text).toContain('العامالنسبة202450%The years ١٤٤٥–١٤٤٦ in v2 = 3');
        expect(pasted.classes).toEqual([]);
        expect(pasted.dir).toBe('rtl');

        // From the middle of one block to the middle of another.
        await reader.evaluate(selectAcross);
        const part = await reader.evaluate(copySelection);
        expect(part.text).toBe('جِدًّا.\n\nالقسم 2\n\nبند ٣-1 أول\nبند +971');
        expect(part.html).toContain('<h2 dir="rtl">القسم 2</h2>');
        expect(part.html).toContain('<b>٣</b>-1');
        await reader.close();
      },
    );
  });

  test('carries a highlight made under one setting over the same letters under every other', async () => {
    const reader = await open(1);
    await choose(reader, { tashkeel: 'hidden', digits: 'arabic' });
    await until('the setting', () => reader.evaluate(holds, 'وقال'));
    await until('the setting', () => reader.evaluate(holds, '٢٠٢٤'));
    await reader.evaluate(selectAcross);
    await reader.waitFor('mark-tools');
    await reader.click('mark-3');
    await until('the highlight', async () => (await reader.evaluate(marked)) !== '');
    for (const tashkeel of TASHKEEL) {
      for (const digits of DIGITS) {
        await choose(reader, { tashkeel, digits });
        const shown = tashkeel === 'published' ? 'وَقَالَ' : 'وقال';
        await until('the setting', () => reader.evaluate(holds, shown));
        const year = digits === 'arabic' ? '٢٠٢٤' : '2024';
        await until('the setting', () => reader.evaluate(holds, year));
        const letters = westernDigits(await reader.evaluate(marked)).replaceAll(/\p{M}/gu, '');
        expect(letters).toBe('جدا.القسم 2بند 3-1 أولبند +971');
        await reader.evaluate(selectMarked);
        expect((await reader.evaluate(copySelection)).text).toBe(
          'جِدًّا.\n\nالقسم 2\n\nبند ٣-1 أول\nبند +971',
        );
      }
    }
    await reader.close();
  });

  test('changes where it stands, and the line that is read stays', async () => {
    const reader = await open(2);
    await choose(reader, { tashkeel: 'published', digits: 'published' });
    await until('the setting', () => reader.evaluate(holds, 'وَقَالَ'));
    await reader.evaluate(() => {
      const bar = document.querySelector('header.bar')?.getBoundingClientRect().bottom ?? 0;
      const block = document.querySelectorAll('[data-block]')[11];
      if (block) scrollBy(0, block.getBoundingClientRect().top - bar - 1);
    });
    const before = await reader.evaluate(topOfBlock);
    for (const tashkeel of ['hidden', 'sparse', 'published']) {
      await choose(reader, { tashkeel });
      const shown = tashkeel === 'published' ? 'وَقَالَ' : 'وقال';
      await until(tashkeel, () => reader.evaluate(holds, shown));
      await reader.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      expect(Math.abs((await reader.evaluate(topOfBlock)) - before)).toBeLessThan(2);
    }
    await reader.close();
  });
});

async function choose(view: View, settings: Record<string, string>): Promise<void> {
  await view.evaluate(async (chosen) => chrome.storage.sync.set(chosen), settings);
}

/** Whatever its digits, and the signs between them, are shown as. */
function asRead(text: string): string {
  return westernDigits(text).replaceAll(/[.,٫٬]/gu, '.');
}

// These run in a page: they may use nothing but their arguments.

function holds(text: string): boolean {
  const body = document.querySelector('[data-testid=article-body]');
  return body?.textContent.includes(text) ?? false;
}

function topOfBlock(): number {
  return document.querySelectorAll('[data-block]')[11]?.getBoundingClientRect().top ?? 0;
}

function readHtml(html: string): { text: string; classes: string[]; dir: string | null } {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return {
    text: parsed.body.textContent,
    classes: [...parsed.querySelectorAll('[class], [data-block], [data-interface], span')].map(
      (element) => element.outerHTML,
    ),
    dir: parsed.querySelector('[dir]')?.getAttribute('dir') ?? null,
  };
}

/** From the last word of the first block to the country's code in the second item. */
function selectAcross(): void {
  const body = document.querySelector('[data-testid=article-body]');
  const texts: Text[] = [];
  const walker = document.createTreeWalker(body!, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  const bare = (text: string) => text.replace(/\p{M}/gu, '');
  const first = texts.find(({ data }) => bare(data).includes('جدا.'))!;
  const last = texts.find(({ data }) => /[+][9٩]/u.test(data))!;
  const from = [...first.data].findIndex((_, at) => bare(first.data.slice(at)) === 'جدا.');
  getSelection()?.setBaseAndExtent(first, from, last, last.data.search(/[+]/u) + 4);
}

function marked(): string {
  const marks = document.querySelectorAll('mark[data-mark]');
  return Array.from(marks, ({ textContent }) => textContent).join('');
}

/** From the first letter highlighted to the last. */
function selectMarked(): void {
  const marks = [...document.querySelectorAll('mark[data-mark]')];
  const range = document.createRange();
  range.setStart(marks[0]!, 0);
  range.setEnd(marks.at(-1)!, marks.at(-1)!.childNodes.length);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

/** What the copy event is given; a press of the keys is tried above. */
function copySelection(): { text: string; html: string } {
  const data = new DataTransfer();
  const event = new ClipboardEvent('copy', {
    clipboardData: data,
    bubbles: true,
    cancelable: true,
  });
  document.body.dispatchEvent(event);
  const given = event.clipboardData ?? data;
  return { text: given.getData('text/plain'), html: given.getData('text/html') };
}
