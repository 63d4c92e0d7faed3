import { describe, expect, it } from 'vitest';
import { fold } from '../../../utils/arabic/fold.ts';
import {
  afterDoubleLam,
  articleLength,
  lightStem,
  plainHamza,
  prefixLengths,
  shorterStems,
} from '../../../utils/arabic/stem.ts';

function stem(word: string): string {
  const folded = fold(word);
  return lightStem(folded.slice(articleLength(folded)));
}

describe('the light stem', () => {
  it.each([
    'مدرسة المدرسة مدرسته مدرستها المدرسون للمدرسة مدرسين ومدرسة_',
    'حياة حياته حياتهم الحياة',
    'وفاة وفاته الوفاة',
    'مباراة مباريات مباراته المباريات',
    'فلسطين الفلسطينية فلسطيني الفلسطينيين',
    'لبنان اللبنانية لبناني',
    'قانون القانونية',
    'أمريكا الأمريكية أمريكي',
    'مسئول مسؤول المسؤولين مسؤولية',
    'سيارة سيارات سياراتهم',
    'كتاب كتابه كتابها كتابهم الكتاب كتابا',
    'القاهرة القاهره بالقاهرة والقاهرة فالقاهرة كالقاهرة وبالقاهرة',
    'دولتان دولتين دولة',
    'والد والدها والدته والديه',
  ])('is one for %s', (words) => {
    const stems = words.split(' ').filter((word) => !word.endsWith('_'));
    expect(new Set(stems.map(stem)).size).toBe(1);
  });

  it.each([
    ['كلام', 'سلام'],
    ['فكرة', 'الكرة'],
    ['كامل', 'الأمل'],
    ['لبنان', 'الفنان'],
    ['لبنان', 'لبن'],
    ['لقاء', 'البقاء'],
    ['سليمان', 'سليم'],
    ['تمرين', 'تمر'],
    ['مساهم', 'مساء'],
    ['محاكم', 'محا'],
  ])('tells %s from %s', (one, other) => expect(stem(one)).not.toBe(stem(other)));

  it('never goes below three letters', () => {
    for (const word of ['ماء', 'بيت', 'الأم', 'ابنها', 'ابن', 'دين', 'لها', 'والد', 'لله']) {
      expect(stem(word).length, word).toBeGreaterThanOrEqual(Math.min(3, fold(word).length));
    }
  });

  it('is its own stem, and begins the word but for its hamza', () => {
    for (const word of 'مسؤولياتهم الكتابان جزيرتين سوريا مهاجرون علاقاتنا طريقتكم بناء'.split(
      ' ',
    )) {
      expect(lightStem(stem(word))).toBe(stem(word));
      expect(plainHamza(fold(word))).toContain(stem(word));
    }
  });

  it('leaves other scripts and figures alone', () => {
    for (const word of ['nation', '2026', 'covid19', 'كوفيد19', ''])
      expect(lightStem(word)).toBe(word);
  });
});

it('finds the ل of a word behind its article', () => {
  expect(afterDoubleLam('للغه')).toBe('لغه');
  expect(afterDoubleLam('وللقاء')).toBe('لقاء');
  expect(afterDoubleLam('لقاء')).toBeNull();
  expect(afterDoubleLam('لله')).toBeNull();
});

it('names one or two letters that may be a prefix, where three follow', () => {
  expect(prefixLengths('واحمد')).toEqual([1]);
  expect(prefixLengths('وبمصر')).toEqual([1, 2]);
  expect(prefixLengths('ولد')).toEqual([]);
  expect(prefixLengths('احمد')).toEqual([]);
  expect(prefixLengths('بcovid')).toEqual([]);
});

it('names the stems a longer word may have', () => {
  expect(shorterStems('مدرسات')).toEqual(['مدرسا', 'مدرس']);
  expect(shorterStems('مدرس')).toEqual([]);
  expect(shorterStems('paris')).toEqual([]);
});
