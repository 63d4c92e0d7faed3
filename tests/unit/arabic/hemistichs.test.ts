import { describe, expect, test } from 'vitest';
import { areBalanced, areVerses, halvesOf } from '../../../utils/arabic/hemistichs.ts';

const FIRST = 'الحبر يمضي في العروق كأنه';
const SECOND = 'سر على طول الزمان كتوم';

describe('the halves of a line', () => {
  test.each([
    '***',
    '*',
    '* * *',
    '…',
    '...',
    '/',
    '//',
    '|',
    '=',
    '--',
    ' - ',
    ' – ',
    '\u2003',
    'ــــ',
  ])('are parted by «%s»', (gap) => {
    const line = `${FIRST} ${gap} ${SECOND}`;
    const halves = halvesOf(line);
    expect([halves?.first, halves?.second]).toEqual([FIRST, SECOND]);
    expect(line.slice(halves?.secondStart)).toBe(SECOND);
    expect(line.slice(0, halves?.firstEnd)).toBe(FIRST);
  });

  test.each([
    ['dots at the end are no gap', `${FIRST}...`],
    ['nor a star before', `* ${FIRST}`],
    ['two gaps', 'الحبر يمضي … في العروق كأنه … سر على طول الزمان'],
    ['halves unlike in length', `نعم بلا شك *** ${SECOND} ${SECOND} ${SECOND}`],
    ['figures', 'فاز الأهلي على الزمالك 2 - 1 في مباراة الأمس الودية'],
    ['Latin letters', 'شركة تعمل في المدينة *** Google works in the city'],
    ['single words', 'القاهرة - الإسكندرية'],
    ['sentences', `${FIRST} ${SECOND} ${FIRST} … ${SECOND} ${FIRST} ${SECOND}`],
  ])('%s', (_, line) => {
    expect(halvesOf(line)).toBeNull();
  });
});

describe('lines of two halves', () => {
  const line = (first: string, second: string, sure = false) => ({ first, second, sure });

  test('are verses each by itself where stars or a wide gap part them', () => {
    expect(areVerses([line(FIRST, SECOND, true)])).toBe(true);
    expect(areVerses([line(FIRST, SECOND)])).toBe(false);
    expect(areVerses([])).toBe(false);
  });

  test('are verses where they rhyme, vowels and punctuation or not', () => {
    const poem = [
      line('يا سوق قوم بالمداد تفاخروا', 'وعلى السطور من الضياء نجومُ'),
      line(FIRST, `${SECOND}.`),
      line('والحرف يبقى والأنامل تنقضي', 'إن الذي كتب الكرام يدوم'),
    ];
    expect(areVerses(poem)).toBe(true);
    expect(areVerses([...poem, line('وهذا سطر لا قافية فيه', 'ولا صلة له بما سبق')])).toBe(true);
    expect(areVerses([poem[0]!, line('وهذا سطر لا قافية فيه', 'ولا صلة له بما سبق')])).toBe(false);
  });

  test('that name things of one kind are none', () => {
    const clubs = [
      line('نادي الهلال السعودي', 'نادي النصر السعودي'),
      line('نادي الشباب السعودي', 'نادي الاتحاد السعودي'),
      line('نادي الرائد السعودي', 'نادي الفتح السعودي'),
    ];
    expect(areVerses(clubs)).toBe(false);
    const columns = [
      line('المنتخب الأول المغربي', 'الملعب الكبير الوطني'),
      line('المنتخب الأول التونسي', 'الملعب القديم البلدي'),
      line('المنتخب الأول المصري', 'الملعب الجديد الدولي'),
    ];
    expect(areVerses(columns)).toBe(false);
  });
});

test('halves are about as long as one another', () => {
  expect(areBalanced(FIRST, SECOND)).toBe(true);
  expect(areBalanced('بيت', 'قصيدة')).toBe(false);
});
