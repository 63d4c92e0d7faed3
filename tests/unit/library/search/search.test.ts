import { beforeEach, describe, expect, it } from 'vitest';
import type { Library } from '../../../../utils/library/database.ts';
import { answerSearch } from '../../../../utils/library/search/answer.ts';
import { followIndex } from '../../../../utils/library/search/follow.ts';
import {
  headlineMarks,
  passagesFor,
  searchLibrary,
} from '../../../../utils/library/search/search.ts';
import type { Passage } from '../../../../utils/library/search/passage.ts';
import { emptyLibrary } from '../samples.ts';
import { idOf, keep } from './library.ts';

let library: Library;
beforeEach(async () => {
  ({ library } = await emptyLibrary());
});

async function found(typed: string): Promise<number[]> {
  const { results } = await searchLibrary(library, typed, { limit: 50 });
  return results.map(({ item }) => Number.parseInt(item.id, 16));
}

describe('the order of results', () => {
  it('puts the surface before the fold, that before the stem, the headline before the text', async () => {
    const texts = ['سيارات', 'سياره', 'سيارة'];
    for (const [index, text] of texts.entries()) {
      await keep(library, idOf(index * 2), { text }, { savedAt: 9 - index });
      await keep(library, idOf(index * 2 + 1), { title: text, text: 'لا شيء' }, { savedAt: 1 });
    }
    await followIndex(library);
    expect(await found('سيارة ')).toEqual([5, 4, 3, 2, 1, 0]);
  });

  it('puts the name before every على', async () => {
    for (let number = 1; number < 30; number++)
      await keep(library, idOf(number), { title: 'على الطريق', text: 'على' });
    await keep(library, idOf(30), { text: 'جاء علي' }, { savedAt: 0 });
    await followIndex(library);
    expect((await found('علي'))[0]).toBe(30);
    expect(await found('علي')).toHaveLength(30);
  });

  it('puts the newer first where two are worth the same', async () => {
    for (const [number, savedAt] of [3, 9, 5].entries())
      await keep(library, idOf(number), { text: 'واحة' }, { savedAt });
    await followIndex(library);
    expect(await found('واحة')).toEqual([1, 2, 0]);
  });
});

describe('where is searched', () => {
  beforeEach(async () => {
    const note = {
      id: 'n',
      kind: 'note' as const,
      anchor: null,
      value: 'مراجعة لاحقا',
      stamp: 's',
      removed: false,
    };
    const title = { ...note, id: 'title', kind: 'title' as const, value: 'عنوان مصحح' };
    const tags = [
      { name: 'كرة القدم', stamp: 't', removed: false },
      { name: 'سابق', stamp: 't', removed: true },
    ];
    await keep(
      library,
      idOf(1),
      {
        url: 'https://www.riyada.example/a',
        title: 'عنوان أصلي',
        byline: 'سلمى حداد',
        siteName: 'صحيفة المثال',
        text: 'متن',
        deck: 'مقدمة',
      },
      { tags },
      [note, title],
    );
    await keep(library, idOf(2), { text: 'غيره', siteName: 'جريدة أخرى' }, { archived: true });
    await followIndex(library);
  });

  it.each(['مصحح', 'أصلي', 'سلمى', 'المثال', 'riyada', 'القدم', 'مراجعة', 'متن', 'مقدمة'])(
    '%s is found',
    async (word) => expect(await found(word)).toEqual([1]),
  );

  it.each([
    ['سابق', []],
    ['site:riyada', [1]],
    ['site:riyada.example', [1]],
    ['موقع:المثال متن', [1]],
    ['site:متن', []],
    ['tag:"كرة القدم"', [1]],
    ['وسم:كره', [1]],
    ['وسم:كره ', []],
    ['is:archived', [2]],
    ['is:unread', [2, 1]],
    ['is:archived متن', []],
    ['ق', [1]],
    ['غ', []],
    ['', []],
  ])('%s', async (typed, expected) =>
    expect((await found(typed)).toSorted((a, b) => b - a)).toEqual(expected),
  );
});

describe('a first letter', () => {
  it('is a prefix where the rest was typed, unless the article is seen before it', async () => {
    await keep(library, idOf(1), { text: 'كهرمان' });
    await followIndex(library);
    expect(await found('هرمان ')).toEqual([1]);
    await keep(library, idOf(2), { text: 'للكهرمان' });
    await followIndex(library);
    expect(await found('هرمان ')).toEqual([]);
  });

  it('of what was typed is a prefix where the rest is a word, unless the article is seen', async () => {
    await keep(library, idOf(1), { text: 'الهرمان' });
    await followIndex(library);
    expect(await found('كهرمان ')).toEqual([]);
    await keep(library, idOf(2), { text: 'هرمان' }, { savedAt: 2 });
    await followIndex(library);
    expect(await found('كهرمان ')).toEqual([2, 1]);
    await keep(library, idOf(3), { text: 'الكهرمان' });
    await followIndex(library);
    expect(await found('كهرمان ')).toEqual([3]);
  });

  it('of what follows لل is not the article seen before it', async () => {
    await keep(library, idOf(1), { text: 'لحزب' });
    await keep(library, idOf(2), { text: 'للحزب' }, { savedAt: 2 });
    await followIndex(library);
    expect(await found('حزب ')).toEqual([2, 1]);
  });
});

describe('phrases', () => {
  it('stand together, and not across two texts', async () => {
    await keep(library, idOf(1), { title: 'مجلس', text: 'الأمن في مجلس. الأمن' });
    await keep(library, idOf(2), { title: 'مجلس', text: 'الأمن ومجلس في الأمن' });
    await followIndex(library);
    expect(await found('"مجلس الامن"')).toEqual([1]);
    expect(await found('"مجلس الا')).toEqual([1]);
    expect(await found('"الأمن مجلس"')).toEqual([]);
  });
});

