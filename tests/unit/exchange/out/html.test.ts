import { beforeAll, describe, expect, it } from 'vitest';
import { exportHtml } from '../../../../utils/exchange/out/html.ts';
import { collect } from '../collect.ts';
import { each, edit, exported, HARD, NOT_XML, NOT_XML_READ, PNG, WORDS } from './samples.ts';

async function page(...articles: ReturnType<typeof exported>[]): Promise<string> {
  const out = collect();
  const contents = articles.map(({ item }) => item);
  await exportHtml(each(...articles), out.write, { document, words: WORDS, contents });
  return out.text();
}

const read = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const texts = (root: ParentNode, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map((element) => element.textContent);

describe('a file of several articles', () => {
  let made: Document;

  beforeAll(async () => {
    const picture = 'https://news.example/a.png';
    made = read(
      await page(
        exported({
          id: 'a1'.repeat(16),
          article: {
            title: HARD,
            html: `<h2 id="n">وسطي</h2><p>${HARD}</p><p>${NOT_XML}</p><pre>س\n  ص</pre><p>In English</p><img src="${picture}" alt="صورة">`,
            kicker: 'تحليل',
            deck: 'سطر تحت العنوان',
            endNotes: ['المصدر: وكالات'],
            complete: false,
          },
          edits: [edit('note', { value: 'سطر\nآخر' })],
          pictures: { [picture]: PNG },
        }),
        exported({ id: 'b2'.repeat(16), article: { title: 'Second', lang: 'en', dir: 'ltr' } }),
        exported({ id: 'c3'.repeat(16), article: null }),
      ),
    );
  });

  it('says language and direction by most of them, and each its own', () => {
    const of = (element: Element) => [element.getAttribute('lang'), element.getAttribute('dir')];
    expect(of(made.documentElement)).toEqual(['ar', 'rtl']);
    expect([...made.querySelectorAll('article')].map(of)).toEqual([
      ['ar', 'rtl'],
      ['en', 'ltr'],
      [null, 'rtl'],
    ]);
  });

  it('begins with a table of contents that leads to each', () => {
    const links = [...made.querySelectorAll('nav a')];
    expect(links.map((link) => link.textContent)).toEqual([HARD, 'Second', 'رابط']);
    for (const link of links) {
      const article = made.getElementById(link.getAttribute('href')?.slice(1) ?? '');
      expect(article?.querySelector('h2')?.textContent).toBe(link.textContent);
    }
  });

  it('holds text and facts in their order, every character as it was', () => {
    const [first] = made.querySelectorAll('article');
    expect(texts(first!, 'header > *')).toEqual([
      'صحيفة المثال ◆ تحليل',
      HARD,
      'سطر تحت العنوان',
      'سلمى حداد ◆ 24 نوفمبر 2026',
      WORDS.incomplete,
      'المصدر: https://news.example/story-4821973',
    ]);
    expect(first!.querySelector('time')?.getAttribute('datetime')).toBe(
      '2026-11-24T09:30:00+03:00',
    );
    const parts = [...first!.children].slice(1);
    expect(parts.map((part) => [part.localName, part.getAttribute('dir')])).toEqual([
      ['h3', 'rtl'],
      ['p', 'rtl'],
      ['p', 'rtl'],
      ['pre', null],
      ['p', 'ltr'],
      ['img', null],
      ['footer', null],
      ['aside', null],
    ]);
    expect(parts.map((part) => part.textContent).slice(0, 5)).toEqual([
      'وسطي',
      HARD,
      NOT_XML_READ,
      'س\n  ص',
      'In English',
    ]);
    expect(texts(first!, 'aside p')).toEqual([WORDS.notes, 'سطر', 'آخر']);
  });

  it('may load nothing and run nothing', () => {
    const [policy] = made.querySelectorAll('meta[http-equiv]');
    expect(policy?.getAttribute('content')).toMatch(
      /^default-src 'none'; img-src data:; style-src 'unsafe-inline'/u,
    );
    expect(made.querySelector('style')?.textContent).not.toMatch(/url|@import|image-set|\bsrc/u);
  });
});

it('of one article has its headline as its name, and no contents', async () => {
  const made = read(await page(exported()));
  expect(made.title).toBe('افتتاح مكتبة عامة في المدينة القديمة');
  expect(texts(made, 'h1')).toEqual([made.title]);
  expect(made.querySelector('nav')).toBeNull();
});

it('makes no link of an address that is not of the web', async () => {
  const hostile = exported({ item: { url: 'javascript:alert(1)' } });
  expect(await page(hostile)).not.toContain('javascript');
});
