import { describe, expect, it } from 'vitest';
import { fold, foldWithMap, foldWords, sourceRange } from '../../../utils/arabic/fold.ts';

describe('fold', () => {
  it.each([
    ['أَكَّدَ', 'اكد'],
    ['إلى آخر ٱلسَّنة', 'الي اخر السنه'],
    ['مـــصر', 'مصر'],
    ['۱۲٣', '123'],
    ['کتابی', 'كتابي'],
    ['CNN: قال', 'cnn: قال'],
    ['\u200fقال\u200e\ufeff', 'قال'],
    ['ﻣﺼﺮ', 'مصر'],
    ['ا\u0654مل', 'امل'],
  ])('%s → %s', (text, folded) => expect(fold(text)).toBe(folded));

  it('folds a text longer than one part', () => {
    const text = 'مدينةٌ '.repeat(20_000);
    expect(fold(text)).toBe('مدينه '.repeat(20_000));
  });

  it('changes nothing the second time', () => {
    const once = fold('قالﷺ: «إنَّ الأُمّة» ½ ﻻ Ǆ');
    expect(fold(once)).toBe(once);
  });
});

describe('foldWithMap', () => {
  it.each(['أَكَّدَ ﷺ قال', 'CNN: «مـصر» ﻻ', 'café İstanbul', '', 'ّبداية', '한국 ½'])(
    'folds %s as fold does',
    (text) => expect(foldWithMap(text).text).toBe(fold(text)),
  );

  it('leads back to whole source characters', () => {
    const source = 'أَكَّدَ النبيُّ ﷺ ذلك';
    const { text, map } = foldWithMap(source);
    expect(map).toHaveLength(text.length + 1);
    const at = text.indexOf('النبي');
    expect(source.slice(...sourceRange(map, at, at + 5))).toBe('النبيُّ');
    const inside = text.indexOf('الله');
    expect(source.slice(...sourceRange(map, inside, inside + 4))).toBe('ﷺ');
  });
});

describe('foldWords', () => {
  it('leaves words and figures only', () => {
    expect(foldWords('  «قالت… إنّ ٣ نساء، (أو أكثر)!» ')).toBe('قالت ان 3 نساء او اكثر');
    expect(foldWords('— : ؟')).toBe('');
  });
});
