import { describe, expect, it } from 'vitest';
import { jsonLd, meta, read, TEXT, TITLE, withLine } from './page.ts';

const byline = (page: Parameters<typeof read>[0]) => read(page).metadata.byline;

describe('byline with a label', () => {
  it.each([
    ['بقلم: نادر العطار', 'نادر العطار'],
    ['بقلم الكاتب / نادر العطار', 'نادر العطار'],
    ['كتب ـ نادر العطار', 'نادر العطار'],
    ['كتبت: سلمى العطار', 'سلمى العطار'],
    ['كتبت: سلمى العطار ·', 'سلمى العطار'],
    ['كتب نادر العطار', 'نادر العطار'],
    ['إعداد: سلمى العطار', 'سلمى العطار'],
    ['تقرير: سلمى العطار - الرباط', 'سلمى العطار'],
    ['حاورته: سلمى العطار', 'سلمى العطار'],
    ['12 مايو 2016 | بقلم نادر العطار | رأي', 'نادر العطار'],
    ['نُشر بواسطة: نادر العطار', 'نادر العطار'],
    ['بواسطة نادر العطار - 5 يناير 2024', 'نادر العطار'],
    ['كتبه / نادر العطار', 'نادر العطار'],
    ['تمت الكتابة بواسطة: سلمى العطار آخر تحديث: ٠٧:٤٥ ، ١٤ يناير ٢٠٢٢', 'سلمى العطار'],
    [
      'تمت الكتابة بواسطة: سلمى العطار تدقيق: لبنى القمري آخر تحديث: ٠٧:٤٥ ، ١٤ يناير ٢٠٢٢',
      'سلمى العطار',
    ],
    ['كتب: نادر العطار تصوير: كريم القمري', 'نادر العطار'],
    ['الكاتب: د. نادر العطار | آخر تحديث: 5 يناير 2024', 'د. نادر العطار'],
    ['✍️ بقلم نادر العطار', 'نادر العطار'],
    ['مراسل الميناء: نادر العطار', 'نادر العطار'],
    ['من إعداد: سلمى العطار', 'سلمى العطار'],
    ['أجرت الحوار: سلمى العطار', 'سلمى العطار'],
    ['كتابة: يارا القمري وكريم العطار', 'يارا القمري وكريم العطار'],
    ['14 فيفري 2021 (20:11) - حاورته في بسكرة: سلمى العطار', 'سلمى العطار'],
    ['كتب في صور القديمة: نادر العطار', 'نادر العطار'],
    ['تحقيق: شهرزاد القمري', 'شهرزاد القمري'],
    ['المصدر: جريدة الشاطئ - نادر العطار', 'نادر العطار'],
    ['طنجة - علي بن عيسى', 'علي بن عيسى'],
    ['طنجة – كتب : علي القمري –', 'علي القمري'],
    ['كتب: علي القمري', 'علي القمري'],
    ['كتب و تصوير : خادم القمري', 'خادم القمري'],
    ['تقرير وتصوير: سلمى العطار، مراسلة الشاطئ', 'سلمى العطار'],
    ['بقلم العميد المتقاعد سورين القمري', 'العميد المتقاعد سورين القمري'],
    ['طنجة - نادر العطار-', 'نادر العطار'],
    ['by Claire Martin', 'Claire Martin'],
    ['By Claire Martin 18 March 2015', 'Claire Martin'],
    ['By Claire Martin 2 hours ago', 'Claire Martin'],
    ['Par : Claire Martin', 'Claire Martin'],
  ])('%s', (line, name) => {
    expect(byline({ above: `<p>${line}</p>` })).toBe(name);
    expect(byline({ body: withLine(line) })).toBe(name);
  });

  it.each([
    'كتب الصيادون رسالة إلى البلدية',
    'تقرير من البحيرة: أسعار السمك ترتفع',
    'تقرير: أسعار السمك ترتفع',
    'تحقيق جديد في غرق القارب',
    'كتب الصحيفة',
    'الشاعر الكبير',
    'كتب الشاعر محمود درويش:',
    'العقيد يزور الميناء',
    'ميس الجبل',
    'الأكاديمية العربية للبحار',
    'السلام عليكم ورحمة الله وبركاته',
    'واستقم كما أمرت',
    'أُعد بالذكاء الاصطناعي',
  ])('not in «%s»', (line) => expect(byline({ above: `<p>${line}</p>` })).toBeNull());

  it.each([
    'كاتب وصحفي يمني، يكتب في الشؤون السياسية والاقتصادية منذ عام 2005.',
    'كاتبة وأكاديمية سعودية',
    'مراسل صحفي من اليمن',
    'محررة أخبار',
    'مؤلف وكاتب سيناريو سوري',
  ])('not in what tells of the author, who is named above it: %s', (profession) => {
    const below = `<div><h4>نادر العطار</h4><p>${profession}</p></div>`;
    expect(byline({ below })).toBe('نادر العطار');
    expect(byline({ above: '<p>كتبت: سلمى العطار</p>', below })).toBe('سلمى العطار');
    expect(byline({ below: below + below.replace('نادر', 'سامي') })).toBeNull();
  });

  it.each(['مقالات أخرى للكاتب', 'جميع مقالات الكاتبة', 'المزيد من مقالات الكاتب', 'أرشيف الكاتب'])(
    'but in the name above «%s»',
    (link) => {
      const card = (name: string) => `<div><p>${name}</p><p><a href="/w/7">${link}</a></p></div>`;
      expect(byline({ below: card('طانيوس العطار') })).toBe('طانيوس العطار');
      expect(byline({ below: card('طانيوس العطار') + card('سلمى العطار') })).toBeNull();
    },
  );

  it('not in the title of a book', () => {
    expect(byline({ below: '<p>مؤلف كتاب «حكاية البحيرة»</p>' })).toBeNull();
  });

  it('not of who comments below the text, nor of who translated a book in its notes', () => {
    const below = '<p>تعليقات القراء</p><p>العنوان: شكرا</p><p>الاسم: نادر العطار</p>';
    expect(byline({ below })).toBeNull();
    const counted = '<p>0 تعليقات</p><p>بقلم: نادر العطار</p>';
    expect(byline({ below: counted })).toBe('نادر العطار');
    const notes =
      '<p>[1] غاستون باشلار، جماليات المكان، ترجمة نادر العطار، بيروت، 1984.</p><p>(2) رواه أبو داود والنسائي.</p>';
    expect(byline({ body: withLine('') + notes })).toBeNull();
    expect(byline({ body: withLine('') + notes.replace('[1]', '[١]') })).toBeNull();
    const named = '<p>(1) بقلم: نادر العطار</p>';
    expect(byline({ body: withLine('') + named })).toBe('نادر العطار');
  });

  it('label and name in two lines', () => {
    expect(byline({ above: '<p>الكاتب:</p><p>نادر العطار</p>' })).toBe('نادر العطار');
  });

  it('below the headline, where a part of the text has its words again', () => {
    const body = `<p>${TEXT[0]}</p><h2>${TITLE}</h2><p>${TEXT.join('</p><p>')}</p>`;
    const contents = `<ul>${'<li>الريح والموج</li>'.repeat(7)}</ul>`;
    const above = `<p>بقلم: نادر العطار</p>${contents}`;
    expect(byline({ above, body })).toBe('نادر العطار');
  });

  it('in the headline', () => {
    const heading = `<h1>${TITLE} - بقلم د. نادر العطار</h1>`;
    expect(byline({ heading })).toBe('د. نادر العطار');
  });

  it('outranks the metadata, which names the account', () => {
    const head = meta('author', 'هدى الكيلاني');
    expect(byline({ head, above: '<p>بقلم: نادر العطار</p>' })).toBe('نادر العطار');
  });

  it('gives each his role', () => {
    const { authors } = read({
      above: '<p>حاوره: نادر العطار</p><p>ترجمة: سلمى العطار</p><p>تصوير: كريم العطار</p>',
    }).metadata;
    expect(authors).toEqual([
      { name: 'نادر العطار', role: 'interviewer' },
      { name: 'سلمى العطار', role: 'translator' },
      { name: 'كريم العطار', role: 'photographer' },
    ]);
  });

  it('names who published it only where nobody else is named', () => {
    const above = '<p>المحرر: كريم العطار</p>';
    expect(byline({ above })).toBe('كريم العطار');
    expect(byline({ above, head: meta('author', 'نادر العطار') })).toBe('نادر العطار');
  });
});

