import { describe, expect, it } from 'vitest';
import { meta, read, TEXT, TITLE, withLine } from './page.ts';

const byline = (page: Parameters<typeof read>[0]) => read(page).metadata.byline;
const published = (first: string) =>
  read({ body: withLine(`${first} ${TEXT[0]}`) }).metadata.publishedTime;

describe('a byline beside place, day, agency or address', () => {
  const head = meta('og:site_name', 'الميناء');

  it.each([
    ['سلفيت 12-2-2025 وفا- علا العطار', 'علا العطار'],
    ['سلفيت 12-2-2025 وفا- شهرزاد القمري', 'شهرزاد القمري'],
    ['نادر العطار comments [at] harbour.example', 'نادر العطار'],
    ['نادر العطار nader@harbour.example', 'نادر العطار'],
    ['مرسلة بواسطة سلمى العطار في 6:48 ص', 'سلمى العطار'],
    ['شبوة - شهرزاد القمري', 'شهرزاد القمري'],
    ['غازي عنتاب/ شهرزاد القمري/ الأناضول', 'شهرزاد القمري'],
    ['الميناء / استطلاع: شهرزاد القمري -', 'شهرزاد القمري'],
    ['الشارقة: موزة الكتبي', 'موزة الكتبي'],
  ])('«%s»', (line, name) => expect(byline({ head, body: withLine(line) })).toBe(name));

  it('before the first words', () => {
    const body = withLine(`نادر العطار - شبوة - ${TEXT[0]}`);
    expect(byline({ head, body })).toBe('نادر العطار');
  });

  it('in the page’s title between headline and site, and in a line of its own', () => {
    const title = `<title>${TITLE} - رعد كاظم القمري - مركز الضياء</title>`;
    expect(byline({ head: title, above: '<p>رعد كاظم القمري</p>' })).toBe('رعد كاظم القمري');
  });

  it('in the line before the outlet’s name at the end', () => {
    const body = withLine('', 'شهرزاد القمري _ الخرطوم') + '<p>الميناء</p>';
    expect(byline({ head, body })).toBe('شهرزاد القمري');
  });

  it.each(['رئيس التحرير', 'رئيس مجلس الإدارة', 'رئيس مجلسي الإدارة والتحرير', 'المدير العام:'])(
    'not of who stands below «%s»',
    (office) => {
      const above = `<p>${office}</p><p>عصام القمري</p>`;
      expect(byline({ head, above })).toBeNull();
      expect(byline({ head, above: `${above}<p>كريم العطار</p>` })).toBe('كريم العطار');
    },
  );

  it('above the day and the number of the issue at the end', () => {
    const body = `${withLine('', 'حلب – كريم العطار')}<p>التاريخ: الأربعاء 20-3-2019</p><p>رقم العدد: 16936</p>`;
    expect(byline({ head, body })).toBe('كريم العطار');
  });

  it('beside a town at the end', () => {
    expect(byline({ head, body: withLine('', 'القاهرة: كريم العطار') })).toBe('كريم العطار');
  });

  it('not of who stands above values at the end', () => {
    const values = '<p>الهاتف: 12345</p><p>الموعد: الخميس</p>';
    expect(byline({ head, body: withLine('', 'القاهرة – جامعة الملك فهد') + values })).toBeNull();
  });

  it('of who stands behind outlet and desk, not of who speaks to the outlet', () => {
    const body = withLine(
      'الميناء/ وحدة التقارير/ من عبدالله القمري',
      'يقول بن عطار لـ«الميناء»: «كنا نصطاد هنا كل صباح».',
    );
    expect(byline({ head, body })).toBe('عبدالله القمري');
    for (const label of ['اقتصاد / من أسواق المال', 'الميناء / من هنا وهناك'])
      expect(byline({ head, body: withLine(label) })).toBeNull();
    const said = withLine('يقول بن عطار لـ«الميناء»: «كنا نصطاد هنا كل صباح».');
    expect(byline({ head, body: said })).toBeNull();
  });

  it.each([
    'بقلم سامي العطار لـ«الميناء»',
    'بيروت - سامي العطار لـ«الميناء»',
    'كتب سامي العطار لـ «الميناء»',
  ])('«%s»: of who writes for the outlet', (line) => {
    expect(byline({ head, body: withLine(line) })).toBe('سامي العطار');
  });

  it('not of whose picture it is, nor of a play with place and telephone at the end', () => {
    expect(byline({ head, above: '<p>صورة: نادر العطار - الميناء</p>' })).toBeNull();
    const play = '«حارس الفنار»: حتى نهاية الشهر - «مسرح البحر» (بيروت) - للاستعلام: 05/744033';
    expect(byline({ head, body: withLine('', play) })).toBeNull();
  });

  it('of a name below a headline that begins with an office', () => {
    const heading = '<h1>رئيس مجلس النواب يستقبل وفد الصيادين</h1>';
    expect(byline({ head, heading, above: '<p>كريم العطار</p>' })).toBe('كريم العطار');
  });

  it.each([
    ['محمد العطار - خان يونس - رويترز', 'محمد العطار'],
    ['محمد العطار | رويترز | مال وأعمال', 'محمد العطار'],
    ['بقلم: كريم العطار @karim', 'كريم العطار'],
  ])('«%s» is no other', (line, name) => expect(byline({ head, body: withLine(line) })).toBe(name));

  it('not of a quoted part of the headline', () => {
    const heading = '<h1>مهرجان البحيرة.. «شط عُمان»</h1>';
    const body = withLine('مسقط - كريم العطار');
    expect(byline({ head, heading, above: '<p>«شط عُمان»</p>', body })).toBe('كريم العطار');
  });

  it.each([
    'على هامش المنتدى',
    'الميناء - مزارع يقطف ثمار البن',
    'أم الصيادين أمام قاربها - الميناء',
    'info@harbour.example',
    'ترجمة الأمين القمري',
    'نادر العطار من الكويت: سنخرج إلى البحيرة.',
    'وحيد القرن',
    'صوت بيروت',
  ])('not «%s»', (line) => {
    const found = read({ head, above: `<p>${line}</p>` }).metadata.authors;
    expect(found.filter(({ role }) => role === 'author')).toEqual([]);
  });
});

