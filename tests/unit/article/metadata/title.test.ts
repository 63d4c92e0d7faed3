import { describe, expect, it } from 'vitest';
import { jsonLd, meta, read, TITLE, withLine } from './page.ts';

const title = (page: Parameters<typeof read>[0]) => read(page).metadata.title;

describe('title', () => {
  it('is the heading that says what the metadata says, as printed', () => {
    const head = `<title>صيادو البحيرة يروون حكاية يوم عاصف - الميناء</title>${meta('og:site_name', 'الميناء')}`;
    expect(title({ head, heading: '<h1>صيّادو البحيرة يروون حكاية يومٍ عاصف</h1>' })).toBe(
      'صيّادو البحيرة يروون حكاية يومٍ عاصف',
    );
  });

  it('is the one h1 where the metadata words the same matter otherwise', () => {
    const printed = 'حكاية صيادي البحيرة مع يوم عاصف';
    const head = `<title>قصة صيادي البحيرة كما لم تُرو من قبل</title>${meta('og:title', 'قصة صيادي البحيرة كما لم تُرو من قبل')}`;
    expect(title({ head, heading: `<h1>${printed}</h1>` })).toBe(printed);
  });

  it.each(['أخبار الميناء وأهله اليوم', 'حكايات صيادي الساحل'])(
    'is no h1 of other matter, or a section’s name: %s',
    (heading) => {
      const stated = 'قصة صيادي البحيرة كما لم تُرو من قبل';
      const head = `<title>${stated}</title>${meta('og:title', stated)}`;
      expect(title({ head, heading: `<h1>${heading}</h1>` })).toBe(stated);
    },
  );

  it('is no h1 with the site’s name that the title ends in', () => {
    const stated = 'قصة صيادي البحيرة كما لم تُرو من قبل';
    const head = `<title>${stated} | صحيفة الميناء الإخبارية</title>${meta('og:title', `${stated} | صحيفة الميناء الإخبارية`)}`;
    const heading = '<h1>صحيفة الميناء الإخبارية الأولى</h1>';
    expect(title({ head, heading })).toContain(stated);
  });

  it('is the line that says what the longest part of the title says', () => {
    const head = `<title>صحيفة الميناء :: بريد القراء :: قصيدة: ${TITLE}</title>`;
    expect(title({ head, heading: `<p>${TITLE}</p>` })).toBe(TITLE);
  });

  it('is no paper’s issue', () => {
    const head = '<title>Al Minaa Newspaper Sunday 08/05/2016 Issue 12252</title>';
    expect(title({ head, heading: `<p><b>${TITLE}</b></p>` })).toBe(TITLE);
  });

  it('is the last line in bold above the text where the metadata names an outlet alone', () => {
    const head = '<title>جريدة الميناء</title>';
    const heading = `<p>على الهامش</p><p><b>${TITLE}</b></p><p><b>نادر العطار</b></p><p>رأي <b>في البحر وأهله كلهم</b></p>`;
    expect(title({ head, heading })).toBe(TITLE);
    expect(title({ head, heading: `${heading}<h2>حكاية البحيرة</h2>` })).toBe('حكاية البحيرة');
    // A few words that the page prints nowhere above its text may name the section.
    const section = '<title>آفاق بحرية</title>';
    expect(title({ head: section, heading })).toBe(TITLE);
    const named = '<title>مركز الضياء البحري - أبحاث</title>';
    expect(title({ head: named, heading })).toBe(TITLE);
    expect(title({ head: section, heading: '' })).toBe('آفاق بحرية');
    const short = '<title>يوم على البحيرة</title>';
    expect(title({ head: short, heading: `<p>يوم على البحيرة</p>${heading}` })).toBe(
      'يوم على البحيرة',
    );
  });

  it('is the bold line of a text from a word processor, above its byline', () => {
    const head = '<title>الميناء</title>';
    const heading = `<p><b>${TITLE}</b><span></span></p><p><b>الميناء - نادر العطار</b><span></span></p>`;
    expect(title({ head, heading })).toBe(TITLE);
  });

  it('is none that begins with an outlet and says what happened, nor the site’s name or a section', () => {
    const name = 'وكالة الأنباء (مينا) تنشر صور السفينة الغارقة';
    const heading = `<h1>${name}</h1><h2>ثقافة</h2>`;
    expect(title({ head: meta('og:title', name), heading })).toBe(name);
    const head = '<title>نتائج المباراة النهائية في بطولة السلة | المرفأ</title>';
    expect(title({ head, heading: '<h1>المرفأ</h1>' })).toBe(
      'نتائج المباراة النهائية في بطولة السلة | المرفأ',
    );
  });

  it('is the heading that is one part of a title which begins with what the site is', () => {
    const head = '<title>Minaa - الميناء جريدة إلكترونية مغربية | القارب المكسور</title>';
    expect(title({ head, heading: '<h2>القارب المكسور</h2>' })).toBe('القارب المكسور');
  });

  it('is a heading of any level where the page calls itself the home page', () => {
    const head = '<title>الميناء - الصفحة الرئيسية</title>';
    expect(title({ head, heading: `<h5>${TITLE}</h5>` })).toBe(TITLE);
  });

  it('is no heading of the site, section or column', () => {
    const head = meta('og:title', TITLE);
    expect(title({ head, heading: `<h1>الميناء</h1><h1>عاجل</h1><h2>${TITLE}</h2>` })).toBe(TITLE);
  });

  it('is the heading where the metadata is the home page’s, or JSON-LD’s where only it speaks', () => {
    const home = `<title>الميناء | الصفحة الرئيسية</title>${meta('og:title', 'الميناء - أخبار البحر')}`;
    expect(title({ head: home })).toBe(TITLE);
    const article = jsonLd({ '@type': 'NewsArticle', headline: TITLE });
    const head = `<title>الميناء</title>${article}`;
    expect(title({ head, heading: '<p>الميناء</p>' })).toBe(TITLE);
  });

  it('is the entry’s name where an encyclopedia states in JSON-LD what the entry is about', () => {
    const about = jsonLd({
      '@type': 'Article',
      name: 'المرسى',
      headline: 'مدينة على الساحل الشرقي',
    });
    const head = `<title>المرسى - موسوعة البحر</title>${about}`;
    expect(title({ head, heading: '<h1>المرسى</h1>' })).toBe('المرسى');
    const section = `<title>مجتمع - الميناء</title>${jsonLd({ '@type': 'NewsArticle', headline: TITLE })}`;
    expect(title({ head: section, heading: `<h1>مجتمع</h1><h2>${TITLE}</h2>` })).toBe(TITLE);
    const logo = `<title>الميناء</title>${jsonLd({ '@type': 'NewsArticle', headline: TITLE })}`;
    expect(title({ head: logo, heading: `<h1>الميناء</h1><h2>${TITLE}</h2>` })).toBe(TITLE);
  });

  it('is found where it stands in no heading', () => {
    const head = `<title>الميناء :: ${TITLE} 19/11/2010</title>`;
    expect(title({ head, heading: `<p>${TITLE}</p>` })).toBe(TITLE);
  });

  it('drops the site and the author from the metadata', () => {
    const head = `<title>${TITLE} | الميناء</title>${meta('og:title', `${TITLE} | الميناء`)}${meta('og:site_name', 'الميناء')}`;
    expect(title({ head, heading: '' })).toBe(TITLE);
    const authored = meta('og:title', `${TITLE} - شهرزاد القمري`);
    expect(title({ head: authored, above: '<h2>شهرزاد القمري</h2>' })).toBe(TITLE);
  });

  it('keeps a dash of its own', () => {
    const own = 'كر وفر - حكاية صيادي البحيرة';
    expect(title({ head: meta('og:title', own), heading: `<h1>${own}</h1>` })).toBe(own);
  });

  it('goes on where the metadata was cut', () => {
    const head = jsonLd({ '@type': 'NewsArticle', headline: 'صيادو البحيرة يروون حكاية' });
    expect(title({ head })).toBe(TITLE);
  });

  it('believes no headline in the metadata that is a section', () => {
    const head = `<title>${TITLE} - الميناء</title>${meta('og:title', `${TITLE} - الميناء`)}${jsonLd({ '@type': 'Article', headline: 'مدونة' })}`;
    expect(title({ head, above: '<h3>مدونة</h3>' })).toBe(TITLE);
  });

  it('where the metadata is the home page’s, is the last heading before the text', () => {
    const head = `<title>الميناء</title>${meta('og:title', 'الميناء')}${meta('og:site_name', 'الميناء')}`;
    expect(title({ head, heading: `<h1>الميناء</h1><h2>${TITLE}</h2>` })).toBe(TITLE);
  });
});

