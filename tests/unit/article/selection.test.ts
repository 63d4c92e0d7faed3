import { afterEach, expect, it, vi } from 'vitest';
import type { Article } from '../../../utils/article/article.ts';
import { extractArticle } from '../../../utils/article/extract.ts';
import { linesOf } from './pages.ts';

type Place = [id: string, offset: number];

afterEach(() => vi.restoreAllMocks());

/** What is read of a page where the ranges are selected, as Firefox may have several. */
function selected(markup: string, ...places: [from: Place, to: Place][]): Article {
  document.body.innerHTML = markup;
  const ranges = places.map(([from, to]) => {
    const range = document.createRange();
    range.setStart(nodeOf(from[0]), from[1]);
    range.setEnd(nodeOf(to[0]), to[1]);
    return range;
  });
  vi.spyOn(Document.prototype, 'getSelection').mockReturnValue({
    isCollapsed: false,
    rangeCount: ranges.length,
    getRangeAt: (index: number) => ranges[index]!,
    toString: () => ranges.join(''),
  } as unknown as Selection);
  const read = extractArticle(document, { url: 'https://news.example/story-4821973' });
  if (!read.ok) throw new Error(read.reason);
  expect(read.article.fromSelection).toBe(true);
  return read.article;
}

/** Of an id the element, of `#id` its first text. */
function nodeOf(id: string): Node {
  const element = document.getElementById(id.replace('#', ''))!;
  return id.startsWith('#') ? element.firstChild! : element;
}

const FIRST = 'الفقرة الأولى التي حددها القارئ بيده.';
const LAST = 'الفقرة الثانية التي حددها القارئ بعدها.';
const PAGE = `<main><p id="a">${FIRST}</p><div><p>لم تحدد.</p></div><p id="b">${LAST}</p></main>`;

it('reads every range that is selected, and nothing between them', () => {
  const { html } = selected(
    PAGE,
    [
      ['a', 0],
      ['a', 1],
    ],
    [
      ['b', 0],
      ['b', 1],
    ],
  );
  expect(linesOf(html)).toEqual([FIRST, LAST]);
});

it('reads pieces of one paragraph as words of their own', () => {
  const [from, to] = [FIRST.indexOf('حددها'), FIRST.indexOf(' التي')];
  const { text } = selected(
    PAGE,
    [
      ['#a', 0],
      ['#a', to],
    ],
    [
      ['#a', from],
      ['#a', FIRST.length],
    ],
    [
      ['#b', 2],
      ['#b', LAST.length],
    ],
  );
  expect(text).toBe(`الفقرة الأولى حددها القارئ بيده.\n${LAST.slice(2)}`);
});

it('leaves a paragraph whole that holds what cannot be selected', () => {
  const markup = `<p id="a">${FIRST.slice(0, -1)}<sup>[1]</sup>، ${LAST}</p>`;
  const { html } = selected(
    markup,
    [
      ['a', 0],
      ['a', 1],
    ],
    [
      ['a', 2],
      ['a', 3],
    ],
  );
  expect(html).toBe(`<p>${FIRST.slice(0, -1)}، ${LAST}</p>`);
});

it('reads the cells of a column', () => {
  const rows = [1, 2, 3].map(
    (n) => `<tr id="r${n}"><td>الاسم ${n}</td><td>القيمة في الصف ${n}</td></tr>`,
  );
  const { html } = selected(
    `<table>${rows.join('')}</table>`,
    ...[1, 2, 3].map((n): [Place, Place] => [
      [`r${n}`, 1],
      [`r${n}`, 2],
    ]),
  );
  expect(linesOf(html)).toEqual([1, 2, 3].map((n) => `القيمة في الصف ${n}`));
});
