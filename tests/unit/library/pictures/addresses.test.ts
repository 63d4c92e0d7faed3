// @vitest-environment node
import { expect, test } from 'vitest';
import {
  isSmallCopy,
  pictureAddresses,
  smallCopyOf,
} from '../../../../utils/library/pictures/addresses.ts';

const url = 'https://news.example/story/1';
const lead = { src: 'https://news.example/lead.jpg', alt: '', caption: null, credit: null };

test('the pictures of an article are the lead and those of its text, each once, as its view has them', () => {
  const html =
    '<p>نص</p><figure><img src="https://news.example/a.jpg?w=1&amp;h=2" alt="أ > ب"></figure>' +
    '<img alt="" src="../b.png"><img src=\'https://news.example/lead.jpg\'>' +
    '<img src="data:image/png;base64,AAAA"><img src="blob:x"><img data-src="https://news.example/c.jpg">' +
    '<p>&lt;img src="https://news.example/no.jpg"&gt;</p><img src="https://[bad"><img>';
  expect(pictureAddresses({ url, html, leadImage: lead })).toEqual([
    'https://news.example/lead.jpg',
    'https://news.example/a.jpg?w=1&h=2',
    'https://news.example/b.png',
  ]);
});

test('of a gallery no more than sixty', () => {
  const html = Array.from({ length: 90 }, (_, n) => `<img src="https://x.example/${n}.jpg">`);
  expect(pictureAddresses({ url, html: html.join(''), leadImage: null })).toHaveLength(60);
});

test('markup of any shape is read in bounded time', () => {
  const html = '<img '.repeat(200_000) + '<img src="'.repeat(100_000);
  const start = performance.now();
  expect(pictureAddresses({ url, html, leadImage: null })).toEqual([]);
  expect(performance.now() - start).toBeLessThan(5000);
});

test('a small copy stands beside its picture', () => {
  expect(isSmallCopy(smallCopyOf(lead.src))).toBe(true);
  expect(isSmallCopy(lead.src)).toBe(false);
});
