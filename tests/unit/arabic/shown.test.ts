import { describe, expect, it } from 'vitest';
import { easternDigits, westernDigits } from '../../../utils/arabic/digits.ts';
import { isolatesOf } from '../../../utils/arabic/isolates.ts';
import { easternSeparators } from '../../../utils/arabic/separators.ts';
import { showTashkeel } from '../../../utils/arabic/shown-tashkeel.ts';
import { bidiLines } from '../../fixtures/bidi-lines.ts';
import { randomTexts } from './random-texts.ts';

describe('vowel marks', () => {
  it.each([
    ['كَتَبَ', 'كتب'],
    ['كُتِبَ', 'كُتب'],
    ['قَالَ', 'قال'],
    ['مُدَرِّسٌ', 'مُدرّسٌ'],
    ['الشَّمْسُ', 'الشّمس'],
    ['الْكِتَابُ', 'الكتاب'],
    ['كِتَابًا', 'كتابًا'],
    ['كِتَاباً', 'كتاباً'],
    ['الرَّحْمٰنِ', 'الرّحمٰن'],
    ['عَلَى', 'على'],
    ['فِي', 'في'],
    ['كَتَبُوا', 'كتبوا'],
    ['عَمْرٌو', 'عمرٌو'],
    // Few marks: as published.
    ['يُقتل', 'يُقتل'],
    ['مُعلِّم', 'مُعلِّم'],
    ['مَن', 'مَن'],
    ['جدًّا', 'جدًّا'],
    ['و\u064e', 'و\u064e'],
    // Hamza and madda are letters' parts.
    ['ا\u0654َم\u0650ي\u0631ٌ', 'ا\u0654م\u064a\u0631ٌ'],
  ])('of %s are sparse as %s', (text, sparse) => {
    expect(showTashkeel(text, 'sparse').text).toBe(sparse);
  });

  it('are hidden whole, and no letter with them', () => {
    expect(showTashkeel('إِنَّ ا\u0653لقُرْآنَ هٰذَا كـَتاب', 'hidden').text).toBe(
      'إن ا\u0653لقرآن هذا كـتاب',
    );
    expect(showTashkeel('بِسۡمِ ٱللَّهِ ٱلرَّحۡمَٰنِ', 'hidden').text).toBe('بسم ٱلله ٱلرحمن');
  });

  it.each(['hidden', 'sparse'] as const)('lead back to the source when %s', (how) => {
    for (const source of randomTexts(400)) {
      const { text, map } = showTashkeel(source, how);
      expect(map).toHaveLength(text.length + 1);
      expect(map.at(-1)).toBe(source.length);
      for (let at = 0; at < text.length; at++) {
        expect(map[at + 1]).toBeGreaterThan(map[at]!);
        expect(source[map[at]!]).toBe(text[at]);
      }
      // What lies between is marks, and the second time there is nothing left to hide.
      const kept = new Set(map);
      const dropped = Array.from(source, (_, at) => (kept.has(at) ? '' : (source[at] ?? ''))).join(
        '',
      );
      expect(dropped).toMatch(/^\p{M}*$/u);
      expect(showTashkeel(text, 'hidden').text).toBe(showTashkeel(source, 'hidden').text);
      expect(showTashkeel(text, how).text).toBe(text);
    }
  });
});

describe('digits', () => {
  it('are all of one kind, each in its place', () => {
    expect(easternDigits('1٢۳ و9.5')).toBe('١٢٣ و٩.٥');
    expect(westernDigits('1٢۳ و٩٫٥')).toBe('123 و9٫5');
    for (const source of randomTexts(200)) {
      expect(easternDigits(source)).toHaveLength(source.length);
      expect(westernDigits(easternDigits(source))).toBe(westernDigits(source));
    }
  });
});

