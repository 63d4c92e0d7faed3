import { describe, expect, it } from 'vitest';
import { normaliseAddress } from '../../../utils/library/saving/normalise-address.ts';

/** Frozen: a line here may be added, never changed. */
const SAME: [string, string][] = [
  ['https://news.example/a', 'https://news.example/a'],
  ['http://news.example/a', 'https://news.example/a'],
  ['HTTPS://News.Example/a', 'https://news.example/a'],
  ['https://www.news.example/a', 'https://news.example/a'],
  ['https://m.news.example/a', 'https://news.example/a'],
  ['https://amp.news.example/a', 'https://news.example/a'],
  ['https://mobile.news.example/a', 'https://news.example/a'],
  ['https://www.m.news.example/a', 'https://news.example/a'],
  ['https://arabic.news.example/a', 'https://arabic.news.example/a'],
  ['https://m.example/a', 'https://m.example/a'],
  ['https://www.example/a', 'https://www.example/a'],
  ['https://news.example./a', 'https://news.example/a'],
  ['https://news.example:443/a', 'https://news.example/a'],
  ['http://news.example:80/a', 'https://news.example/a'],
  ['https://news.example:8443/a', 'https://news.example:8443/a'],
  ['https://user:secret@news.example/a', 'https://news.example/a'],
  ['https://news.example', 'https://news.example/'],
  ['https://news.example/', 'https://news.example/'],
  ['https://news.example/index.html', 'https://news.example/'],
  ['https://news.example/a/index.php', 'https://news.example/a'],
  ['https://news.example/a/', 'https://news.example/a'],
  ['https://news.example//a///b', 'https://news.example/a/b'],
  ['https://news.example/x/../a', 'https://news.example/a'],
  ['https://news.example/A', 'https://news.example/A'],
  ['https://news.example/a.html', 'https://news.example/a.html'],
  ['https://news.example/amp/a', 'https://news.example/a'],
  ['https://news.example/a/amp/', 'https://news.example/a'],
  ['https://news.example/amp', 'https://news.example/amp'],
  ['https://news.example/a#comments', 'https://news.example/a'],
  ['https://news.example/a#:~:text=x', 'https://news.example/a'],
  ['https://news.example/a?', 'https://news.example/a'],
  ['https://news.example/a?utm_source=x&utm_medium=y', 'https://news.example/a'],
  ['https://news.example/a?UTM_Source=x', 'https://news.example/a'],
  ['https://news.example/a?fbclid=1&gclid=2&id=7', 'https://news.example/a?id=7'],
  ['https://news.example/a?at_medium=rss&amp=1', 'https://news.example/a'],
  ['https://news.example/a?outputType=amp', 'https://news.example/a'],
  ['https://news.example/show?id=12345', 'https://news.example/show?id=12345'],
  ['https://news.example/show?p=2&id=1', 'https://news.example/show?id=1&p=2'],
  ['https://news.example/show?t=2&t=1', 'https://news.example/show?t=2&t=1'],
  ['https://news.example/show?12345', 'https://news.example/show?12345'],
  ['https://news.example/show?12345=', 'https://news.example/show?12345'],
  ['https://news.example/s?q=a+b', 'https://news.example/s?q=a%20b'],
  ['https://news.example/s?q=a%2Bb', 'https://news.example/s?q=a%2Bb'],
  ['https://news.example/s?u=a%26b%3Dc', 'https://news.example/s?u=a%26b%3Dc'],
  ['https://news.example/%d8%b9', 'https://news.example/%D8%B9'],
  ['https://news.example/ع', 'https://news.example/%D8%B9'],
  ['https://news.example/%61', 'https://news.example/a'],
  ['https://news.example/a%2fb', 'https://news.example/a%2Fb'],
  ['https://news.example/%c7%e1', 'https://news.example/%C7%E1'],
  ['https://news.example/\u0627\u0653', 'https://news.example/%D8%A2'],
  ['https://مثال.إختبار/a', 'https://xn--mgbh0fb.xn--kgbechtv/a'],
  ['  https://news.example/a  ', 'https://news.example/a'],
  ['file:///home/reader/a.html#x', 'file:///home/reader/a.html'],
];

describe('normaliseAddress, version 1', () => {
  it.each(SAME)('%s', (address, normalised) => {
    expect(normaliseAddress(address)).toBe(normalised);
  });

  it.each(SAME)('answers the same for its own answer: %s', (_, normalised) => {
    expect(normaliseAddress(normalised)).toBe(normalised);
  });
});
