import { foldWords } from '../../arabic/fold.ts';

/**
 * What a page's names (its title's parts, its first-level headings) say that it is. A name says so
 * only as a whole: «404» and «الصفحة غير موجودة» name an error, «404: معرض للأشياء المفقودة» an
 * article.
 */
export interface NamePhrases {
  /** One of these has to stand in the name. */
  core: RegExp;
  /** Beside it only these words. */
  words: ReadonlySet<string>;
}

/** Most pages are told by their text alone and ask for no list: each is folded when first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** `core`: phrases between bars; their words may stand apart from each other too. */
function phrases(core: string, words: string): NamePhrases {
  return {
    core: anyOf(core),
    words: new Set([...foldWords(core).split(' '), ...foldWords(words).split(' ')]),
  };
}

/** Whole words, parted by spaces: Arabic has no other bounds that a pattern knows. */
function anyOf(list: string, start = '(?:^| )'): RegExp {
  return new RegExp(`${start}(?:${list.split('|').map(foldWords).join('|')})(?: |$)`, 'u');
}

/** Numbers and sentences of servers, and of those that stand guard before them. */
export const errorNames = once(() =>
  phrases(
    '400|401|403|404|410|500|502|503|504|' +
      'غير موجودة|غير موجود|غير متاحة|غير متوفرة|لم يتم العثور|لم نعثر|لم نجد|خطأ في الخادم|خطأ داخلي|' +
      'الوصول مرفوض|الوصول ممنوع|غير مسموح|الموقع تحت الصيانة|التحقق من المتصفح|التحقق من الأمان|' +
      'not found|doesn t exist|does not exist|forbidden|access denied|server error|bad gateway|' +
      'service unavailable|just a moment|attention required|checking your browser|لحظة من فضلك|' +
      'security verification|security check|verify you are human|' +
      'introuvable|n existe pas|n existe plus|accès refusé|accès interdit|erreur serveur|page non trouvée',
    'خطأ رقم رمز عذرا عفوا نأسف للأسف أوبس هذه هذا الصفحة صفحة المحتوى المادة الخبر المقال الرابط المطلوبة ' +
      'المطلوب التي الذي تبحث عنها عنه طلبتها تطلبها تريدها على في الموقع الخادم تم حذفها أو نقلها ما ' +
      'حدث وقع داخلي لك لا يمكن الوصول إلى غير الآن حاليا ' +
      'error http oops sorry the that this page content article you are looking for requested was is could be ' +
      'can t we couldn find internal url address nginx performing please wait ' +
      'erreur désolé oups la le cette page article contenu demandée demandé que vous cherchez recherchez est du serveur',
  ),
);

export const loginNames = once(() =>
  phrases(
    'تسجيل الدخول|تسجيل دخول|سجل الدخول|سجل دخولك|الدخول إلى حسابك|دخول الأعضاء|دخول المشتركين|' +
      'log in|login|sign in|signin|connexion|se connecter|connectez vous|identifiez vous',
    'للمتابعة إلى حسابك حساب الحساب صفحة الأعضاء الموقع إنشاء جديد أو أهلا بك مرحبا بعودتك من فضلك ' +
      'to your account please or register sign up page member welcome back ' +
      'à votre compte espace membre abonné page de ou inscription créer un',
  ),
);

/** Names of a page of results: with what was looked for after them, or alone. */
const search = once(() =>
  anyOf(
    'نتائج البحث|نتيجة البحث|نتائج بحث|البحث عن|بحث عن|لقد بحثت عن|كنت تبحث عن|' +
      'search results|results for|search for|you searched for|' +
      'résultats de recherche|résultats de la recherche|résultats pour|recherche pour|vous avez cherché',
    '^',
  ),
);
const searchAlone = once(
  () => new Set('البحث|بحث|البحث في الموقع|search|recherche|rechercher'.split('|').map(foldWords)),
);
const noResults = once(() =>
  anyOf(
    'لا توجد نتائج|لا يوجد نتائج|لا نتائج|لم يتم العثور على نتائج|لم يتم العثور على أي نتائج|' +
      'لم نعثر على نتائج|لم نجد نتائج|لم يتم العثور على شيء|' +
      'no results|nothing matched|nothing found|did not match any|aucun résultat',
  ),
);

/** Whether a folded name is such a name and nothing else. */
export function isNamed(name: string, { core, words }: NamePhrases): boolean {
  return core.test(name) && name.split(' ').every((word) => words.has(word));
}

export function namesSearch(name: string): boolean {
  return search().test(name) || searchAlone().has(name);
}

export function saysNoResults(words: string): boolean {
  return noResults().test(words);
}