describe('signs between digits', () => {
  const parted = (line: string): string => {
    const signs = easternSeparators(line);
    return easternDigits(
      Array.from({ length: line.length }, (_, at) => signs.get(at) ?? line[at]).join(''),
    );
  };

  it.each([
    ['قيمته 2.5 مليار', 'قيمته ٢٫٥ مليار'],
    ['و4,500 معلم', 'و٤٬٥٠٠ معلم'],
    ['بيعت 1,250,000.75، ثم', 'بيعت ١٬٢٥٠٬٠٠٠٫٧٥، ثم'],
    ['بيعت 1.250,75.', 'بيعت ١٬٢٥٠٫٧٥.'],
    ['نمو +3.5% أو 2,5%', 'نمو +٣٫٥% أو ٢٫٥%'],
    ['بين 2.5-3.5 و8.5/10', 'بين ٢٫٥-٣٫٥ و٨٫٥/١٠'],
    ['عام 0.125 و0,500', 'عام ٠٫١٢٥ و٠٫٥٠٠'],
    ['وصل ٢.٥', 'وصل ٢٫٥'],
  ])('of «%s» are those of ٠-٩', (line, expected) => expect(parted(line)).toBe(expected));

  it.each([
    'يوم 12.5.2026 أو 12.5-14.5.2026',
    'النسخة 3.1.2 والخادم 192.168.1.1 و192.168.100.200',
    'الإصدار 2.0',
    'هاتف 01.23.45.67.89',
    'الساعة 10.30 أو 9.45 مساء أو 10:30',
    'بلغ 4.500 معلم',
    'البنود 1,2,3 و1, 2. ثم 3',
    '1. البند',
  ])('of «%s» stay', (line) => expect(easternSeparators(line).size).toBe(0));
});

describe('isolates', () => {
  const held = (line: string, dir: 'rtl' | 'ltr' = 'rtl') =>
    isolatesOf(line, dir).map(({ start, end, kind }) => `${kind} ${line.slice(start, end)}`);

  it.each([
    ['في NATO 2020-2024 قال', ['latin NATO']],
    ['NATO 3-1', ['latin NATO', 'range 3-1']],
    ['باعت Apple 50 مليون و Windows 11 Pro', ['latin Apple', 'latin Windows 11 Pro']],
    ['قال (Yes, we can!) ثم', ['latin Yes, we can!']],
    ['Apple، Google', ['latin Apple', 'latin Google']],
    ['https://ar.news.example/أخبار/2024.', ['address https://ar.news.example/أخبار/2024']],
    ['في (https://news.example/a_(b)) ثم', ['latin https://news.example/a_(b))']],
    ['أو 04-1234567 أو 2024-03-15', ['figure 04-1234567']],
    ['قال أحد الوزراء', []],
    ['عام 2024 أو 3-1', []],
    ['\u200f3-1 فاز', ['range 3-1']],
    ['קול 3-1', ['range 3-1']],
    ['كم/h', ['latin h']],
  ])('of %s', (line, expected) => expect(held(line)).toEqual(expected));

  it.each(bidiLines().filter(({ dir }) => dir === 'rtl'))(
    'hold names and figures of «$text», and no number that counts',
    ({ text, order }) => {
      // What runs from left to right: offsets that rise one by one.
      const runs: string[] = [];
      for (const [at, offset] of order.entries()) {
        const unit = text[offset] ?? '';
        if (at > 0 && offset === order[at - 1]! + 1) runs[runs.length - 1] += unit;
        else runs.push(unit);
      }
      const found = isolatesOf(text, 'rtl').filter(({ kind }) => kind !== 'range');
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
        runs.toReversed().filter((run) => /[A-Za-z℃]|[0-9٠-٩][ )#-]/u.test(run)),
      );
    },
  );

  it('part dates and scores, not times and fractions', () => {
    const apart = (line: string) => isolatesOf(line, 'rtl').flatMap(({ apart: at }) => at);
    expect(apart('في 15/3/2024')).toEqual([5, 7]);
    expect(apart('في 3:1')).toEqual([4]);
    expect(apart('في 10:30 و1/2 و24/7 و2.0.1')).toEqual([]);
  });

  it('are in a Latin line for Arabic digits alone', () => {
    expect(held('In ٢٠٢٠-٢٠٢٤ and 2020-2024, 5', 'ltr')).toEqual(['figure ٢٠٢٠-٢٠٢٤']);
    expect(held('قال ٢٠٢٠-٢٠٢٤ and', 'ltr')).toEqual([]);
  });

  it('are the same whatever the digits are, and never overlap', () => {
    const lines = [...bidiLines().map(({ text }) => text), ...randomTexts(400)];
    for (const line of lines) {
      const found = isolatesOf(line, 'rtl');
      expect(isolatesOf(westernDigits(line), 'rtl')).toEqual(found);
      expect(isolatesOf(easternDigits(line), 'rtl')).toEqual(found);
      let end = 0;
      for (const isolate of found) {
        expect(isolate.start).toBeGreaterThanOrEqual(end);
        expect(isolate.end).toBeGreaterThan(isolate.start);
        end = isolate.end;
        const inside = isolate.apart.filter((at) => at > isolate.start && at < end - 1);
        expect(inside).toEqual(isolate.apart);
      }
      expect(end).toBeLessThanOrEqual(line.length);
    }
  });
});