describe('a day in the text’s first words, where no other is printed', () => {
  it.each([
    ['بنغازي 03 يوليو 2024 (الميناء) –', '2024-07-03'],
    ['طرابلس، 18 ديسمبر 2025 –', '2025-12-18'],
    ['أعلنت البلدية اليوم الأربعاء 23 أكتوبر 2019 أن الصيد ممنوع.', '2019-10-23'],
    ['قالت البلدية، السبت (21 أيلول 2019)، إن الصيد ممنوع.', '2019-09-21'],
  ])('«%s»', (first, day) => expect(published(first)).toBe(day));

  it('rather than the day the page is read', () => {
    const above = '<p>اليوم, 15:46</p>';
    const body = withLine(
      `قالت البلدية، اليوم الثلاثاء (20 حزيران 2023)، إن الصيد ممنوع. ${TEXT[0]}`,
    );
    expect(read({ above, body }).metadata.publishedTime).toBe('2023-06-20');
  });

  it.each([
    'في مثل هذا اليوم 23 يوليو 1952 غرق القارب.',
    'غرق القارب يوم الاثنين (14 تموز 1958) ولم ينج أحد.',
    'بيروت، 4 آب 2020: غرق القارب.',
    'ولد كبير الصيادين يوم الأربعاء 23 أكتوبر 1919 في القرية.',
    'غرق القارب (21 أيلول 1919) ولم ينج أحد.',
    'في 18 ديسمبر 2005 – يوم غرق القارب – لم يخرج أحد.',
  ])('not in «%s»', (first) => expect(published(first)).toBeNull());
});
