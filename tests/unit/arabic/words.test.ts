import { describe, expect, it } from 'vitest';
import { headlineDirection, textDirection } from '../../../utils/arabic/direction.ts';
import { westernDigits } from '../../../utils/arabic/digits.ts';
import { isVowelled, tashkeelShare } from '../../../utils/arabic/tashkeel.ts';
import { countWords, readingMinutes } from '../../../utils/arabic/words.ts';

describe('textDirection', () => {
  it('goes by the share of letters, not the first', () => {
    expect(textDirection('CNN: قال الوزير إن الأمر انتهى')).toBe('rtl');
    expect(textDirection('قال: the minister said that it is over')).toBe('ltr');
    expect(textDirection('للتواصل: https://news.example/contact/us?section=readers')).toBe('rtl');
    expect(textDirection('العنوان readers.desk.office@news.example فقط')).toBe('rtl');
    expect(textDirection('https://news.example/مقالة/2026/contact-us-readers')).toBe('ltr');
    expect(textDirection('2016/11/08 – 9:30')).toBeNull();
    expect(textDirection('שלום')).toBe('rtl');
  });
});

describe('headlineDirection', () => {
  it('is that of the article where both have Arabic words', () => {
    const mixed = 'مقابلة مع Google حول Gemini 2.0';
    expect(textDirection(mixed)).toBe('ltr');
    expect(headlineDirection(mixed, 'rtl')).toBe('rtl');
    expect(headlineDirection(mixed, 'ltr')).toBe('ltr');
    expect(headlineDirection('Gemini 2.0', 'rtl')).toBe('ltr');
    expect(headlineDirection('Hamza: ء and the rest', 'rtl')).toBe('ltr');
    expect(headlineDirection('حول العالم', 'ltr')).toBe('rtl');
    expect(headlineDirection('2024', 'rtl')).toBe('rtl');
  });
});

describe('countWords', () => {
  it('counts vowelled, hyphenated and mixed words once', () => {
    expect(countWords('قالَ الرَّئيسُ، إنّه «متفائل»')).toBe(4);
    expect(countWords("l'État – 3 milliards")).toBe(3);
    expect(countWords('— …')).toBe(0);
  });
});

describe('readingMinutes', () => {
  it('is a range of whole minutes, at least one', () => {
    expect(readingMinutes('قصير', true)).toEqual({ min: 1, max: 1 });
    expect(readingMinutes('ا'.repeat(5300), true)).toEqual({ min: 8, max: 11 });
    expect(readingMinutes('a'.repeat(5300), false)).toEqual({ min: 5, max: 7 });
  });
});

describe('digits and marks', () => {
  it('turns both Arabic sets into 0–9 and keeps offsets', () => {
    expect(westernDigits('٢٠٢٦ و۱۲')).toBe('2026 و12');
  });
  it('measures the share of vowels', () => {
    expect(tashkeelShare('كَتَبَ')).toBe(1);
    expect(tashkeelShare('كتب')).toBe(0);
    expect(tashkeelShare('abc')).toBe(0);
  });
  it('gives room to vowelled text, and to prose with a verse of it', () => {
    const verse = 'وَإِنْ جَوَّدْتَ قَلَمَكَ جَوَّدْتَ خَطَّكَ كُلَّهُ';
    const prose = 'وكتب على باب الورشة بخط كبير يراه كل من يدخل السوق في الصباح. '.repeat(6);
    expect(isVowelled(verse)).toBe(true);
    expect(isVowelled(`${prose}«${verse}». ${prose}`)).toBe(true);
    expect(isVowelled(prose)).toBe(false);
    expect(isVowelled(`${prose} ثم كتبَ: الصَّبْرُ مِفْتاحُ الفَرَجِ. ${prose}`)).toBe(false);
  });
});
