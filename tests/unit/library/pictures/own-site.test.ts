// @vitest-environment node
import { expect, test } from 'vitest';
import { isOwnSite } from '../../../../utils/library/pictures/own-site.ts';

test.each([
  ['https://news.example/a', 'https://news.example/p.jpg'],
  ['https://www.news.example/a', 'https://images.news.example/p.jpg'],
  ['https://news.example/a', 'https://cdn.images.news.example/p.jpg'],
  ['http://127.0.0.1:80/a', 'http://127.0.0.1:8080/p.jpg'],
  ['https://arabic.news.com.eg/a', 'https://static.news.com.eg/p.jpg'],
])('%s has its picture with it at %s', (page, picture) => {
  expect(isOwnSite(page, picture)).toBe(true);
});

test.each([
  ['https://news.example/a', 'https://pictures.example/p.jpg'],
  ['https://news.example/a', 'https://badnews.example/p.jpg'],
  ['https://news.com.eg/a', 'https://images.other.com.eg/p.jpg'],
  ['https://10.0.0.1/a', 'https://9.0.0.1/p.jpg'],
  ['https://news.example/a', 'data:image/png;base64,AAAA'],
  ['file:///a.html', 'https://news.example/p.jpg'],
  ['', ''],
])('%s has it elsewhere at «%s»', (page, picture) => {
  expect(isOwnSite(page, picture)).toBe(false);
});
