// @vitest-environment node
import { expect, it, vi } from 'vitest';
import { createFileNames } from '../../../../utils/exchange/out/file-names.ts';

const named = (headline: string) => createFileNames('.md')(headline, 'f00d');

it.each([
  ['افتتاحُ مكتبة: «عامة» في المدينة؟', 'افتتاحُ مكتبة «عامة» في المدينة؟.md'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.md'],
  ['\u202Eعنوان\u2069\u200F \u0000نص\u0085', 'عنوان نص.md'],
  ['../../etc/passwd', 'etc passwd.md'],
  ['.مخفي. ', 'مخفي.md'],
  ['--help', 'help.md'],
  ['CON', '_CON.md'],
  ['lpt1.txt', '_lpt1.txt.md'],
  ['com¹', '_com¹.md'],
  ['می\u200Cخواهم', 'می\u200Cخواهم.md'],
  ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦.md'],
  ['e\u0301', 'é.md'],
  ['\uD800', 'f00d.md'],
  ['???', 'f00d.md'],
])('%j becomes %j', (headline, name) => {
  expect(named(headline)).toBe(name);
});

it('is never longer than 120 bytes, and cut between whole characters', () => {
  for (const letter of ['س', 'شَّ', '𐎠', '👩‍👩‍👧‍👦', 'a']) {
    const names = createFileNames('.md');
    for (const name of [names(letter.repeat(300), 'x'), names(letter.repeat(300), 'x')]) {
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
      const stem = name.replace(/(?: \(2\))?\.md$/u, '');
      expect(stem.length % letter.length).toBe(0);
      expect(letter.repeat(300).startsWith(stem)).toBe(true);
    }
  }
});

it('names no two files alike, whatever a system makes of case, forms and joiners', () => {
  const names = createFileNames('.md');
  const headlines = ['Straße', 'STRASSE', 'é', 'e\u0301', 'سلام', 'سلا\u200Cم', 'سلام', 'سلام (2)'];
  const made = headlines.map((headline) => names(headline, 'x'));
  const keys = made.map((name) =>
    name.normalize('NFD').replaceAll('\u200C', '').toUpperCase().toLowerCase(),
  );
  expect(new Set(keys).size).toBe(headlines.length);
});

it.each([1, 20])(
  'tries few names for each, however many are alike: a headline %i times as long',
  (times) => {
    const headline = 'نشرة المساء '.repeat(times);
    const normalize = vi.spyOn(String.prototype, 'normalize');
    const names = createFileNames('.md');
    const made = Array.from({ length: 500 }, (_, i) =>
      names(`${headline} ${i % 2 ? '؟' : ''}`, 'x'),
    );
    expect(new Set(made).size).toBe(500);
    expect(normalize.mock.calls.length).toBeLessThan(500 * 5);
    normalize.mockRestore();
  },
);

it('numbers each headline by itself', () => {
  const names = createFileNames('.md');
  const made = ['أ', 'ب', 'أ', 'ب', 'أ (3)', 'أ'].map((headline) => names(headline, 'x'));
  expect(made).toEqual(['أ.md', 'ب.md', 'أ (2).md', 'ب (2).md', 'أ (3).md', 'أ (4).md']);
});