describe('kicker and deck', () => {
  it('are the headings around the headline', () => {
    const deck = 'عادوا إلى الشاطئ سالمين بعد ساعات من الانتظار وسط الموج العالي';
    const { metadata } = read({
      head: meta('og:title', TITLE),
      heading: `<h3>من دفتر البحر</h3><h1>${TITLE}</h1>`,
      above: `<h2>${deck}</h2>`,
    });
    expect(metadata.kicker).toBe('من دفتر البحر');
    expect(metadata.deck).toBe(deck);
  });

  it('are no share words, date or repeated first paragraph', () => {
    const { metadata } = read({
      head: meta('og:title', TITLE),
      heading: `<h3>8 مايو 2016</h3><h1>${TITLE}</h1>`,
      above: '<h2>شارك</h2>',
    });
    expect(metadata.kicker).toBeNull();
    expect(metadata.deck).toBeNull();
  });
});

describe('lines of the text that are not its text', () => {
  it('are told with their reason', () => {
    const { ownLines } = read({
      head: meta('og:site_name', 'الميناء'),
      body: withLine(`${TITLE}</p><p>بقلم: نادر العطار</p><p>8 مايو 2016`),
    });
    expect(ownLines.map(({ line, reason }) => [line.text, reason])).toEqual([
      [TITLE, 'repeated-headline'],
      ['بقلم: نادر العطار', 'byline'],
      ['8 مايو 2016', 'date'],
    ]);
  });

  it('are told in one line with the counter and the number of the issue', () => {
    const line =
      'الكاتب: الميناء/ نادر العطار الصغير | عدد المشاهدات: 1870 | 2015/01/19 (12:01 صباحا) - العدد 3264';
    const { ownLines } = read({ head: meta('og:site_name', 'الميناء'), body: withLine(line) });
    expect(ownLines.map(({ line: { text }, reason }) => [text, reason])).toEqual([
      [line, 'byline'],
    ]);
  });

  it('leave sentences that hold a name or a date', () => {
    const { ownLines } = read({
      above: '<p>بقلم: نادر العطار</p>',
      body: withLine('التقى نادر العطار صيادي البحيرة', 'كان ذلك في 8 مايو 2016 على الشاطئ الشرقي'),
    });
    expect(ownLines).toEqual([]);
  });

  it('takes what a list says of the author, with its label, and leaves a list that says something else', () => {
    const details =
      '<p>Article information</p><ul><li>Author, نادر العطار</li><li>Role, صحيفة الميناء</li></ul>';
    const { ownLines, metadata } = read({ body: `${details}${withLine('')}` });
    expect(metadata.byline).toBe('نادر العطار');
    expect(ownLines.map(({ line }) => line.text).toSorted()).toEqual([
      'Article information',
      'Author, نادر العطار',
      'Role, صحيفة الميناء',
    ]);
    const plain = read({
      body: `<p>بقلم: نادر العطار</p><ul><li>قارب جديد</li></ul>${withLine('')}`,
    });
    expect(plain.ownLines.map(({ line }) => line.text)).toEqual(['بقلم: نادر العطار']);
  });
});
