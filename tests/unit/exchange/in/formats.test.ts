// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { fixture, read, row, rowsOf } from './support.ts';

const LIBRARY = 'https://news.example/culture/library-4821973';
const WHEAT = 'https://news.example/economy/wheat-77120';
const WORD = 'https://daily.example/opinion/word-31415';
const MOON = 'https://daily.example/science/moon-27182';

describe('the rows of a file', () => {
  it('reads Pocket, five columns', async () => {
    expect(await read(fixture('pocket-five-columns.csv'))).toEqual([
      row({
        url: LIBRARY,
        title: 'افتتاح مكتبة عامة، والمدينة القديمة تحتفل',
        savedAt: 1600322788000,
        tags: ['ثقافة', 'مدن'],
      }),
      row({ url: WHEAT, savedAt: 1600172739000, archived: true }),
      row({
        url: 'https://daily.example/a?id=55&lang=ar',
        title: 'قال: "لن نغادر" ثم مضى',
        savedAt: 1599806347000,
        tags: ['سياسة'],
      }),
    ]);
  });

  it('reads Pocket, six columns', async () => {
    expect(await read(fixture('pocket-six-columns.csv'))).toEqual([
      row({
        url: 'https://news.example/schools/mountain-school-90311',
        title: 'مَدْرَسَةٌ في الجبل تفتح أبوابها',
        savedAt: 1700000000000,
      }),
      row({
        url: WHEAT,
        title: 'أسعار القمح',
        savedAt: 1700000100000,
        tags: ['اقتصاد', 'قراءة لاحقة'],
        archived: true,
      }),
    ]);
  });

  it('reads the page Pocket wrote before', async () => {
    expect(await read(fixture('pocket.html'))).toEqual([
      row({
        url: `${LIBRARY}?a=1&b=2`,
        title: 'افتتاح مكتبة عامة "كبرى" & جديدة',
        savedAt: 1688628695000,
        tags: ['ثقافة', 'مدن'],
      }),
      row({ url: WHEAT, savedAt: 1688627412000 }),
      row({
        url: WORD,
        title: 'كلمة أخيرة',
        savedAt: 1500000000000,
        tags: ['رأي'],
        archived: true,
      }),
    ]);
  });

  it('reads Instapaper, four columns', async () => {
    expect(await read(fixture('instapaper-four-columns.csv'))).toEqual([
      row({ url: LIBRARY, title: 'افتتاح مكتبة عامة' }),
      row({
        url: WHEAT,
        title: 'أسعار القمح',
        excerpt: '«انخفض السعر للشهر الثالث»',
        archived: true,
      }),
      row({ url: WORD, title: 'كلمة أخيرة', favourite: true }),
      row({ url: MOON, title: 'القمر الليلة', tags: ['علوم'] }),
      { skipped: 'no-page' },
    ]);
  });

  it('reads Instapaper, six columns', async () => {
    expect(await read(fixture('instapaper-six-columns.csv'))).toEqual([
      row({ url: LIBRARY, title: 'افتتاح مكتبة عامة، اليوم', savedAt: 1700000000000 }),
      row({
        url: WHEAT,
        title: 'أسعار القمح',
        savedAt: 1700000001000,
        tags: ['اقتصاد', 'قمح'],
        archived: true,
      }),
      row({
        url: WORD,
        title: 'كلمة أخيرة',
        savedAt: 1700000002000,
        tags: ['رأي'],
        favourite: true,
      }),
      row({ url: MOON, title: 'القمر الليلة', savedAt: 1700000003000, tags: ['علوم'] }),
    ]);
  });

  it('reads Readwise Reader, without what feeds brought', async () => {
    expect(await read(fixture('readwise.csv'))).toEqual([
      row({
        url: LIBRARY,
        title: 'افتتاح مكتبة عامة',
        savedAt: Date.UTC(2022, 10, 6, 4, 33, 50),
        tags: ['ثقافة', "l'eau", 'مدن\u200f'],
        progress: 0.25,
      }),
      row({
        url: WHEAT,
        title: 'أسعار القمح',
        savedAt: Date.UTC(2023, 0, 15, 10),
        archived: true,
        progress: 1,
      }),
      { skipped: 'feed' },
      row({
        url: WORD,
        title: 'كلمة أخيرة',
        savedAt: Date.UTC(2023, 1, 1),
        tags: ['رأي'],
        progress: 0,
      }),
    ]);
  });

  it('reads Matter', async () => {
    expect(await read(fixture('matter.csv'))).toEqual([
      row({
        url: LIBRARY,
        title: 'افتتاح مكتبة عامة',
        byline: 'سلمى حداد',
        siteName: 'صحيفة المثال',
        savedAt: Date.UTC(2023, 2, 4, 5, 6, 7),
        tags: ['ثقافة', 'مدن'],
        favourite: true,
      }),
      row({
        url: WHEAT,
        title: 'أسعار القمح',
        savedAt: Date.UTC(2023, 2, 5, 5, 6, 7),
        archived: true,
      }),
    ]);
  });

  it('reads Omnivore, without its trash', async () => {
    expect(await read(fixture('omnivore.json'))).toEqual([
      row({
        url: LIBRARY,
        title: 'افتتاح مكتبة عامة',
        byline: 'سلمى حداد',
        excerpt: 'فتحت المكتبة أبوابها صباح اليوم.',
        savedAt: Date.UTC(2023, 4, 6, 7, 8, 9),
        publishedTime: '2023-05-05T00:00:00Z',
        tags: ['ثقافة', 'مدن'],
        progress: 0.4,
      }),
      row({
        url: WHEAT,
        title: 'أسعار القمح',
        savedAt: Date.UTC(2023, 4, 6, 7, 8, 10),
        tags: ['اقتصاد'],
        archived: true,
        progress: 1,
      }),
      { skipped: 'deleted' },
    ]);
  });

  it('reads wallabag with its texts and notes', async () => {
    const [first, second] = rowsOf(await read(fixture('wallabag.json')));
    expect({ row: first }).toEqual(
      row({
        url: LIBRARY,
        title: 'افتتاح مكتبة عامة',
        byline: 'سلمى حداد، كريم عبود',
        siteName: 'news.example',
        savedAt: Date.UTC(2020, 8, 8, 9, 55, 58),
        publishedTime: '2020-09-07T08:00:00+03:00',
        tags: ['ثقافة', 'مدن'],
        archived: true,
        html: '<h2>المكتبة</h2><p>فتحت المكتبة أبوابها صباح اليوم، وحضر مئات من القراء.</p>\n<p>وقالت المديرة: <em>«الكتب للجميع»</em>.</p>',
        lang: 'ar-SY',
        notes: [
          { quote: 'الكتب للجميع', text: 'مهم', at: Date.UTC(2020, 8, 9, 9) },
          { quote: 'جملة ليست في النص', text: null, at: null },
        ],
      }),
    );
    expect(second).toMatchObject({ url: WHEAT, html: null, textLeftOut: false, favourite: true });
  });

  it('reads Karakeep', async () => {
    expect(await read(fixture('karakeep.json'))).toEqual([
      row({
        url: LIBRARY,
        title: 'افتتاح مكتبة عامة',
        savedAt: 1690000000000,
        tags: ['ثقافة'],
        notes: [{ quote: null, text: 'للقراءة في العطلة', at: 1690000000000 }],
      }),
      row({ url: WHEAT, savedAt: 1690000001000, archived: true }),
      { skipped: 'no-page' },
    ]);
  });

  it('reads bookmarks, their folders as tags', async () => {
    expect(await read(fixture('bookmarks.html'))).toEqual([
      { skipped: 'no-page' },
      row({
        url: `${LIBRARY}?a=1&b=2`,
        title: 'افتتاح مكتبة "كبرى" <عامة>',
        excerpt: 'فتحت المكتبة أبوابها صباح اليوم.',
        savedAt: 1688628695000,
        tags: ['ثقافة', 'مدن'],
      }),
      row({
        url: WHEAT,
        title: 'أسعار القمح',
        savedAt: 1688627412000,
        tags: ['أخبار', 'اقتصاد & مال'],
      }),
      { skipped: 'no-page' },
      row({ url: WORD, title: 'كلمة أخيرة', savedAt: 1500000000000 }),
    ]);
  });

  it('reads semicolons and tabs as spreadsheets write them', async () => {
    const expected = await read(fixture('instapaper-four-columns.csv'));
    for (const delimiter of [';', '\t']) {
      const file = fixture('instapaper-four-columns.csv').replaceAll(',', delimiter);
      expect(await read(file)).toEqual(expected);
    }
  });

  it('tells progress from nothing to all, never backwards', async () => {
    const told: number[] = [];
    await read(fixture('wallabag.json'), { onProgress: (share) => told.push(share) });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('stops when it is told to, with the reason it was given', async () => {
    const controller = new AbortController();
    controller.abort(new DOMException('enough', 'AbortError'));
    await expect(read(fixture('wallabag.json'), { signal: controller.signal })).rejects.toThrow(
      'enough',
    );
  });
});
