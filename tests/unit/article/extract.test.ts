import { describe, expect, it } from 'vitest';
import { expectedOf, pageNames } from '../../fixtures/page-cases.ts';
import { extract, linesOf, markupOf } from './pages.ts';

describe('pages of tests/fixtures/pages', () => {
  it.each(pageNames())(
    '%s',
    (name) => {
      const expected = expectedOf(name);
      const extraction = extract(markupOf(name), expected.path ?? `/news/${name}-2026.html`);
      if (!expected.ok) {
        expect(extraction).toMatchObject({ ok: false, reason: expected.reason });
        return;
      }
      if (!extraction.ok) throw new Error(`refused: ${extraction.reason}`);
      const { article } = extraction;
      expect(linesOf(article.html)).toEqual(expected.paragraphs);
      expect(article.text.split('\n')).toEqual(expected.paragraphs);
      expect(article.title).toBe(expected.title);
      expect(article.dir).toBe(expected.dir);
      for (const text of expected.absent ?? []) expect(article.text).not.toContain(text);
      expect(article.blocks).toHaveLength(article.text.split('\n').length);
    },
    20_000,
  ); // The simulated DOM is slow on deep trees.
});
