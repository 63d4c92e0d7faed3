import { isAgency } from './agencies.ts';
import { holdsGivenName } from './given-names.ts';
import { isPlace } from './places.ts';

/** Words of sentences, which no name holds. Folded. */
const SENTENCE = new Set(
  (
    'في من الي علي عن مع هذا هذه ان الذي التي هو هي لا ما بعد قبل منذ حتي كل هل كيف لماذا متي حول بين نحو ضد ' +
    'ايضا وقال قال قالت اكد فيها فيه منه له لها او ثم قد لم لن ليس كان كانت المزيد ' +
    'the and of in on to by'
  ).split(' '),
);
/** What sections, roles, dates and counters are called; a name with a given name in it may hold them. */
const TOPIC = new Set(
  (
    'اخر احدث اهم اخبار خبر الاخبار مقال مقالات المقالات راي اراء الراي تقارير تقرير تحقيق تحقيقات ملف ملفات سياسه اقتصاد ثقافه رياضه ' +
    'منوعات مجتمع صحه فن فنون علوم تكنولوجيا فيديو صور عاجل قسم صحيفه جريده مجله وكاله موقع قناه شبكه مركز مؤسسه ' +
    'تحرير التحرير محرر المحرر محررو مراسل مراسلو فريق هيئه اسره مكتب مدير رئيس مشرف مستخدم اداره الاداره الموقع ادمن ' +
    'نشر النشر تاريخ تحديث الساعه اليوم مشاهده مشاهدات قراءه دقيقه دقائق تعليق تعليقات مشاركه شارك الرئيسيه ' +
    'العربيه الدوليه العالم الاولي وطنيه محليات متابعه متابعات خاص حصري المصدر مصدر صوره الصوره خط حجم ' +
    'شؤون شوون قضايا حوادث حوار لقاء ندوه منبر اقلام كتاب كتابات مدونات مدونه زوايا نافذه صفحه عدد العدد ملحق الملحق افتتاحيه كلمه عمود ' +
    'عام العام شهر يوم السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه ' +
    'news staff editor editors admin administrator webmaster newsroom team desk reporter article home share print comments read more ' +
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
 * word of sentences, no place and no agency. Titles (د., م.) count as no word.
 */
export function looksLikePerson(words: string, single = false): boolean {
  const bare = words.replace(
    /^(?:(?:د|دكتور|الدكتور|الدكتوره|ا|م|أ|المهندس|الاستاذ|الاستاذه|الشيخ|dr|mr) )+/,
    '',
  );
  const parts = bare.split(' ');
  if (bare.length > 45 || parts.length > 6 || (parts.length < 2 && !single)) return false;
  if (/\d/.test(bare) || isPlace(bare) || isAgency(bare) || isRoleAccount(words)) return false;
  if (parts.some((part) => SENTENCE.has(part) || part.startsWith('لل'))) return false;
  if (holdsGivenName(bare)) return true;
  // Without a given name: no word of sections; the article begins none («الحسن», «الطيب» are given
  // names), and a feminine adjective closes a section's name («شؤون عربية»).
  return (
    !parts.some((part) => TOPIC.has(part) || /^(?:بال|وال|فال|كال)/.test(part)) &&
    parts.every((part) => part.length > 1 || parts.length > 2) &&
    !/^ال\S{3,}/.test(parts[0]!) &&
    !(parts.length === 2 && /(?:يه|نه|ره)$/.test(parts[1]!))
  );
}