describe('passages', () => {
  async function passage(text: string, typed: string): Promise<string | undefined> {
    await keep(library, idOf(1), { text });
    await followIndex(library);
    const shown = (await passagesFor(library, typed, [idOf(1)])).get(idOf(1));
    if (!shown) return undefined;
    const stored = (await library.texts.get(idOf(1)))?.article.text ?? '';
    expect(stored.slice(shown.start, shown.start + shown.text.length)).toBe(shown.text);
    return marked(shown);
  }

  function marked({ text, marks }: Passage): string {
    let told = text;
    for (const [start, end] of marks.toReversed()) {
      told = `${told.slice(0, start)}[${told.slice(start, end)}]${told.slice(end)}`;
    }
    return told;
  }

  it.each([
    ['قالَ الوَزِيرُ إنَّ الأُمَّةَ بخير', 'الامه', 'قالَ الوَزِيرُ إنَّ [الأُمَّةَ] بخير'],
    ['ذهب بالسيارة إلى مـــصر', 'سيارة مصر', 'ذهب [بالسيارة] إلى [مـــصر]'],
    ['قرار مجلس الأمن ومجلس آخر', '"مجلس الامن"', 'قرار [مجلس الأمن] ومجلس آخر'],
    ['سطر أول\nسطر فيه النافورة\nسطر ثالث', 'نافورة', 'سطر فيه [النافورة]\nسطر ثالث'],
    ['قال ﷺ كذا', 'الله', 'قال [ﷺ] كذا'],
    ['بين 16 دولة طائرة F-16 واحدة', 'F-16', 'بين 16 دولة طائرة [F-16] واحدة'],
    ['بنحو ٢٫٥ مليار', '2.5 مليار', 'بنحو [٢٫٥] [مليار]'],
    ['لا شيء هنا', 'غيره', undefined],
  ])('%s by %s', async (text, typed, expected) =>
    expect(await passage(text, typed)).toBe(expected),
  );

  it('are cut between words, around the best place', async () => {
    const filler = 'كلام كثير لا يهم أحدا في شيء '.repeat(40);
    const shown = await passage(
      `نافورة ${filler}في الحديقة نافورة قديمة ${filler}`,
      'نافورة حديقة',
    );
    expect(shown).toContain('[الحديقة] [نافورة] قديمة');
    expect(shown?.length).toBeLessThan(260);
    expect(shown).toMatch(/^كلام|^كثير|^لا|^يهم|^أحدا|^في|^شيء/u);
  });

  it('mark no word whose first letter is its own', async () => {
    expect(await passage('كامل الأمل، أمل وأمل', 'أمل')).toBe('كامل [الأمل]، [أمل] [وأمل]');
  });

  it.each([
    // Of the headline alone, or of its repeat at the top of the text: nothing the row does not show.
    ['جسر النيل الجديد', 'بدأت السيارات تعبره', undefined],
    ['جسر النيل الجديد', 'جسر النيل الجديد\nبدأت السيارات تعبره', undefined],
    ['جسر النيل الجديد', 'جِسرُ «النيل» الجديد.\nعبرت الجسر السيارات', 'عبرت [الجسر] السيارات'],
    ['جسر النيل الجديد', 'جسر النيل الجديد: عبر الجسر ألف', 'عبر [الجسر] ألف'],
    ['جسر النيل الجديد - الموقع', 'جسر النيل الجديد\nعبر الجسر ألف', 'عبر [الجسر] ألف'],
    ['جسر النيل الجديد', 'جسر النيل القديم باق', '[جسر] النيل القديم باق'],
    ['طريق', 'جسر النيل القديم باق', '[جسر] النيل القديم باق'],
    ['طريق', '', undefined],
  ])('under the headline %s, of %s', async (title, text, expected) => {
    await keep(library, idOf(2), { title, text });
    await followIndex(library);
    const shown = (await passagesFor(library, 'جسر', [idOf(2)])).get(idOf(2));
    expect(shown && marked(shown)).toBe(expected);
  });

  it('show what the page called it, where the reader corrected that', async () => {
    const edit = { anchor: null, stamp: '0000000003e8-0000-00000000', removed: false };
    const title = { ...edit, id: 'title', kind: 'title' as const, value: 'طريق' };
    await keep(library, idOf(2), { title: 'جسر النيل', text: 'نص' }, {}, [title]);
    await followIndex(library);
    const shown = (await passagesFor(library, 'جسر', [idOf(2)])).get(idOf(2));
    expect(shown && marked(shown)).toBe('[جسر] النيل');
  });

  it('mark headlines', async () => {
    await keep(library, idOf(1), { title: 'طريق القاهرة' });
    expect(await headlineMarks(library, 'القاهره', ['طريق القاهرة', 'غيره'])).toEqual([
      [[5, 12]],
      [],
    ]);
  });
});

it('answers pages with chips, and passages of as many as are asked for', async () => {
  for (const savedAt of [1, 2, 3])
    await keep(library, idOf(savedAt), { text: 'قرب النافورة' }, { savedAt });
  await followIndex(library);
  const asked = { query: 'site:kept  نافورة', limit: 2, offset: 1, passages: 1 };
  const { results, total, chips } = await answerSearch(library, asked);
  expect(total).toBe(3);
  expect(chips).toEqual([{ kind: 'site', label: 'site:kept' }]);
  expect(results.map(({ item, passage }) => [item.id, passage])).toEqual([
    [idOf(2), { text: 'قرب النافورة', marks: [[4, 12]] }],
    [idOf(1), null],
  ]);
});