describe('byline from metadata', () => {
  it('JSON-LD in every shape', () => {
    const article = { '@type': 'NewsArticle', headline: TITLE };
    const person = { '@type': 'Person', '@id': '#p', name: 'نادر العطار' };
    for (const data of [
      { ...article, author: person },
      [{ ...article, author: [person] }],
      { '@graph': [{ ...article, author: { '@id': '#p' } }, person] },
      { ...article, author: 'نادر العطار' },
    ]) {
      expect(byline({ head: jsonLd(data) })).toBe('نادر العطار');
    }
  });

  it('without its city', () => {
    expect(byline({ head: meta('author', 'الرباط ــ نادر العطار') })).toBe('نادر العطار');
  });

  it.each(['admin', 'فريق التحرير', 'https://news.example/u/1', 'موقع الشراع'])(
    'not «%s»',
    (author) => {
      const head = meta('author', author) + meta('og:site_name', 'الشراع');
      expect(byline({ head })).toBeNull();
    },
  );

  it('a Latin account name on an Arabic page only if written like a person', () => {
    expect(byline({ head: meta('author', 'bassam99') })).toBeNull();
    expect(byline({ head: meta('author', 'Claire Martin') })).toBe('Claire Martin');
    const above = '<p>نادر العطار</p>';
    expect(byline({ head: meta('author', 'Claire Martin'), above })).toBe('نادر العطار');
  });
});

