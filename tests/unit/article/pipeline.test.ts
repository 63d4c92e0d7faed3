import { describe, expect, it } from 'vitest';
import type { Article } from '../../../utils/article/article.ts';
import { extractArticle } from '../../../utils/article/extract.ts';
import { extract, linesOf } from './pages.ts';

const P = [
  'قررت جماعة الوادي الأخضر تخصيص ثلاثة ملايين درهم لترميم السوق القديم، على أن تنطلق الأشغال مطلع الربيع المقبل وتستمر ثمانية أشهر.',
  'وقال رئيس الجماعة إن التجار سينقلون مؤقتا إلى ساحة مجاورة جُهزت بالماء والكهرباء، وإن كراء المحلات لن يتغير بعد انتهاء الأشغال.',
  'ورحبت جمعية التجار بالقرار، لكنها طالبت بالحفاظ على الأقواس الخشبية التي يعود بعضها إلى القرن التاسع عشر وبعدم هدم السقاية.',
  'ومن المرتقب أن يُعرض التصميم النهائي على السكان خلال الأسبوعين القادمين قبل عرضه للمصادقة في دورة المجلس العادية.',
];
const TITLE = 'ثلاثة ملايين درهم لترميم السوق القديم في الوادي الأخضر';

const page = (body: string, head = '') =>
  `<!doctype html><html lang="ar" dir="rtl"><head><title>${TITLE} | جريدة الوادي</title>${head}</head>` +
  `<body><header><nav><a href="/">الرئيسية</a> <a href="/s">سياسة</a></nav></header><main><article><h1>${TITLE}</h1>${body}</article></main>` +
  '<footer><p>© 2026 جريدة الوادي — جميع الحقوق محفوظة</p></footer></body></html>';
