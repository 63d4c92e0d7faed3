import { expect, it } from 'vitest';
import { extract, linesOf } from './pages.ts';

const TEXT = [
  'قررت جماعة الوادي الأخضر تخصيص ثلاثة ملايين درهم لترميم السوق القديم، على أن تنطلق الأشغال مطلع الربيع المقبل وتستمر ثمانية أشهر.',
  'وقال رئيس الجماعة إن التجار سينقلون مؤقتا إلى ساحة مجاورة جُهزت بالماء والكهرباء، وإن كراء المحلات لن يتغير بعد انتهاء الأشغال.',
  'ورحبت جمعية التجار بالقرار، لكنها طالبت بالحفاظ على الأقواس الخشبية التي يعود بعضها إلى القرن التاسع عشر وبعدم هدم السقاية.',
];
const TITLE = 'ثلاثة ملايين درهم لترميم السوق القديم في الوادي الأخضر';

/** The article's lines where `first` stands above its text, in the same box. */
const linesBelow = (first: string): string[] => linesAmong(first, ...TEXT);

/** The article's lines of a page with these in its text's box. */
function linesAmong(...lines: string[]): string[] {
  const text = lines.map((line) => `<p>${line}</p>`).join('');
  const extraction = extract(
    `<!doctype html><html lang="ar" dir="rtl"><head><title>${TITLE} | جريدة الوادي</title></head>` +
      `<body><main><article><h1>${TITLE}</h1>${text}</article></main></body></html>`,
  );
  if (!extraction.ok) throw new Error(extraction.reason);
  return linesOf(extraction.article.html);
}

it.each([
  'بقلم: أحمد الزهراوي | 23 نوفمبر 2026 | آخر تحديث: 10:30 ص',
  'كتب: أحمد الزهراوي - الاثنين 23 نوفمبر 2026 - 10:30 ص',
  'أحمد الزهراوي - القاهرة - الاثنين 23 نوفمبر 2026',
  'الوادي الأخضر / أحمد الزهراوي',
  'بقلم أحمد الزهراوي، مراسل الشؤون العلمية، جريدة الوادي',
  'بقلم: أحمد الزهراوي • منذ ساعتين • 3 دقائق للقراءة',
  'تحرير: أحمد الزهراوي - نشر: 23 نوفمبر 2026 - تحديث: 24 نوفمبر 2026',
  'By AHMED ZAHRAWI, Associated Press | July 19, 2026 | Updated: July 19, 2026 3:55am',
  'Par Ahmed Zahrawi, publié le 23 novembre 2026 à 10h30, mis à jour à 11h',
  'كُتب بواسطة : أحمد الزهراوي - أرشيف الكاتب',
  'أحمد الزهراوي comments [at] wadi.example',
  'العدد 172 - الإثنين 24 فبراير 2003م الموافق 22 ذي الحجة 1423هـ',
  'السبت - 28 أبريل 2018 - الساعة 07:20 م',
  '- متابعة خاصة الأحد, 31 أكتوبر, 2021 - 11:13 صباحاً',
])('byline and date in one line are no text: %s', (line) => {
  expect(linesBelow(line)).toEqual(TEXT);
});

it.each([
  'القاهرة - جريدة الوادي',
  'الوادي _ القاهرة',
  'الرباط – أ. ف. ب:',
  'الوادي – متابعات فنية',
  'الوادي / وكالات',
])('place, outlet or agency alone above a text are no text: %s', (line) => {
  expect(linesBelow(line)).toEqual(TEXT);
});

it('what the author is, below the name, is no text', () => {
  const lines = linesBelow('أحمد الزهراوي wadi@wadi.example</p><p>.كاتب مغربي');
  expect(lines).toEqual(TEXT);
});

it('the site’s name below a text is no text', () => {
  expect(linesAmong(...TEXT, 'الوادي')).toEqual(TEXT);
  expect(linesAmong(...TEXT, 'السوق')).toEqual([...TEXT, 'السوق']);
});

it.each([
  'القاهرة - مدينة لا تنام أبدا',
  'السوق القديم - حكاية أخرى',
  'غزة - 35 شهيدا',
  'مصر - فرنسا',
  'السودان - الحرب المنسية',
  'معا - إلى الأبد',
  'انطلق المعرض يوم الخميس 5 مارس 2020',
  'الأحد 3 مايو 2020 أسواق الوادي القديم',
  'القاهرة - الرباط</p><p>تونس - الجزائر',
])('two parts that say something are text: %s', (lines) => {
  expect(linesBelow(lines)).toEqual([...lines.split('</p><p>'), ...TEXT]);
});

it.each([
  'قال أحمد الزهراوي قبل ساعتين إن السوق سيفتح',
  'أحمد الزهراوي، أستاذ الجامعة، قال كلمته',
  'أحمد الزهراوي - رئيس جمعية التجار - يطلب مهلة',
  'كتب أحمد الزهراوي: الاثنين يوم جميل',
])('a sentence with a name and a day is text: %s', (line) => {
  expect(linesBelow(line)).toEqual([line, ...TEXT]);
});
