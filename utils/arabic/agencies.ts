import { foldWords } from './fold.ts';

/** News agencies as Arabic pages sign their texts, with variants of spelling; compared folded. */
const AGENCIES = [
  'رويترز|وكالة رويترز|reuters',
  'أ ف ب|ا ف ب|أف ب|اف ب|فرانس برس|فرانس بريس|وكالة فرانس برس|الفرنسية|الصحافة الفرنسية|وكالة الصحافة الفرنسية|و ص ف|afp|agence france presse',
  'أ ب|ا ب|أسوشيتد برس|اسوشيتد برس|أسوشييتد برس|الأسوشيتد برس|وكالة أسوشيتد برس|ap|associated press',
  'د ب أ|د ب ا|الألمانية|الوكالة الألمانية|وكالة الأنباء الألمانية|dpa',
  'وكالات|الوكالات|وكالات الأنباء|وكالة|agencies|agences',
  'الأناضول|وكالة الأناضول|الاناضول للأنباء|وكالة الأناضول للأنباء|anadolu|aa',
  'شينخوا|وكالة شينخوا|xinhua',
  'إفي|إيفي|efe',
  'سبوتنيك|نوفوستي|تاس|إنترفاكس|sputnik|tass|ria novosti|interfax',
  'بلومبرغ|بلومبيرغ|بلومبرج|bloomberg',
  'آكي|اكي|أنسا|ansa',
  'أ ش أ|ا ش ا|وكالة أنباء الشرق الأوسط|أنباء الشرق الأوسط|mena',
  'واس|وكالة الأنباء السعودية|spa',
  'وام|وكالة أنباء الإمارات|وكالة أنباء الامارات|wam',
  'كونا|وكالة الأنباء الكويتية|kuna',
  'قنا|وكالة الأنباء القطرية|qna',
  'بنا|وكالة أنباء البحرين|bna',
  'العمانية|وكالة الأنباء العمانية|ona',
  'سانا|الوكالة العربية السورية للأنباء|sana',
  'بترا|وكالة الأنباء الأردنية|petra',
  'وفا|وكالة وفا|وكالة الأنباء الفلسطينية|wafa',
  'واع|وكالة الأنباء العراقية|ina',
  'الوكالة الوطنية للإعلام|nna',
  'سبأ|وكالة الأنباء اليمنية|saba',
  'سونا|وكالة السودان للأنباء|suna',
  'وات|وكالة تونس افريقيا للأنباء|tap',
  'واج|وكالة الأنباء الجزائرية|aps',
  'ومع|و م ع|وكالة المغرب العربي للأنباء|map',
  'وال|وكالة الأنباء الليبية|lana',
  'إرنا|ارنا|فارس|تسنيم|مهر|irna',
  'قدس برس|معا|صفا',
] as const;

const NAMES = new Set(AGENCIES.flatMap((variants) => variants.split('|').map(foldWords)));

/** True if a text, as `foldWords` gives it, is the name of an agency and nothing more. */
export function isAgency(words: string): boolean {
  return NAMES.has(words);
}
