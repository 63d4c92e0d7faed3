import { expect, test } from 'vitest';
import { extractFetched } from '../../../utils/article/extract-fetched.ts';
import { LIBRARY_NEWS, newsPage } from '../../e2e/support/news-page.ts';

const NOW = new Date('2026-11-26T00:00:00Z');
const picture = '<figure><img src="../hall.jpg" alt="قاعة"></figure>';
const html = newsPage(LIBRARY_NEWS.title, LIBRARY_NEWS.paragraphs).replace(
  '</p>\n<p>',
  `</p>${picture}<p style="display:none">نص مخفي لا يظهر للقارئ في الصفحة.</p>\n<p>`,
);

function read(markup: string, url: string) {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  const extraction = extractFetched(page, url, NOW);
  if (!extraction.ok) throw new Error(extraction.reason);
  return extraction.article;
}

test('a page never shown is read as its markup says, with the address it came from', () => {
  const article = read(html, 'https://news.example/2026/story-1#comments');
  expect(article.url).toBe('https://news.example/2026/story-1');
  expect(article.title).toBe(LIBRARY_NEWS.title);
  expect(article.text).toBe(LIBRARY_NEWS.paragraphs.join('\n'));
  expect(article.html).toContain('src="https://news.example/hall.jpg"');
});

test.each([
  ['https://files.example/a/b', 'https://files.example/hall.jpg'],
  ['/archive/old/', 'https://news.example/archive/hall.jpg'],
  ['javascript:alert(1)', 'https://news.example/hall.jpg'],
])('a base of «%s» is the page’s own word', (base, expected) => {
  const article = read(
    html.replace('<head>', `<head><base href="${base}">`),
    'https://news.example/2026/story-1',
  );
  expect(article.html).toContain(`src="${expected}"`);
});

test('a picture its loader holds back is found where scripts do not run', () => {
  const lazy =
    '<figure><noscript><img src="/deferred.jpg" alt="صورة مؤجلة" width="600"></noscript></figure>';
  const article = read(html.replace(picture, lazy), 'https://news.example/2026/story-1');
  expect(article.html).toContain('src="https://news.example/deferred.jpg"');
});