describe('byline without a label', () => {
  it('of an element that says it is the author', () => {
    const above = '<p><a rel="author" href="/u/3">شهرزاد القمري</a></p><p>8 مايو 2016</p>';
    expect(byline({ above })).toBe('شهرزاد القمري');
  });

  it.each(['sc-author__name', 'Story_authorName__x4Tq', 'meta-author-name', 'article-author'])(
    'of an element whose class a system has built around the word: %s',
    (name) => {
      const above = `<p><span class="${name}">آيتاج أوزدمير - ماردين</span></p>`;
      expect(byline({ above })).toBe('آيتاج أوزدمير');
    },
  );

  it.each([
    ['الميناء - عبد الصمد ودغيري من أرفود', 'عبد الصمد ودغيري'],
    ['خاص الميناء ـ ج. معلوف (البترون)', 'ج. معلوف'],
    ['پولين كرم', 'پولين كرم'],
    ['ليلى بن عمار تابِع', 'ليلى بن عمار'],
    ['شمال البحيرة ــ مصطفى ودغيري:', 'مصطفى ودغيري'],
  ])('with place and outlet in such an element: %s', (line, name) => {
    expect(byline({ above: `<p class="author">${line}</p>` })).toBe(name);
  });

  it('of the part of such an element that names somebody', () => {
    const above =
      '<div class="byline"><p class="name">أنور الحكيمي</p> <p class="role">ميم نون راء - سرادق</p></div>';
    expect(byline({ above })).toBe('أنور الحكيمي');
  });

  it('below a deck that is the text’s first line', () => {
    const above =
      '<section data-article><h2>حكاية صيادين عادوا من البحيرة قبل أن تشتد الريح، وواحد منهم وقف على الشاطئ يعد القوارب حتى رجع آخرها عند الغروب</h2></section><p>كتابة: سلمى العطار</p>';
    const heading = `<p>تصوير: عباس القمري</p><h1>${TITLE}</h1>`;
    expect(byline({ heading, above })).toBe('سلمى العطار');
  });

  it('not a place beside the outlet alone', () => {
    const head = meta('og:site_name', 'الميناء');
    expect(byline({ head, body: withLine('الميناء – سرادق') })).toBeNull();
    expect(byline({ head, body: withLine('الميناء: جريدة سرادق') })).toBe('جريدة سرادق');
  });

  it('not of who took the picture', () => {
    expect(byline({ above: '<p>(أرشيف - عباس القمري)</p>' })).toBeNull();
    const head = meta('og:site_name', 'الميناء');
    const caption = 'قوارب الصيد على ضفة البحيرة الشمالية صباح أمس (الميناء/ عباس القمري)';
    expect(byline({ head, above: `<p>${caption}</p>` })).toBeNull();
    const below = withLine('<strong>الميناء – طنجة (سلمى العطار)</strong>');
    expect(byline({ head, above: `<p>${caption}</p>`, body: below })).toBe('سلمى العطار');
  });

  it('not of another article’s card', () => {
    const below = `${'<p>سطر من قائمة أخرى</p>'.repeat(9)}<p class="author">شهرزاد القمري</p>`;
    expect(byline({ below })).toBeNull();
  });

  it.each([
    ['القاهرة - نادر العطار', 'نادر العطار'],
    ['نادر العطار – الدوحة', 'نادر العطار'],
    ['القاهرة ـ نادر العطار:', 'نادر العطار'],
    ['من نادر العطار', 'نادر العطار'],
    ['نادر العطار', 'نادر العطار'],
    ['نادر العطار: صحيفة الميناء', 'نادر العطار'],
  ])('«%s» at the head of the text', (line, name) =>
    expect(byline({ body: withLine(line) })).toBe(name),
  );

  it('in the dateline', () => {
    const body = `<p>طنجة (شمال) ـ من نادر العطار ـ ${TEXT[0]}</p><p>${TEXT[1]}</p><p>${TEXT[2]}</p>`;
    expect(byline({ body })).toBe('نادر العطار');
  });

  it('as signature', () => {
    expect(byline({ body: withLine('', 'د. نادر العطار') })).toBe('د. نادر العطار');
    expect(byline({ body: withLine('', `${TEXT[0]} (نادر العطار)`) })).toBe('نادر العطار');
  });

  it('in the title too', () => {
    const head = `<title>${TITLE} - شهرزاد القمري</title>${meta('og:site_name', 'الميناء')}`;
    expect(byline({ head, above: '<p>شهرزاد القمري</p>' })).toBe('شهرزاد القمري');
    const heading = '<h1>نادر العطار يكتب: حكاية يوم عاصف</h1>';
    expect(byline({ heading })).toBe('نادر العطار');
  });

  it.each([
    'وقال العطار إن الصيادين سيخرجون إلى البحيرة غدا كما يفعلون كل صباح، وإن الريح لن تمنع أحدا منهم بعد اليوم.',
    'وأضافت العطار أن الصيادين سيخرجون إلى البحيرة غدا كما يفعلون كل صباح، وأن الريح لن تمنع أحدا منهم بعد اليوم.',
    'سيخرج الصيادون إلى البحيرة غدا كما يفعلون كل صباح، هذا ما يراه كبيرهم نادر العطار الذي لا يخاف الريح ولا الموج.',
  ])('not who speaks in the headline: %s', (said) => {
    const heading = '<h1>نادر العطار: سنخرج إلى البحيرة غدا</h1>';
    const above = '<p><a href="/tag/1">نادر العطار</a></p>';
    expect(byline({ heading, above, body: withLine(said) })).toBeNull();
    expect(byline({ heading, above, body: withLine('') })).toBe('نادر العطار');
  });

  it.each([
    'شؤون عربية',
    'الصفحة الأخيرة',
    'سوريا | شؤون عسكرية',
    'حكاية يوم عاصف',
    'صيادو البحيرة',
  ])('not «%s»', (line) => {
    expect(byline({ above: `<p>${line}</p>` })).toBeNull();
    expect(byline({ body: withLine(line) })).toBeNull();
  });

  it.each(['من أوراق البحيرة', 'على الهامش'])('not the label «%s» above the headline', (label) => {
    expect(byline({ heading: `<p>${label}</p><h1>${TITLE}</h1>` })).toBeNull();
  });

  it('beside the outlet a text was taken from, in a line of its own', () => {
    expect(byline({ body: withLine('فينتان ماكارثي - «ذا وسترن ريفيو»') })).toBe('فينتان ماكارثي');
    expect(byline({ body: withLine('القاهرة - «البيان»') })).toBeNull();
  });

  it('as signature above the notes', () => {
    const notes =
      '<p>هوامش:</p><p>1- حكايات الصيادين، ص 12.</p><p>2- كتاب البحيرة، ص 40.</p><p>3- المرجع نفسه.</p>';
    expect(byline({ body: withLine('', 'نزيه العطار') + notes })).toBe('نزيه العطار');
  });

  it('never the site', () => {
    const head = meta('og:site_name', 'نادر العطار');
    expect(byline({ head, above: '<p>نادر العطار</p>' })).toBeNull();
  });
});

describe('agencies', () => {
  it.each([
    ['رويترز', 'رويترز'],
    ['دبي - رويترز', 'رويترز'],
    ['غزة - صفا', 'صفا'],
    ['الميناء | طنجة (أ ف ب)', 'أ ف ب'],
  ])('«%s» at the head of the text', (line, name) => {
    const { authors } = read({
      body: withLine(line),
      head: meta('og:site_name', 'الميناء'),
    }).metadata;
    expect(authors).toEqual([{ name, role: 'agency' }]);
  });

  it('in brackets at the end', () => {
    expect(byline({ body: withLine('', `${TEXT[0]} (رويترز)`) })).toBe('رويترز');
  });

  it('gives way to a person', () => {
    const above = '<p>بقلم: نادر العطار</p>';
    expect(byline({ above, body: withLine('', `${TEXT[0]} (رويترز)`) })).toBe('نادر العطار');
  });
});
