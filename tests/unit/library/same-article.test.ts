import { describe, expect, it } from 'vitest';
import { isSameArticle } from '../../../utils/library/saving/same-article.ts';

const text = ['فتحت المكتبة أبوابها صباح اليوم.', 'وحضر مئات من القراء.', 'وتفتح كل يوم.'];
const told = (title: string, lines: string[]) => ({ title, text: lines.join('\n') });

describe('isSameArticle', () => {
  it.each([
    ['the same in all', told('مكتبة جديدة', text), told('مكتبة جديدة', text)],
    ['a headline written otherwise', told('إفتتاحُ المكتبة', ['أ']), told('افتتاح المكتبه', ['ب'])],
    ['another headline over the text', told('أ', text), told('ب', text)],
    ['a text that has grown', told('أ', text), told('ب', [...text, 'وقال المدير إن العمل مستمر.'])],
    [
      'a text with its digits and spaces otherwise',
      told('أ', ['سنة ٢٠٢٦  هنا']),
      told('ب', ['سنة 2026 هنا']),
    ],
    [
      'a corrected paragraph',
      told('أ', text),
      told('ب', [text[0] ?? '', 'وحضر آلاف.', text[2] ?? '']),
    ],
  ])('is true of %s', (_, a, b) => {
    expect(isSameArticle(a, b)).toBe(true);
    expect(isSameArticle(b, a)).toBe(true);
  });

  it.each([
    ['another headline and text', told('أ', text), told('ب', ['انخفض السعر للشهر الثالث.'])],
    [
      'a closing line in common',
      told('أ', [...text, 'تابعونا']),
      told('ب', ['انخفض السعر للشهر الثالث.', 'تابعونا']),
    ],
    ['no text on one side', told('أ', text), told('ب', [''])],
  ])('is false of %s', (_, a, b) => {
    expect(isSameArticle(a, b)).toBe(false);
    expect(isSameArticle(b, a)).toBe(false);
  });
});
