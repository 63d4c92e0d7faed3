import { describe, expect, it } from 'vitest';
import { NOISE } from '../../../utils/arabic/noise.ts';
import { matchPhrase, type PhraseKind } from '../../../utils/arabic/phrases.ts';

/** Every kind there is, for the compiler to hold to the type. */
const KINDS: Record<PhraseKind, true> = {
  'read-also': true,
  related: true,
  share: true,
  promotion: true,
  advertisement: true,
  loading: true,
  navigation: true,
  breadcrumb: true,
  comments: true,
  tags: true,
  footer: true,
  'screen-reader-hint': true,
  'photo-credit': true,
  'embed-leftover': true,
  'source-line': true,
};

it('has phrases of every kind', () => {
  const kinds = [...NOISE.matchAll(/^\[([a-z-]+) /gm)].map(([, kind]) => kind);
  expect(new Set(kinds)).toEqual(new Set(Object.keys(KINDS)));
});

describe('matchPhrase', () => {
  it.each([
    ['إقرأ أيضاً : الحكومة تقر الموازنة', 'read-also'],
    ['أقرا ايضا', 'read-also'],
    ['قد يعجبك أيضًا', 'read-also'],
    ['قد يهمك: الحكومة تقر الموازنة', 'read-also'],
    ['تابع أيضا', 'read-also'],
    ['À lire aussi : la suite', 'read-also'],
    ['أخبار ذات صلة', 'read-also'],
    ['الأكثر قراءةً', 'related'],
    ['شارك الخبر', 'share'],
    ['تابعونا على فيسبوك', 'promotion'],
    ['للمزيد من الأخبار تابعوا صفحتنا على تويتر وانضموا إلى قناتنا', 'promotion'],
    ['إعلان', 'advertisement'],
    ['— إعلانات —', 'advertisement'],
    ['جاري التحميل...', 'loading'],
    ['الرئيسية', 'navigation'],
    ['أنت هنا: الرئيسية > أخبار', 'breadcrumb'],
    ['٣ تعليقات', 'comments'],
    ['اترك تعليقًا', 'comments'],
    ['الوسوم: مصر، اقتصاد', 'tags'],
    ['جميع الحقوق محفوظة © ٢٠٢٠', 'footer'],
    ['تخطى الأكثر قراءة وواصل القراءة', 'screen-reader-hint'],
    ['نهاية', 'screen-reader-hint'],
    ['صدر الصورة، وكالة', 'photo-credit'],
    ['المصدر: وكالات', 'source-line'],
    ['اقرأ أيضا: بلدية الميناء تقر خطة الرصيف.', 'read-also'],
    ['تابعونا على قناتنا ليصلكم جديد الميناء.', 'promotion'],
    ['شارك | غرد | واتساب', 'share'],
    ['المقالات تعبر عن رأي كتابها ولا تعكس سياسة الجريدة.', 'comments'],
    ['لا تفوّت قراءة: حكاية آخر صانع سفن في الميناء', 'read-also'],
    ['شوف كمان: ماذا يفعل البحارة في الشتاء؟', 'read-also'],
    ['أخبار ذات علاقة', 'read-also'],
    ['من نفس القسم', 'related'],
    ['الأكثر تصفحًا', 'related'],
    ['المزيد من أخبار الميناء', 'related'],
    ['انقر للمشاركة على فيسبوك (فتح في نافذة جديدة)', 'share'],
    ['للتوصل بآخر أخبار الميناء انخرطوا في قناة الجريدة على الواتساب', 'promotion'],
    ['تابع مباريات الدوري لحظة بلحظة على قناتنا في تيليغرام: t.me/minaa', 'promotion'],
    ['فعّل جرس الإشعارات في تطبيق الميناء', 'promotion'],
    ['صفحتنا على فيسبوك: facebook.com/minaa', 'promotion'],
    ['سجّل بريدك الإلكتروني ليصلك جديدنا', 'promotion'],
    ['هل لديك معلومة عن هذا الموضوع؟ راسلنا بسرية', 'promotion'],
    ['https://t.me/minaa_news', 'promotion'],
    ['للإعلان في الموقع: 0900000000', 'advertisement'],
    ['يستمر المقال بعد الإعلان', 'advertisement'],
    ['شاركونا آراءكم أسفل المقال', 'comments'],
    ['المقال يعبّر عن رأي كاتبه فقط', 'comments'],
    ['يُمنع نسخ المادة دون إذن خطي من الناشر', 'footer'],
    ['من نحن', 'footer'],
    ['نقلا عن صحيفة الجبل', 'source-line'],
  ])('%s is %s', (text, kind) => expect(matchPhrase(text)?.kind).toBe(kind));

  it.each([
    'اقرأ باسم ربك الذي خلق',
    'اقرأ القصيدة مرة أخرى وستفهم ما قصده الشاعر',
    'قد يعجبك الفيلم في بدايته ثم تمل منه',
    'تابع أكثر من ألف متفرج العرض الأخير',
    'أخبار متعلقة بالسد تقلق أهل القرية',
    'وتابع قائلا إن الأمر لم يحسم بعد',
    'المصدر قال إن الاجتماع تأجل',
    'نهاية الأزمة لا تزال بعيدة',
    'إعلان الحكومة المرتقب',
    'علامات النضج العاطفي',
    'تصوير الفيلم بدأ في الصحراء',
    'شارك الوزير في افتتاح المعرض',
    'الصورة ليست قاتمة كما يظن',
    'لقراءة المزيد من الرسائل عاد إلى صندوق جده.',
    'انضم إلى مجموعة البحارة شاب لم يبلغ العشرين.',
    'موقف الوزير لا يعبر بالضرورة عن رأي الحكومة.',
    'وشاهد أيضا كيف يعلو الموج',
    'من نحن حتى نحاكمه؟',
    'الانضمام إلى مجموعة بريكس',
    'انضم إلى مجموعة العشرين عام 2024.',
    'تابع الوزير على منصة القطار آخر التجارب',
    'نشر عبر حسابه صورة قديمة للميناء',
    'أنت هنا في الميناء منذ متى؟',
    'لا يجوز للنائب السفر إلى الخارج دون إذن المجلس',
    'نقلا عن مصدر أمني قتل رجلان',
    'هذه الآراء الشاذة لا تمثل أهل الميناء في شيء.',
    'كيف أشترك في قناة على واتساب؟',
    '1. حمّل تطبيق البحارة من المتجر.',
    'انضمي إلى مجموعة دعم للأمهات الجدد، ستكتشفين أنك لست وحدك.',
    'اضغط هنا، قال الطبيب وهو يمسك بيدي فوق الجرح.',
    'المزيد من الضرائب',
    'زورونا كل سنة مرة',
    'سجل الميناء أعلى حركة منذ سنوات',
    'لا يجوز للمؤجر أن يرفع الأجرة قبل نهاية العقد',
    'اشترك الفريقان في نهائي الكأس للمرة الثالثة',
    '',
    '…',
  ])('%s is text', (text) => expect(matchPhrase(text)).toBeNull());

  it('looks only for the kinds asked for', () => {
    expect(matchPhrase('إعلان', new Set(['share']))).toBeNull();
    expect(matchPhrase('إعلان', new Set(['advertisement']))?.phrase).toBe('اعلان');
  });

  it('leaves a long paragraph alone', () => {
    const paragraph = `اقرأ أيضا ${'كلمات هذه الفقرة كثيرة '.repeat(30)}`;
    expect(matchPhrase(paragraph)).toBeNull();
  });
});