const paragraphs = (texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('\n');

function read(markup: string): Article {
  const extraction = extract(markup);
  if (!extraction.ok) throw new Error(`refused: ${extraction.reason}`);
  return extraction.article;
}
const linesIn = (markup: string) => linesOf(read(markup).html);

describe('repeats', () => {
  it('takes a sub-heading that comes again between repeated paragraphs, and leaves a refrain', () => {
    const poem = ['يا سوقنا القديم', 'كم مرّ بك من عابر', 'يا سوقنا القديم', 'كم نام فيك من حمام'];
    const text = [P[0]!, 'موقف التجار', P[1]!, P[2]!, ...poem];
    expect(linesIn(page(paragraphs([...text, 'موقف التجار', P[1]!, P[2]!])))).toEqual(text);
  });

  it('leaves placeholder text, and knows it by its first paragraph', () => {
    const filler =
      'هذا النص هو مثال لنص يمكن أن يستبدل في نفس المساحة، لقد تم توليد هذا النص من مولد النص العربى.';
    const specimen = [filler, P[0]!, filler, P[0]!];
    expect(linesIn(page(paragraphs(specimen)))).toEqual(specimen);
    expect(linesIn(page(paragraphs([...P, filler, ...P])))).toEqual([...P, filler]);
  });

  it('takes a pull quote made of a sentence of the text', () => {
    const quote = '«لن يتغير كراء المحلات بعد انتهاء الأشغال»';
    const said = `${P[1]} وأضاف أنه لن يتغير كراء المحلات بعد انتهاء الأشغال في أي حال.`;
    const article = read(
      page(`<p>${P[0]}</p><blockquote>${quote}</blockquote><p>${said}</p><p>${P[2]}</p>`),
    );
    expect(linesOf(article.html)).toEqual([P[0], said, P[2]]);
    expect(article.removals).toContainEqual(
      expect.objectContaining({ step: 'repeats', reason: 'pull-quote', at: article.blocks[1] }),
    );
  });

  it('keeps a quotation that says something of its own', () => {
    const quote = 'كنت أبيع القمح هنا مع أبي، ولا أعرف مكانا آخر يشبه هذا السوق في المدينة كلها.';
    expect(
      linesIn(page(`<p>${P[0]}</p><blockquote>${quote}</blockquote>${paragraphs(P.slice(1))}`)),
    ).toEqual([P[0], quote, ...P.slice(1)]);
  });

  it('keeps cells that say the same', () => {
    const row = (name: string) => `<tr><th>${name}</th><td>مفتوح</td><td>مفتوح</td></tr>`;
    const table = `<table>${row('الاثنين')}${row('الثلاثاء')}${row('الأربعاء')}</table>`;
    const article = read(page(`${paragraphs(P.slice(0, 2))}${table}${paragraphs(P.slice(2))}`));
    expect(article.html.match(/مفتوح/g)).toHaveLength(6);
  });
});

describe('inner noise', () => {
  it('takes a read-also label with the links it announces', () => {
    const noise =
      '<p>اقرأ أيضا:</p><p><a href="/1">افتتاح معرض الصناعة التقليدية</a></p><p><a href="/2">برنامج أسبوع السينما</a></p>';
    const article = read(page(`${paragraphs(P.slice(0, 2))}${noise}${paragraphs(P.slice(2))}`));
    expect(linesOf(article.html)).toEqual(P);
    expect(article.removals).toContainEqual(
      expect.objectContaining({ step: 'inner-noise', reason: 'read-also', at: article.blocks[2] }),
    );
  });

  it('takes channel addresses with their labels, and all that follows the closing phrase', () => {
    const tail = ['المصدر: وكالات', 'قناتنا على تيليجرام:', 'https://t.me/example_channel'];
    const article = read(page(paragraphs([...P, ...tail])));
    expect(linesOf(article.html)).toEqual(P);
    expect(article.endNotes).toEqual(['المصدر: وكالات']);
  });

  it('takes an invitation among short lines, and leaves the lines below it', () => {
    const sayings = [
      'من جد وجد ومن زرع حصد في كل زمان.',
      'الجار قبل الدار والرفيق قبل الطريق الطويل.',
      'يد واحدة لا تصفق مهما طال بها الوقت.',
      'خير الكلام ما قل ودل ولم يطل فيمل.',
      'اطلبوا العلم من المهد إلى اللحد بلا ملل.',
      'كل إناء بما فيه ينضح عاجلا أو آجلا.',
    ];
    const invitation = 'تابعوا آخر أخبارنا عبر قناتنا على تليغرام';
    const lines = [...sayings.slice(0, 3), invitation, ...sayings.slice(3)];
    expect(linesIn(page(paragraphs(lines)))).toEqual(sayings);
  });

  it('keeps a sentence that begins like a label, and a paragraph that is mostly one link', () => {
    const sentence =
      'وتابع المتحدث أن الأشغال ستتم ليلا حتى لا تتعطل حركة السير في الشوارع المحيطة بالسوق.';
    const study =
      '<p><a href="https://uni.example/study">الدراسة التي أنجزتها كلية الهندسة حول الأقواس الخشبية</a>، وهي متاحة للعموم.</p>';
    const texts = linesIn(
      page(`<p>${P[0]}</p><p>${sentence}</p>${study}${paragraphs(P.slice(1))}`),
    );
    expect(texts).toHaveLength(6);
    expect(texts[1]).toBe(sentence);
  });
});

describe('what a reader sees of it', () => {
  it('keeps headings, lists, links, pictures with captions; absolute, once, without empty elements', () => {
    const body = `${paragraphs(P.slice(0, 2))}<h2>مراحل الأشغال</h2><ul><li>نقل التجار</li><li>ترميم الأقواس</li></ul>
      <figure><img src="data:image/gif;base64,R0lGOD" data-src="/img/souk.jpg" alt="السوق"><figcaption>السوق القديم قبل الترميم</figcaption></figure>
      <p>${P[2]} <a href="../plan">التصميم</a></p><div><div></div></div><p>&nbsp;</p><p>${P[3]}</p>`;
    const { html } = read(page(body, '<base href="https://cdn.example/a/b/">'));
    expect(html).toContain(
      '<h2>مراحل الأشغال</h2><ul><li>نقل التجار</li><li>ترميم الأقواس</li></ul>',
    );
    expect(html).toContain('src="https://cdn.example/img/souk.jpg"');
    expect(html).toContain('<figcaption>السوق القديم قبل الترميم</figcaption></figure>');
    expect(html).toContain('href="https://cdn.example/a/plan"');
    expect(html).not.toMatch(/<(p|div|span|h2|li)[^>]*>\s*<\/\1>/);
    expect(html).not.toMatch(/<(?:div|span|section)/);
  });

  it('is the same when read again', () => {
    const first = read(page(paragraphs(P)));
    expect(linesIn(page(first.html))).toEqual(linesOf(first.html));
  });

  it('says when the page has a further part', () => {
    const next = '<link rel="next" href="/news/story-2026.html?page=2">';
    expect(read(page(paragraphs(P), next))).toMatchObject({
      complete: false,
      incompleteReason: 'next-page',
    });
    const other = '<link rel="next" href="/news/another-story.html">';
    expect(read(page(paragraphs(P), other))).toMatchObject({
      complete: true,
      incompleteReason: null,
    });
  });
});

describe('the page', () => {
  it('is not changed', () => {
    const live = new DOMParser().parseFromString(page(paragraphs(P)), 'text/html');
    const before = live.documentElement.outerHTML;
    extractArticle(live, { url: 'https://news.example/a/b' });
    expect(live.documentElement.outerHTML).toBe(before);
  });

  it.each([
    ['error-page', '<h1>404</h1><p>الصفحة غير موجودة</p>'],
    ['login', '<h1>تسجيل الدخول</h1><form><input type="password"><p>أدخل كلمة السر</p></form>'],
    ['too-little-text', '<h1>صورة اليوم</h1><p>الميناء صباحا.</p>'],
  ])('is refused as %s', (reason, body) => {
    const markup = `<!doctype html><html lang="ar"><head><title>جريدة</title></head><body>${body}</body></html>`;
    expect(extract(markup)).toMatchObject({ ok: false, reason });
  });
});

describe('what stands around the text', () => {
  const notice =
    'الآراء الواردة في التعليقات تعبر عن أصحابها وحدهم ولا تعبر بأي حال عن رأي الجريدة التي تحتفظ بحق حذف ما تراه مخالفا.';
  const around = (more: string) =>
    page(paragraphs(P)).replace('</main>', `</main><div>${more}</div>`);

  it('is kept to be put back at the end, where it reads like text, by its name', () => {
    const { html, removals } = read(around(`<section><p>${notice}</p></section>`));
    expect(linesOf(html)).toEqual(P);
    expect(removals).toContainEqual(
      expect.objectContaining({
        step: 'readability',
        reason: 'comments',
        text: notice,
        html: `<p>${notice}</p>`,
        at: null,
      }),
    );
  });

  it('is counted where it does not, the longest as its sample', () => {
    const menu =
      '<ul><li><a href="/a">سياسة</a></li><li><a href="/b">رياضة</a></li><li><a href="/c">ثقافة</a></li></ul>';
    const labels = ['<p>الطقس</p>', '<p>مدينة الوادي اليوم</p>'];
    const { html, removals } = read(around(labels.join(menu)));
    expect(linesOf(html)).toEqual(P);
    expect(removals.filter(({ step }) => step === 'readability')).toEqual([
      expect.objectContaining({
        reason: 'not-article',
        count: 2,
        text: 'مدينة الوادي اليوم',
        html: null,
      }),
    ]);
  });

  it('is not what the head of the article says', () => {
    const { removals } = read(page(paragraphs(P)).replace('<main>', `<main><p>${TITLE}</p>`));
    expect(removals.filter(({ step }) => step === 'readability')).toEqual([]);
  });
});

describe('text that the page folds away', () => {
  const rest = (more: string) =>
    page(
      `<div>${paragraphs(P.slice(0, 2))}<div style="display:none">${paragraphs(P.slice(2))}</div>${more}</div>`,
    );

  it('is brought out where a control opens it', () => {
    expect(linesIn(rest('<button>اقرأ المزيد</button>'))).toEqual(P);
    expect(linesIn(rest('<p><a href="#">تابع القراءة</a></p>'))).toEqual(P);
  });

  it('stays hidden where nothing does: it may be the words of a dialog', () => {
    expect(linesIn(rest('<button>إغلاق</button>'))).toEqual(P.slice(0, 2));
  });

  it('is brought out of paragraphs hidden one by one', () => {
    const hidden = P.slice(2).map((text) => `<p hidden>${text}</p>`);
    const body = `<div>${paragraphs(P.slice(0, 2))}${hidden.join('')}<button>اقرأ المزيد</button></div>`;
    expect(linesIn(page(body))).toEqual(P);
  });
});
