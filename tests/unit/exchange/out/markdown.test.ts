import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportMarkdown } from '../../../../utils/exchange/out/markdown.ts';
import { collect } from '../collect.ts';
import { readMarkdown, type MarkdownBlock } from './markdown-reader.ts';
import { each, edit, exported, HARD, NOW, PNG, WORDS, type Sample } from './samples.ts';

async function files(...samples: Sample[]): Promise<Record<string, Uint8Array>> {
  const out = collect();
  const options = { document, words: WORDS, now: NOW };
  await exportMarkdown(each(...samples.map(exported)), out.write, options);
  return unzipSync(out.bytes());
}

async function blocks(html: string): Promise<MarkdownBlock[]> {
  const [file] = Object.values(await files({ article: { html } }));
  // Without the headline, which is the first.
  return readMarkdown(new TextDecoder().decode(file)).blocks.slice(1);
}

async function source(html: string): Promise<string> {
  const [file] = Object.values(await files({ article: { html } }));
  return new TextDecoder().decode(file).split('\n').slice(17).join('\n').trim();
}

it('writes a file an article, named by its headline, with what is known at its head', async () => {
  const made = await files(
    {
      article: { title: HARD, deck: 'سطر: تحت # العنوان' },
      item: { tags: [{ name: 'a: "b", [c] \\ #', stamp: '1', removed: false }], favourite: true },
      edits: [edit('byline', { value: 'null' }), edit('note', { value: 'سطر\n# آخر' })],
    },
    { article: { title: HARD, lang: 'en', dir: 'ltr' } },
    { article: null },
  );
  expect(Object.keys(made)).toHaveLength(3);
  expect(Object.keys(made)[2]).toBe('رابط.md');
  const [first, second] = Object.values(made).map((file) =>
    readMarkdown(new TextDecoder().decode(file)),
  );
  expect(first?.facts).toEqual({
    title: HARD,
    url: 'https://news.example/story-4821973',
    author: 'null',
    site: 'صحيفة المثال',
    published: '2026-11-24T09:30:00+03:00',
    saved: '2026-11-24T18:00:00.000Z',
    lang: 'ar',
    dir: 'rtl',
    tags: ['a: "b", [c] \\ #'],
    status: 'unread',
    favourite: true,
    complete: true,
    id: '0123456789abcdef0123456789abcdef',
  });
  expect(second?.facts).toMatchObject({ lang: 'en', dir: 'ltr' });
  expect(first?.blocks).toEqual([
    { kind: 'heading', level: 1, text: HARD },
    { kind: 'text', text: 'سطر: تحت # العنوان' },
    { kind: 'text', text: 'فتحت المكتبة أبوابها صباح اليوم.' },
    { kind: 'text', text: 'وحضر مئات من القراء.' },
    { kind: 'heading', level: 2, text: WORDS.notes },
    { kind: 'quote', text: 'سطر\n# آخر' },
  ]);
});

it('keeps the head a head, whatever the headline says', async () => {
  const title = '"\n---\nx: y\u2028\u0085\u0000\u007F{}';
  const [file] = Object.values(await files({ article: { title } }));
  expect(readMarkdown(new TextDecoder().decode(file)).facts['title']).toBe(title);
});

describe('text that looks like markup', () => {
  it.each([
    '<script>alert(1)</script> &lt;b&gt; &amp; &#60;',
    '# عنوان',
    '- بند',
    '1. بند',
    '١. بند',
    '> قول',
    '---',
    '===',
    '**نجوم** _خط_ `رمز` ~~خط~~ ==لون== $x$ %%سر%%',
    '[نص](javascript:alert(1)) ![صورة](https://payload.example/x) [^1]',
    '\\* \\\\ \\',
    '| أ | ب |',
    ': شرح',
    HARD,
  ])('%j is read as that text', async (text) => {
    const html = text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
    const read = await blocks(
      `<p>${html}</p><p>نص<br>${html}</p><ul><li>${html}</li></ul><h2>${html}</h2><blockquote><p>${html}</p></blockquote>`,
    );
    expect(read.map((block) => block.text)).toEqual([text, `نص\n${text}`, text, text, text]);
    expect(read.map(({ kind }) => kind)).toEqual(['text', 'text', 'item', 'heading', 'quote']);
  });
});

