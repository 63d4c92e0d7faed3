import { describe, expect, it } from 'vitest';
import { jsonLd, meta, read, TEXT, TITLE, withLine } from './page.ts';

const times = (page: Parameters<typeof read>[0]) => {
  const { publishedTime, modifiedTime } = read(page).metadata;
  return [publishedTime, modifiedTime];
};

describe('published and modified', () => {
  it('come from the metadata with their time', () => {
    const head =
      meta('article:published_time', '2016-05-08T10:00:00+03:00') +
      meta('article:modified_time', '2016-05-09T11:00:00+03:00');
    expect(times({ head })).toEqual(['2016-05-08T10:00:00+03:00', '2016-05-09T11:00:00+03:00']);
  });

  it('come from the page where the metadata holds none', () => {
    const head = meta('article:published_time', '-0001-11-30T00:00:00+00:00');
    expect(times({ head, above: '<p>الأحد 8 أيار 2016 - 10:15</p>' })[0]).toBe(
      '2016-05-08T10:15:00',
    );
  });

  it('are told apart by their labels', () => {
    const above = '<p>آخر تحديث: 9 مايو 2016 - نشر في: 8 مايو 2016</p>';
    expect(times({ above })).toEqual(['2016-05-08', '2016-05-09']);
    expect(times({ above: '<p>تاريخ النشر:</p><p>8 مايو 2016</p>' })[0]).toBe('2016-05-08');
  });

  it('stand beside place, outlet and author, parted by dashes and signs', () => {
    const above = '<p>طنجة- الميناء- نادر العطار # الأحد، 08 مايو 2016 06:12 م بتوقيت غرينتش</p>';
    expect(times({ above })[0]).toBe('2016-05-08T18:12:00Z');
  });

  it('are not since when the author has had an account', () => {
    const account = '<p>تاريخ التسجيل : 04/11/2010</p>';
    expect(times({ above: account })[0]).toBeNull();
    expect(times({ above: `${account}<p>الأحد 8 أيار 2016</p>` })[0]).toBe('2016-05-08');
  });

  it('an update alone stands in for publication', () => {
    expect(times({ above: '<p>آخر تحديث 9 مايو 2016</p>' })).toEqual(['2016-05-09', '2016-05-09']);
  });

  it('drop a Z from what the page prints as its local time', () => {
    const head = meta('article:published_time', '2016-05-08T10:15:00Z');
    expect(times({ head, above: '<p>8 مايو 2016 10:15</p>' })[0]).toBe('2016-05-08T10:15:00');
    expect(times({ head, above: '<p>8 مايو 2016 13:15</p>' })[0]).toBe('2016-05-08T10:15:00Z');
  });

  it('are never today’s date in the page’s head', () => {
    const page = { heading: `<h1>${TITLE}</h1>`, above: '' };
    expect(times({ ...page, url: 'https://news.example/2016/5/8/lake' })[0]).toBe('2016-05-08');
    expect(
      times({ ...page, below: `${'<p>قائمة</p>'.repeat(9)}<p>9 مايو 2016</p>` })[0],
    ).toBeNull();
  });

  it('stand below the text behind empty lines', () => {
    expect(times({ below: `${'<p></p>'.repeat(9)}<p>الاثنين 2 مارس 2020</p>` })[0]).toBe(
      '2020-03-02',
    );
  });

  it('are not looked for far below a text of one paragraph', () => {
    const below = `<p></p>${'<p>قائمة</p>'.repeat(9)}<p>8 مايو 2016</p><p></p>`;
    expect(times({ body: `<p>${TEXT[0]}</p>`, below })[0]).toBeNull();
  });

  it('but that of a paper’s issue where there is no other', () => {
    const heading = `<p>السبت 14 تشرين الثاني 2009 - السنة السادسة - العدد 11421</p>${'<p>قائمة</p>'.repeat(9)}<h1>${TITLE}</h1>`;
    expect(times({ heading, above: '' })[0]).toBe('2009-11-14');
    expect(times({ heading, above: '<p>8 مايو 2016</p>' })[0]).toBe('2016-05-08');
    const latin = heading.replace(/<p>السبت.*?<\/p>/, '<p>Friday 12/06/2009 G Issue 9406</p>');
    expect(times({ heading: latin, above: '' })[0]).toBe('2009-06-12');
    expect(times({ heading: heading.replace('العدد', 'رقم'), above: '' })[0]).toBeNull();
    const today = heading.replace('14 تشرين الثاني 2009', '24 تشرين الثاني 2026');
    expect(times({ heading: today, above: '' })[0]).toBeNull();
  });

  it('stand in a long line of parts that is no paragraph', () => {
    const above =
      '<p>الكاتب: الميناء/ نادر العطار الصغير | عدد المشاهدات: 1870 | 2015/01/19 (12:01 صباحا) - العدد 3264</p>';
    expect(times({ above })[0]).toBe('2015-01-19T00:01:00');
    expect(times({ body: withLine(above) })[0]).toBe('2015-01-19T00:01:00');
  });

  it('may stand below the text', () => {
    expect(times({ below: '<p>نشر بتاريخ 8 مايو 2016</p>' })[0]).toBe('2016-05-08');
  });

  it.each([
    ['الأحد 12 رجب 1445 - 24 يناير 2024', '2024-01-24'],
    ['2024-01-05 | 14:30', '2024-01-05T14:30:00'],
    ['نُشر في 12/01/2024 | رياضة | 304 مشاهدة', '2024-01-12'],
    ['مارس 18, 2017 رأينا اليوم, كتاب الصوت 5 تعليقات 21,443 زيارة', '2017-03-18'],
    ['بواسطة نادر العطار - 5 يناير 2024', '2024-01-05'],
    ['منذ يومين', '2026-11-22'],
    ['قبل 3 ساعات | محليات', '2026-11-24T09:00:00Z'],
    ['5 أيام مضت', '2026-11-19'],
  ])('stand in «%s»', (line, value) => expect(times({ above: `<p>${line}</p>` })[0]).toBe(value));

  it('are in no sentence, however short', () => {
    expect(times({ body: withLine('في 8 مايو 1956 ولد الصياد الأول.') })[0]).toBeNull();
  });

  it('may be relative', () => {
    expect(times({ above: '<p>قبل 5 أيام</p>' })[0]).toBe('2026-11-19');
  });

  it('are not the dates the text tells of', () => {
    expect(
      times({ body: withLine('ولد الصياد الأول في 8 مايو 1956 على شاطئ البحيرة وعاش هناك') })[0],
    ).toBeNull();
  });
});

describe('JSON-LD that is broken', () => {
  it.each([
    ['{"@type":"NewsArticle","headline":"سطر\nآخر","datePublished":"2016-05-08",}', '2016-05-08'],
    ['/*<![CDATA[*/{"@type":"NewsArticle","datePublished":"2016-05-08"}/*]]>*/', '2016-05-08'],
    ['<!-- {"@type":"Article","datePublished":"2016-05-08"} -->', '2016-05-08'],
    ['{"@type":"NewsArticle", "datePublished":', null],
    ['[]', null],
    ['null', null],
  ])('%s', (script, date) => expect(times({ head: jsonLd(script) })[0]).toBe(date));

  it('may refer to itself', () => {
    const deep = `${'{"@graph":['.repeat(300)}${']}'.repeat(300)}`;
    expect(times({ head: jsonLd(deep) })[0]).toBeNull();
  });
});
