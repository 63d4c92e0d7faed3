import { describe, expect, it } from 'vitest';
import { fold } from '../../../utils/arabic/fold.ts';
import { searchTokens } from '../../../utils/arabic/search-words.ts';

function forms(text: string): string[] {
  return [...searchTokens(text)].flatMap(({ words }) =>
    words.map(({ surface, folded }) => `${surface} ${folded}`),
  );
}

describe('the words of a text', () => {
  it.each([
    ['أَكَّدَ الوزيرُ', ['أكد اكد', 'الوزير الوزير']],
    ['القاهرة علي على', ['القاهرة القاهره', 'علي علي', 'على علي']],
    ['مـــصر', ['مصر مصر']],
    ['ا\u0654مل', ['أمل امل']],
    ['ﻣﺼﺮ', ['مصر مصر']],
    ['٢٠٢٦ ۲۰', ['2026 2026', '20 20']],
    ['کتابی', ['كتابي كتابي']],
    ['\u200fقا\u200dل\u200e', ['قال قال']],
    ['École ŒUVRE naïf', ['école ecole', 'œuvre oeuvre', 'naïf naif']],
    ['l’article d\u0027été it’s', ['article article', 'été ete', 'it it']],
    ['«قال»: (نعم)!', ['قال قال', 'نعم نعم']],
    ['😀 — …', []],
    ['\u064b ـ', []],
    ['ﷺ', ['صلى صلي', 'الله الله', 'عليه عليه', 'وسلم وسلم']],
    ['𞸀𞸁', ['اب اب']],
  ])('%s', (text, expected) => expect(forms(text)).toEqual(expected));

  it('stand where they stand in the source, marks and all', () => {
    const text = '«أَكَّدَ» ﷺ\u200f، مـصر.';
    const stretches = [...searchTokens(text)].map(({ start, end }) => text.slice(start, end));
    expect(stretches).toEqual(['أَكَّدَ', 'ﷺ', 'مـصر']);
  });

  it('fold as everything else does, but for Latin marks', () => {
    const text = 'إلى آخر ٱلسَّنة مـــصر ۱۲٣ ﻻ ½ ؤئ ۀ CNN';
    for (const { start, end, words } of searchTokens(text)) {
      const folded = fold(text.slice(start, end)).split(/[^\p{L}\p{M}\p{N}]+/u);
      expect(words.map((word) => word.folded)).toEqual(folded);
    }
  });
});