describe('what Markdown has a form for', () => {
  it('keeps headings, lists, quotations, code and lines', async () => {
    expect(
      await blocks(
        '<h2>ثان</h2><h3>ثالث</h3><ol><li>أ</li><li>ب</li></ol><blockquote><p>ق</p><p>ل</p></blockquote><pre>```\n  x &lt; y\n</pre><hr><p>نهاية<br></p>',
      ),
    ).toEqual([
      { kind: 'heading', level: 2, text: 'ثان' },
      { kind: 'heading', level: 3, text: 'ثالث' },
      { kind: 'item', text: 'أ' },
      { kind: 'item', text: 'ب' },
      { kind: 'quote', text: 'ق' },
      { kind: 'quote', text: 'ل' },
      { kind: 'code', text: '```\n  x < y' },
      { kind: 'rule', text: '' },
      { kind: 'text', text: 'نهاية' },
    ]);
  });

  it.each([
    ['قال <strong>الوزير</strong> اليوم', 'قال **الوزير** اليوم'],
    ['و<strong>الوزير</strong>', 'و**الوزير**'],
    ['قال<strong>«نعم»</strong>أمس', 'قال<strong>«نعم»</strong>أمس'],
    ['<em>أ</em> <s>ب</s> <mark>ج</mark> س<sup>2</sup>', '*أ* ~~ب~~ <mark>ج</mark> س<sup>2</sup>'],
    [
      '<a href="/a_(b)?c=*">رابط</a>',
      '[رابط](https://news.example/a_%28b%29?c=%2A)'.replace('a_', 'a%5F'),
    ],
    ['<bdo dir="rtl">abc</bdo>', '<bdo dir="rtl">abc</bdo>'],
  ])('writes %s as %s', async (html, markdown) => {
    expect(await source(`<p>${html}</p>`)).toBe(markdown);
  });

  it('keeps a plain table as a table, and any other as HTML', async () => {
    const [plain, joined] = await blocks(
      '<table><caption>جدول</caption><tr><th>أ|ب</th><th>ج</th></tr><tr><td><code>x|y</code></td><td></td></tr></table>' +
        '<table><tr><td colspan="2">م</td></tr><tr><td>1</td><td>2</td></tr></table>',
    ).then((all) => all.filter(({ kind }) => kind !== 'text'));
    expect(plain).toMatchObject({ kind: 'table', rows: [['أ|ب', 'ج'], expect.anything()] });
    expect(joined).toMatchObject({ kind: 'html' });
    expect(joined?.text).toContain('<td colspan="2" dir="rtl">م</td>');
  });

  it('gathers footnotes under their marks', async () => {
    const read = await blocks(
      '<p>نص<sup><a href="#fn1">[1]</a></sup> ثم<a href="#fn2" id="r2">٢</a> ثم<a href="#fn1">1</a>.</p>' +
        '<ol><li id="fn1">مصدر أول <a href="#r1">↩</a></li><li id="fn2"><p>مصدر ثان</p><a href="#r2">↑</a></li></ol>',
    );
    expect(read).toEqual([
      { kind: 'text', text: 'نص{^1} ثم{^2} ثم{^1}.' },
      { kind: 'note', label: '1', text: 'مصدر أول' },
      { kind: 'note', label: '2', text: 'مصدر ثان' },
    ]);
  });
});

it('puts kept pictures beside the files once, with their captions, and no address of any other', async () => {
  const [kept, other] = ['https://news.example/a.png', 'https://news.example/b.png'];
  const html =
    `<figure><img src="${kept}" alt="قلعة [أ]"><figcaption>شرح</figcaption></figure>` +
    `<figure><img src="${other}" alt="بحر"></figure><p>x<img src="${kept}"></p>`;
  const made = await files(
    { article: { html }, pictures: { [kept]: PNG } },
    { article: { html }, pictures: { [kept]: PNG } },
  );
  const [image, ...texts] = Object.keys(made);
  expect(image).toMatch(/^images\/[\da-f]{64}\.png$/u);
  expect(made[image!]).toEqual(PNG);
  expect(texts).toHaveLength(2);
  const text = new TextDecoder().decode(made[texts[0]!]);
  expect(text).not.toContain('news.example/b');
  expect(
    readMarkdown(text)
      .blocks.slice(1)
      .map((block) => block.text),
  ).toEqual([`{قلعة [أ]|${image}}`, 'شرح', 'بحر', `x{|${image}}`]);
});

it('reads any mixture of signs as the text it is', async () => {
  const signs = [...'\\`*_{}[]()#+-.!|<>&~=$%^:;"\'/1a٣سَ «»', '&lt;', '\n', 'http://x', '  ', '😀'];
  let state = 11;
  const pick = (): string => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return signs[(state >>> 16) % signs.length]!;
  };
  const texts = Array.from({ length: 400 }, () => Array.from({ length: 9 }, pick).join(''));
  // White space counts as one space, and none at the ends.
  const lines = texts.map((text) => text.replace(/\s+/gu, ' ').trim()).filter(Boolean);
  const html = (text: string) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
  for (const line of lines) {
    const read = await blocks(
      `<p>${html(line)}</p><p><b>س</b> ${html(line)}</p><blockquote>${html(line)}</blockquote>` +
        `<table><tr><td>${html(line)}</td><td>ص</td></tr></table>`,
    );
    expect([line, ...read.map(({ text, rows }) => rows?.[0] ?? text)]).toEqual([
      line,
      line,
      `س ${line}`,
      line,
      [line, 'ص'],
    ]);
  }
});
