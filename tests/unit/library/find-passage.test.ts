import { describe, expect, it } from 'vitest';
import { passagesIn } from '../../../utils/library/edits/find-passage.ts';
import type { Edit } from '../../../utils/library/item.ts';

const FIRST = 'فتحت المكتبة أبوابها صباح اليوم بعد عامين من الترميم.';
const SECOND =
  'وقالت مديرة المكتبة إن عدد الكتب بلغ ستين ألف كتاب، وإن قاعة الأطفال ستستقبل زوارها.';

function made(texts: readonly string[], passage: string, from = 0): Edit {
  const index = texts.findIndex((text) => text.includes(passage, from));
  const text = texts[index] ?? '';
  const start = text.indexOf(passage, from);
  const end = start + passage.length;
  return {
    id: 'm-0',
    kind: 'highlight',
    anchor: { block: `k${index}`, start, end },
    value: passage,
    around: [text.slice(Math.max(0, start - 32), start), text.slice(end, end + 32)],
    stamp: '1',
    removed: false,
  };
}

const keyed = (texts: readonly string[], prefix = 'k') =>
  texts.map((text, index) => ({ key: `${prefix}${index}`, text }));

/** What is marked of another text, null where nothing is. */
function foundIn(edit: Edit, texts: readonly string[], prefix = 'n'): string | null {
  const anchor = passagesIn(keyed(texts, prefix))(edit);
  const index = Number(anchor?.block.slice(1));
  return anchor && (texts[index]?.slice(anchor.start, anchor.end) ?? '');
}

describe('a highlight is found', () => {
  it('at its place', () => {
    const edit = made([FIRST, SECOND], 'قاعة الأطفال');
    expect(passagesIn(keyed([FIRST, SECOND]))(edit)).toEqual(edit.anchor);
  });

  it('in its block whose vowels, digits or spaces are others now: its key is the same', () => {
    const edit = made([FIRST, SECOND], 'قاعة الأطفال');
    const vowelled = SECOND.replace('وقالت', 'وَقَالَتْ').replace('قاعة', 'قَاعَة');
    expect(foundIn(edit, [FIRST, vowelled], 'k')).toBe('قَاعَة الأطفال');
  });

  it('in another block where the text around it was changed', () => {
    const edit = made([FIRST, SECOND], 'عدد الكتب بلغ ستين ألف كتاب');
    const changed = SECOND.replace('وقالت مديرة', 'وذكرت أمينة');
    expect(foundIn(edit, ['جديد.', FIRST, changed])).toBe('عدد الكتب بلغ ستين ألف كتاب');
  });

  it('by what stood around it, where its words come again', () => {
    const text = 'زار الوزير مصر أمس، ثم عاد إلى مصر مساء، وشكر مصر على الضيافة.';
    const second = made([text], 'مصر', text.indexOf('مصر') + 1);
    const moved = `تحديث: ${text}`;
    const anchor = passagesIn(keyed(['مصر أولا.', moved], 'n'))(second);
    expect(anchor?.block).toBe('n1');
    expect(anchor?.start).toBe(moved.indexOf('مصر مساء'));
  });

  it('by what stood around it in its own block too, where vowels were added before it', () => {
    const text = 'زار الوزير مصر أمس، ثم عاد إلى مصر مساء، وشكر مصر على الضيافة.';
    const second = made([text], 'مصر', text.indexOf('مصر') + 1);
    const third = made([text], 'مصر', text.lastIndexOf('مصر') - 1);
    const vowelled = text.replace('زار الوزير مصر أمس', 'زَارَ الـــوَزِيـــرُ مِصْـــرَ أَمْـــسِ');
    const placeOf = (edit: Edit) => passagesIn(keyed([vowelled]))(edit)?.start;
    expect(placeOf(second)).toBe(vowelled.indexOf('مصر'));
    expect(placeOf(third)).toBe(vowelled.lastIndexOf('مصر'));
  });

  it('where a word of its own was corrected', () => {
    const edit = made([FIRST, SECOND], SECOND);
    const corrected = SECOND.replace('ستين', 'سبعين').replace('زوارها', 'زواره');
    expect(foundIn(edit, [FIRST, corrected])).toBe(corrected.replace(/ زواره\.$/u, ''));
  });

  it('without its words at its offsets alone, as far as there is text', () => {
    const edit = { ...made([FIRST], 'المكتبة'), value: null };
    expect(foundIn(edit, [FIRST], 'k')).toBe('المكتبة');
    expect(foundIn(edit, [FIRST], 'n')).toBeNull();
  });
});

describe('a highlight is not found', () => {
  it.each([
    ['in a text that has nothing of it', made([FIRST, SECOND], 'قاعة الأطفال'), [FIRST]],
    [
      'by a few letters that stand elsewhere by chance',
      made([FIRST], 'عامين'),
      ['بعد يومين وعامين.'],
    ],
    [
      'by less than most of its words',
      made([FIRST, SECOND], SECOND),
      ['وقالت مديرة المدرسة إن عدد التلاميذ زاد.'],
    ],
    [
      'by its words far apart from one another',
      made([FIRST], FIRST),
      [FIRST.split(' ').join(' ثم في مكان آخر من النص الطويل ')],
    ],
  ])('%s', (_, edit, texts) => {
    expect(foundIn(edit, texts)).toBeNull();
  });
});

it('hundreds that are in a long text no more are given up at once', () => {
  const texts = Array.from({ length: 3000 }, (_, index) =>
    Array.from({ length: 80 }, (__, at) => `كلمة${(index * 7 + at * 13) % 997}`).join(' '),
  );
  const find = passagesIn(keyed(texts));
  const lost = Array.from({ length: 300 }, (_, index) => ({
    ...made([FIRST], FIRST),
    anchor: { block: 'gone', start: 0, end: 9 },
    value: `كلمة${index} كلمة1 كلمة2 كلمة3 غير هذا كله ${index}`,
  }));
  const start = performance.now();
  expect(lost.map(find).every((anchor) => anchor === null)).toBe(true);
  expect(performance.now() - start).toBeLessThan(10_000);
}, 60_000);
