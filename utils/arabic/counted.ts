import { westernDigits } from './digits.ts';

/** What is counted or measured, whatever the number. */
const MEASURED =
  /[%٪$€£]|[ \u00a0](?:[%٪$€£]|و?(?:ألف|آلاف|الاف|مئ|مائ|مليون|ملايين|مليار|تريليون|بالمئة|بالمائة|في الم[ائ]|درج[ةا]|دولار|يورو|ريال|درهم|دينار|جنيه|ليرة|عام(?:ا|\u064b)|أعوام|سنوات|يوم(?:ا|\u064b)|أيام|شهر(?:ا|\u064b)|أشهر|ساع|دقيق|شخص|موظف|جندي|نسخة|طن|كيلو|متر|هاتف))/y;

const NEXT = /[ \u00a0]((?:[\u0621-\u064a]|\p{M})+)(?:[ \u00a0](\p{N}|ال|أمس)?)?/uy;

/** Names of series, whose numbers are theirs whatever follows. */
const SERIES =
  /(?:^|[ /])(?:Windows|(?:i|iPad|mac|watch)OS|Android|i(?:Phone|Pad)|Galaxy|Pixel|Xbox|PlayStation|GPT|FIFA|GTA|Model|Series|S&P|Nasdaq|FTSE|CAC|DAX|Nikkei|Russell|Fortune|Stoxx|Euro|Boeing(?=[ \u00a0]+[7٧۷]))[ \u00a0]+[0-9٠-٩۰-۹]+$/iu;
/** As long as the longest of them with its number, and some. */
const SERIES_LENGTH = 20;

/** Adverbs and what is said of the name, which look like nouns that are counted. */
const OTHER_WORDS = [
  'أيضا|غدا|مجددا|مجانا|قريبا|حديثا|مؤخرا|سابقا|لاحقا|أولا|أخيرا|تماما|فورا|مباشرة|عادة|خاصة|بدلا|نظرا',
  'وفقا|طبقا|خلافا|دعما|صباحا|مساء|ليلا|ظهرا|فجرا|ما|كما|مما|إنما|حينما|عندما|هذا|إذا|لماذا|خلال',
  'حيال|هناك|هنا|مقابل|أثناء|سواء|إزاء|متاحا?|متاحة|جديدا?|جديدة|قديمة|تابعة|مقارنة|إضافة|نتيجة|بداية|نهاية',
].join('|');
/** So do words with the article or another word joined to them, and those of a kind («رسميا»). */
const NO_NOUN = new RegExp(
  `^(?:[وفبك]?ال|لل|و(?!حد|ثيق|لاي|رق|ظيف|زي)|ب(?!طاق|طول|لد|قر)|ل(?!اعب|وح|جن|غ))|^(?:${OTHER_WORDS})$|ي[اة]$`,
  'u',
);
/** Nouns as they stand after 3 to 10: many; after 11 to 99: one in the accusative; after hundreds: one. */
const MANY =
  /^.{3,}(?:ات|ين|اء)$|^أ..ا.$|^أ.{2,3}ة$|^[^أيتس][^ا]ا.{1,3}$|^[^أيتس][^او]و[^ا]$|^(?:دول|فرق|كتب|مدن|سفن|نسخ|صور|غرف|أسهم|قتلى|جرحى)$/u;
const ONE = /^.{2,}[ةا]$/u;
/** Round hundreds are rarely a name's: what is no verb and no particle is counted. */
const ONE_OF_HUNDREDS =
  /^.{2,}ة$|^(?![يت]|(?:إلى|على|أمس|بعد|قبل|منذ|عند|حتى|بين|عبر|نحو|حول|ضمن|دون|رغم|حيث|فقط|الآن|كان|ليس|لدى|أول|آخر|أكثر|أقل|أعلى|أدنى|مثل|غير|هذه|ذلك|صعد|هبط|قفز|خسر|ربح|أغلق|زاد|فقد|سجل|حقق|نجح|أعلن|ارتفع|انخفض|أنهى)$).{2,}[^تى]$|^.{2}ت$/u;

/** Whether what follows a number is measured or counted whatever the number is. */
export function isMeasured(text: string, end: number): boolean {
  MEASURED.lastIndex = end;
  return MEASURED.test(text);
}

/**
 * Whether the number at [start, end), after the Latin name that begins at `name`, counts what follows
 * («Tesla 500 سيارة»), by how Arabic has it after such a number, and is no part of the name
 * («Windows 11 عام 2021»).
 */
export function isCounting(text: string, name: number, start: number, end: number): boolean {
  if (isMeasured(text, end)) return true;
  const digits = westernDigits(text.slice(start, end));
  if (!/^[0-9]+$/u.test(digits)) return false;
  if (SERIES.test(text.slice(Math.max(name, start - SERIES_LENGTH), end))) return false;
  NEXT.lastIndex = end;
  const [, next = '', when] = NEXT.exec(text) ?? [];
  const word = next.replace(/\p{M}|\u0640/gu, '');
  const last = Number(digits) % 100;
  // «100 عام من», and not «NATO 500 يوم الاثنين» nor «عام 2021».
  if (/^(?:عام|يوم|سنة)$/u.test(word)) {
    const isGrammar = last === 0 || (last > 10 && word === 'سنة');
    return isGrammar && when === undefined;
  }
  // A year is in the name, or beside it.
  if (NO_NOUN.test(word) || /^(?:19|20)[0-9]{2}$/u.test(digits)) return false;
  if (last > 10) return ONE.test(word);
  if (last > 2) return MANY.test(word);
  return last === 0 && ONE_OF_HUNDREDS.test(word);
}
