import { describe, expect, it } from 'vitest';
import { matchPhrase } from '../../../utils/arabic/phrases.ts';

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
