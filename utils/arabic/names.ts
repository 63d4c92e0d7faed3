import { isAgency } from './agencies.ts';
import { holdsGivenName } from './given-names.ts';
import { isPlace } from './places.ts';

/** Words that no person's name holds: what sections, roles, dates and sentences are made of. Folded. */
const NOT_IN_NAMES = new Set(
  (
    'في من الي علي عن مع هذا هذه ان الذي التي هو هي لا ما بعد قبل منذ حتي كل اخر احدث اهم هل كيف لماذا متي ' +
    'اخبار خبر الاخبار مقال مقالات المقالات راي اراء الراي تقارير تقرير تحقيق تحقيقات ملف ملفات سياسه اقتصاد ثقافه رياضه ' +
    'منوعات مجتمع صحه فن فنون علوم تكنولوجيا فيديو صور عاجل قسم صحيفه جريده مجله وكاله موقع قناه شبكه مركز مؤسسه ' +
    'تحرير التحرير محرر المحرر محررو مراسل مراسلو فريق هيئه اسره مكتب مدير رئيس مشرف مستخدم اداره الاداره الموقع ادمن ' +
    'نشر النشر تاريخ تحديث الساعه اليوم مشاهده مشاهدات قراءه دقيقه دقائق تعليق تعليقات مشاركه شارك المزيد الرئيسيه ' +
    'العربيه الدوليه العالم الاولي وطنيه محليات متابعه متابعات خاص حصري المصدر مصدر صوره الصوره خط حجم ' +
    'شؤون شوون قضايا حوادث حوار لقاء ندوه منبر اقلام كتاب كتابات مدونات مدونه زوايا نافذه صفحه عدد العدد ملحق الملحق افتتاحيه كلمه عمود حول بين نحو ضد ' +
    'ايضا وقال قال قالت اكد فيها فيه منه له لها او ثم قد لم لن ليس كان كانت عام العام شهر يوم السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه ' +
    'the and of in on to news staff editor editors admin administrator webmaster newsroom team desk reporter by article home share print comments read more ' +
    'la le les de des du et en rédaction redaction'
  ).split(' '),
);
const ROLE =
  /^(?:admin\d*|administrator|root|user\d*|editor\d*|editors?|webmaster|desk|newsroom|staff|author|super ?user|test|ادمن|المدير|مدير|مدير الموقع|المشرف|مشرف|المحرر|محرر|التحرير|هييه التحرير|هيئه التحرير|اسره التحرير|فريق التحرير|قسم التحرير|رييس التحرير|رئيس التحرير|غرفه الاخبار|قسم الاخبار|اداره الموقع|الاداره|المركز الاعلامي|مراسل|مراسلون|كاتب|الكاتب|ناشر|الناشر|متابعه|متابعات|خاص|غير معروف|مجهول|\.+)$/;

/** An account or a desk, not a person. `words` as `foldWords` gives it. */
export function isRoleAccount(words: string): boolean {
  return ROLE.test(words) || /(?:^| )(?:التحرير|admin)(?: |$)/.test(words);
}

/**
 * True if a text may be a person's name: two to six words (`single` allows one), no figure, no
 * word that names never hold, no place and no agency. Titles (د., م.) count as no word.
 */
export function looksLikePerson(words: string, single = false): boolean {
  const bare = words.replace(
    /^(?:(?:د|دكتور|الدكتور|الدكتوره|ا|م|أ|المهندس|الاستاذ|الاستاذه|الشيخ|dr|mr) )+/,
    '',
  );
  const parts = bare.split(' ');
  if (bare.length > 45 || parts.length > 6 || (parts.length < 2 && !single)) return false;
  if (/\d/.test(bare) || isPlace(bare) || isAgency(bare) || isRoleAccount(words)) return false;
  // «في», «من» and the like never stand in a name, nor do verbs of the future or a glued «لل».
  // A name begins with the article only where it is a given name («الحسن», «الطيب»); sections do.
  if (/^ال\S{3,}/.test(parts[0]!) && !holdsGivenName(bare)) return false;
  // «شؤون عربية», «قضايا ساخنة»: a feminine adjective closes a section's name.
  if (/(?:يه|نه|ره)$/.test(parts.at(-1)!) && parts.length === 2 && !holdsGivenName(bare))
    return false;
  return (
    parts.every((part) => part.length > 1 || parts.length > 2) &&
    !parts.some((part) => NOT_IN_NAMES.has(part) || /^(?:لل|بال|وال|فال|كال)/.test(part))
  );
}
