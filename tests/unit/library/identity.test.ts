import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { acceptCanonical, addressesOf, articleId } from '../../../utils/library/saving/identity.ts';

describe('articleId', () => {
  it('is the first 128 bits of SHA-256 over v1 and the address', async () => {
    const address = 'https://news.example/story-4821973';
    const whole = createHash('sha256').update(`v1\n${address}`).digest('hex');
    expect(await articleId(address)).toBe(whole.slice(0, 32));
  });

  it('tells a second article at the same address apart', async () => {
    const address = 'https://news.example/live';
    expect(await articleId(address, 'x')).not.toBe(await articleId(address));
  });
});

describe('acceptCanonical', () => {
  it.each([
    ['https://m.news.example/story-4821973', 'https://www.news.example/story-4821973'],
    ['https://news.example/a/4821973', 'https://news.example/world/2026/4821973'],
    ['https://news.example/show?id=4821973', 'https://news.example/world/story-4821973.html'],
    ['https://news.example/x/one-two-three?from=home', 'https://news.example/w/one-two-three'],
    ['https://news.example/4821973/a-b', 'https://news.example/story/4821973'],
    [
      'https://news.example/%D8%B3%D8%B9%D8%B1-%D8%A7%D9%84%D8%B0%D9%87%D8%A8-%D8%A7%D9%84%D9%8A%D9%88%D9%85/',
      'https://news.example/eco/سعر-الذهب-اليوم',
    ],
    ['https://news.example/a/c4g8lz9qz1po', 'https://news.example/articles/c4g8lz9qz1po'],
  ])('%s may be %s', (url, canonical) => {
    expect(acceptCanonical(url, canonical)).toBe(true);
  });

  it.each([
    ['the root', 'https://news.example/story-4821973', 'https://news.example/'],
    ['a section', 'https://news.example/world/story-4821973', 'https://news.example/world/'],
    ['a numbered section', 'https://n.example/cat-12345/a', 'https://n.example/cat-12345'],
    [
      'another of its section',
      'https://n.example/cat-12345/a-b-c',
      'https://n.example/cat-12345/x',
    ],
    [
      'the first page for the second',
      'https://n.example/a-b-c?page=2',
      'https://n.example/x/a-b-c',
    ],
    ['the first page for the last', 'https://n.example/a-b-c/2', 'https://n.example/a-b-c'],
    [
      'one path for every number',
      'https://n.example/show-one-story?id=5',
      'https://n.example/show-one-story',
    ],
    ['another host', 'https://news.example/story-4821973', 'https://other.example/story-4821973'],
    ['another page', 'https://news.example/story-4821973', 'https://news.example/story-4821974'],
    ['only the day in common', 'https://n.example/20261124/a-b', 'https://n.example/20261124/c-d'],
    ['only the year in common', 'https://n.example/2026/11/a', 'https://n.example/2026/11/b'],
    ['a script address', 'https://news.example/story-4821973', 'javascript:alert(4821973)'],
    ['no address', 'https://news.example/story-4821973', 'story-4821973'],
    ['another port', 'http://127.0.0.1:80/story-4821973', 'http://127.0.0.1:81/story-4821973'],
  ])('refuses %s', (_, url, canonical) => {
    expect(acceptCanonical(url, canonical)).toBe(false);
  });
});

describe('addressesOf', () => {
  it('leads with the stated address where it counts', () => {
    expect(
      addressesOf({
        url: 'https://m.news.example/a/4821973?utm_source=x',
        canonicalUrl: 'https://www.news.example/world/story-4821973',
      }),
    ).toEqual(['https://news.example/world/story-4821973', 'https://news.example/a/4821973']);
  });

  it('keeps to the address read where it does not', () => {
    expect(
      addressesOf({ url: 'https://news.example/a/4821973', canonicalUrl: 'https://news.example/' }),
    ).toEqual(['https://news.example/a/4821973']);
  });
});
