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

describe('the excerpt', () => {
  it('is what the text says, not what its pictures show', () => {
    const paragraphs = [
      'فتحت المكتبة العامة أبوابها صباح اليوم بعد عامين من أعمال الترميم التي شملت القاعات كلها.',
      'وحضر الافتتاح مئات من سكان الحي، وقالت المديرة إن أول القراء وصل قبل موعد الفتح بساعة.',
      'وتضم المكتبة خمسين ألف كتاب ومخطوط، منها ما يعود إلى القرن الرابع عشر ولم يُعرض من قبل.',
    ];
    const figure = '<figure><img src="/a.jpg"><figcaption>القاعة الكبرى</figcaption></figure>';
    const body = paragraphs.map((text) => `<p>${text}</p>${figure}`).join('');
    const extraction = extract(
      `<html lang="ar" dir="rtl"><head><title>عنوان</title></head><body><article><h1>عنوان</h1>${body}</article></body></html>`,
      '/news/4417-2026.html',
    );
    if (!extraction.ok) throw new Error(`refused: ${extraction.reason}`);
    const { excerpt, text } = extraction.article;
    expect(text).toContain('القاعة الكبرى');
    expect(excerpt.slice(0, 40)).toBe(paragraphs[0]?.slice(0, 40));
    expect(excerpt).not.toContain('القاعة الكبرى');
  });
});
