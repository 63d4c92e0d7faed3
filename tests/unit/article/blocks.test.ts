import { describe, expect, it, test } from 'vitest';
import { listBlocks } from '../../../utils/article/body/blocks.ts';
import { sanitizeArticle } from '../../../utils/article/sanitize.ts';
import { markupOf } from '../../fixtures/shapes/page.ts';
import { SHAPES } from '../../fixtures/shapes/shapes.ts';
import { extract } from './pages.ts';

function listed(html: string): { key: string; text: string }[] {
  const baseUrl = 'https://news.example/';
  const body = sanitizeArticle(html, { document, images: 'network', baseUrl });
  return listBlocks<Element>(body).map(({ key, text }) => ({ key, text }));
}

describe('the blocks of a body', () => {
  const texts = (html: string): string[] => listed(html).map(({ text }) => text);

  it('have a line break parting words as white space does', () => {
    expect(texts('<p>يا دارنا عند المساء سلام<br>ما مر في بابك غير الغمام</p>')).toEqual([
      'يا دارنا عند المساء سلام ما مر في بابك غير الغمام',
    ]);
    expect(texts('<h2><b>خشب <br></b>وماء</h2>')).toEqual(['خشب وماء']);
  });

  it('have no other element parting a word', () => {
    expect(texts('<p><b>ال</b>جسر<sup>2</sup><a href="#n">[1]</a></p>')).toEqual(['الجسر2[1]']);
  });

  it('are told apart where they say the same', () => {
    const [first, second] = listed('<p>اقرئي</p><p>اقرئي<br></p>');
    expect(second?.key).toBe(`${first?.key}-1`);
  });
});

test('the extractor and the view name the same blocks', { timeout: 60_000 }, () => {
  const sides = SHAPES.flatMap(({ removed, kept }) => [...removed, ...kept]);
  for (const side of sides) {
    const extraction = extract(markupOf(side), '/news/2026/11/story-4417.html');
    if (!extraction.ok) continue;
    const { html, blocks, text } = extraction.article;
    const seen = listed(html);
    expect(seen.map(({ key }) => key)).toEqual(blocks);
    expect(seen.map((block) => block.text).join('\n')).toBe(text);
  }
});
