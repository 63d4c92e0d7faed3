import { describe, expect, it } from 'vitest';
import { NO_ARTICLES } from '../../fixtures/verdict/no-articles.ts';
import { EVERY_STORY } from '../../fixtures/verdict/stories.ts';
import { TRUE_ARTICLES, type TrueArticle } from '../../fixtures/verdict/true-articles.ts';
import { extract } from './pages.ts';

/** The simulated DOM reads whole pages slowly when the machine is busy. */
const SLOW = { timeout: 20_000 };

describe('a page without an article is named as what it is', () => {
  it.each(NO_ARTICLES)('$name: $reason', SLOW, ({ markup, path, reason }) => {
    expect(extract(markup, path)).toMatchObject({ ok: false, reason });
  });
});

describe('a short or odd article is not refused', () => {
  it.each(TRUE_ARTICLES)('$name', SLOW, expectRead);
});

function expectRead({ markup, path, text, absent = [] }: TrueArticle): void {
  const extraction = extract(markup, path);
  if (!extraction.ok) throw new Error(`refused: ${extraction.reason}`);
  const { article } = extraction;
  for (const line of text) expect(article.text).toContain(line);
  const foreign = EVERY_STORY.flatMap(({ headline, summary }) => [headline, summary]);
  for (const words of [...foreign, ...absent]) expect(article.text).not.toContain(words);
}
