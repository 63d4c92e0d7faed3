import { isAgency } from './agencies.ts';
import { foldWords } from './fold.ts';
import { beginsName, holdsGivenName, withoutTitle } from './given-names.ts';
import { isGregorianMonth } from './months.ts';
import { isPlace } from './places.ts';
import { tellsProfession } from './professions.ts';

/** Words of sentences, which no name holds; «على» is left out, for folded it is the name Ali. */
const SENTENCE =
  /(?:^| )(?:بسم|في|من|الي|عن|مع|هذا|هذه|ان|الذي|التي|هو|هي|لا|ما|بعد|قبل|منذ|حتي|كل|كما|عليكم|هل|كيف|لماذا|متي|بين|ضد|و?(?:قالت?|[يت]قول)|رواه|اكد|او|ثم|قد|لم|لن|كانت?|لل\S+|the|and|of|in|on|to|by)(?: |$)/;
/**
 * What sections, roles, dates and counters are called, with or without the article, by what the
 * word begins with. A name with a given name in it may hold them.
 */
const TOPIC =
  /(?:^| )(?:ال)?(?:ا?خبا?ر|اخر|احدث|اهم|مقال|راي|اراء|تقا?ري?ر|تحقيق|ملف|سياس|اقتصاد|ثقاف|رياض[هي]|منوع|بيئ|مناخ|مجتمع|صح[هي]|فنون|علوم|تكنولوج|فيديو|صور|عاجل|بيان|بلاغ|نداء|قسم|جريد|مجله|وكال|موقع|قنا|شبك|مركز|مؤسس|تحرير|محرر|مراسل|فريق|هي[ئا]|اسره|مكتب|مدير|رئيس|نشر|تاريخ|تحديث|ساع|بتوقيت|مشاهد|قراء|دق[يا]|تعليق|مشارك|شارك|عربيه|دولي|عالم|اول[يه]|وطني|محلي|متابع|خاص|حصري|مصدر|حجم|ش[ؤو]{1,2}ن|قضايا|حوادث|حوار|ندوه|بالذكا|ترجم|منبر|اقلام|كت[اب]|مدون|صفح|كلم|(?:عام|شهر|يوم|خط|عدد|فن|سبت|احد|خميس|جمعه|web)(?: |$)|اثنين|ثلاثاء|اربعاء|news|solution|media|staff|edit|team|desk|article|home|share|print|comment|read|l[ae]s? |de[s ]|du )/;
const ROLE =
  /^(?:(?:super ?)?(?:admin\S*|root|user|editor|webmaster|desk|newsroom|staff|author|test|unknown)s?\d*|(?:ال)?(?:ادمن|مدير|مشرف|محرر|مراسلو?ن?|كاتب|ناشر|متابعه|متابعات|خاص|اداره|مجهول)|غير معر(?:وف|ف))$|(?:^| )(?:التحرير|admin|sarl|(?:مدير|قسم|غرفه|اداره) ال\S+|المركز الاعلامي)(?: |$)/;

/** An account or a desk, not a person. `words` as `foldWords` gives it. */
export function isRoleAccount(words: string): boolean {
  return ROLE.test(words);
}

/** «ج. معلوف»: how agencies and old papers sign; و is «and». */
const INITIAL = /^(?!و)\S \S{3,}$/;

/**
 * True if a text may be a person's name: two to six words (`single` allows one), no figure, no
 * word of sentences, no place and no agency. Titles (د., م.) count as no word.
 * Where a name is expected, «فالتر» and «كالفن» begin with no preposition.
 */
export function looksLikePerson(words: string, single = false): boolean {
  const bare = withoutTitle(words);
  const parts = bare.split(' ');
  if (bare.length > 45 || parts.length > 6 || (parts.length < 2 && !single)) return false;
  if (
    /\d/.test(bare) ||
    isGregorianMonth(bare) ||
    isPlace(bare) ||
    isAgency(bare) ||
    isRoleAccount(words)
  )
    return false;
  // «كاتب وصحفي يمني» names nobody.
  if (SENTENCE.test(bare) || (bare.startsWith('و') && tellsProfession(bare.slice(1)))) return false;
  if (holdsGivenName(bare)) return true;
  // Without a given name: no word of sections; the article begins none («الحسن», «الطيب» are given
  // names), and a feminine adjective closes a section's name («شؤون عربية»).
  return (
    bare !== '' &&
    !TOPIC.test(bare) &&
    !(single ? /(?:^| )وال/ : /(?:^| )[وبفك]ال/).test(bare) &&
    !/^ال\S{3}/.test(bare) &&
    (parts.length > 2 ||
      (single && INITIAL.test(bare)) ||
      (parts.every((part) => part.length > 1) && !/ \S+[ينر]ه$/.test(bare)))
  );
}

/**
 * «فلان الفلاني وفلانة الفلانية» as its persons: at a و before a given name, unless the word is a
 * given name with it («وليد», «وسام»). One name alone comes back as it is.
 */
export function personsIn(name: string): string[] {
  const words = name.trim().split(/\s+/);
  for (let at = 2; at < words.length - 1; at++) {
    const rest = words.slice(at).join(' ');
    if (!rest.startsWith('و') || beginsName(foldWords(rest))) continue;
    const next = rest.slice(1).trim();
    if (beginsName(foldWords(next))) return [words.slice(0, at).join(' '), ...personsIn(next)];
  }
  return [name];
}
