import { foldWords } from './fold.ts';

/** News agencies as Arabic pages sign their texts, with variants of spelling. */
const NAMES =
  'رويترز|reuters|أ ف ب|أف ب|فرانس برس|فرانس بريس|الصحافة الفرنسية|و ص ف|afp|agence france presse|أ ب|أسوشيتد برس|أسوشييتد برس|الأسوشيتد برس|associated press|د ب أ|الوكالة الألمانية|dpa|وكالات|الوكالات|وكالة|وكالات الأنباء|agencies|agences|الأناضول|الأناضول للأنباء|anadolu|شينخوا|xinhua|إفي|إيفي|efe|سبوتنيك|نوفوستي|إنترفاكس|sputnik|tass|ria novosti|interfax|بلومبرغ|بلومبيرغ|بلومبرج|bloomberg|آكي|أنسا|ansa|أ ش أ|أنباء الشرق الأوسط|واس|وام|wam|كونا|kuna|قنا|qna|العمانية|سانا|الوكالة العربية السورية للأنباء|بترا|وفا|wafa|واع|الوكالة الوطنية للإعلام|nna|سبأ|saba|سونا|suna|aps|و م ع|إرنا|تسنيم|irna|قدس برس';
/** Short names that are words too: an agency's only beside a place («غزة - صفا»). */
const SHORT = 'بنا|وات|واج|ومع|وال|صفا|معا|فارس|مهر|تاس|الفرنسية|الألمانية|ماب|آكي';

const fold = (names: string) => new Set(names.split('|').map(foldWords));
const agencies = fold(NAMES);
const shortAgencies = fold(SHORT);

/** True if a text, as `foldWords` gives it, is the name of an agency and nothing more. */
export function isAgency(words: string, besidePlace = false): boolean {
  if (agencies.has(words) || (besidePlace && shortAgencies.has(words))) return true;
  // «وكالة أنباء كذا», «وكالة كذا للأنباء»
  return /^وكاله (?:\S+ ){0,4}\S+$/.test(words);
}
