import { expect, test } from 'vitest';
import { foreignLines } from '../../properties/foreign.ts';
import { structureLost } from '../../properties/structure.ts';

/* The checks themselves: what each must find, and what it must let pass. */

const MARKUP = `<!doctype html><html lang="ar"><body><nav><a href="/p">الميناء</a></nav><article>
  <p>وصلت السفينة إلى <a href="https://port.example/berth">الرصيف الثالث</a> فجر اليوم.</p>
  <figure><img src="/img/ship.jpg?w=300"><figcaption>السفينة عند الرصيف</figcaption></figure>
  <h2>حمولة القمح</h2><ul><li>قمح صلب</li><li>قمح لين</li></ul>
  <p>ويبدأ التفريغ غدا.</p></article></body></html>`;
const HTML = `<p>وصلت السفينة إلى <a href="https://port.example/berth">الرصيف الثالث</a> فجر اليوم.</p>
  <figure><img src="https://news.example/img/ship.jpg"><figcaption>السفينة عند الرصيف</figcaption></figure>
  <h2>حمولة القمح</h2><ul><li>قمح صلب</li><li>قمح لين</li></ul><p>ويبدأ التفريغ غدا.</p>`;
const NOTHING = { links: [], headings: [], items: [], pictures: [], captions: [] };

const page = () => new DOMParser().parseFromString(MARKUP, 'text/html');

test('an article that has all of it lost nothing', () => {
  expect(structureLost(HTML, page())).toEqual(NOTHING);
  expect(foreignLines(HTML, page())).toEqual([]);
});

test.each([
  ['links', HTML.replace(/<a [^>]*>|<\/a>/g, '')],
  ['headings', HTML.replace(/h2>/g, 'p>')],
  ['items', HTML.replace('<ul><li>قمح صلب</li>', '<p>قمح صلب</p><ul>')],
  ['pictures', HTML.replace(/<figure>.*<\/figure>/, '')],
  ['captions', HTML.replace(/<img[^>]*>/, '').replace('ship', '')],
] as const)('lost %s are found', (kind, html) => {
  expect(structureLost(html, page())[kind]).toHaveLength(1);
});

test('a line of our own is found, a label of an embed is none', () => {
  const own = `${HTML}<p>سطر ليس في الصفحة</p>`;
  expect(foreignLines(own, page())).toEqual(['سطر ليس في الصفحة']);
  const label = `${HTML}<p><a href="https://video.example/1" data-warraq="video">فيديو</a></p>`;
  expect(foreignLines(label, page())).toEqual([]);
});

test('folding and white space are no difference', () => {
  expect(foreignLines('<p>ويبدأ\n التفريغُ غدًا.</p>', page())).toEqual([]);
});
